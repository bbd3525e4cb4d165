import * as z from 'zod/mini';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { unpark } from '../outbox/unpark.ts';
import { againAfterLostRaces } from '../races.ts';

const input = z.object({ workId: z.string().check(z.minLength(1), z.maxLength(128)) });

export interface Redriven {
  readonly outcome: 'redriven' | 'not-found' | 'not-parked';
}

/** Takes parked work or mail up again, as if it had just been asked for. */
export const handler = handlerOver(
  { workflows: stepFunctions },
  (capabilities) =>
    (event: unknown): Promise<Redriven> => {
      const { outbox, table, ledger, clock, workflows } = capabilities;
      const { workId } = z.parse(input, event);
      return againAfterLostRaces(async () => {
        const now = clock.now();
        const audit = () => ledger.audit('staff', 'work.redriven', { workId });
        const mail = await outbox.mail(workId);
        if (mail) {
          if (mail.value.status !== 'parked') return { outcome: 'not-parked' as const };
          const { problem: _, ...again } = mail.value;
          await table.write([
            outbox.putMail({ ...again, status: 'queued', createdAt: now, dueAt: now, tries: 0 }, mail),
            audit(),
          ]);
          return { outcome: 'redriven' as const };
        }
        const work = await outbox.work(workId);
        if (!work) return { outcome: 'not-found' as const };
        if (work.value.status !== 'parked') return { outcome: 'not-parked' as const };
        await table.write([...(await unpark(work, capabilities)), audit()]);
        await workflows.start(work.value.input).catch(() => undefined);
        return { outcome: 'redriven' as const };
      });
    },
);
