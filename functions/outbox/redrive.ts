import { deliveryKeyOf, redriven } from '../../shared/domain/webhook.ts';
import { queuedAgain, type Work } from '../../shared/domain/work.ts';
import type { Capabilities } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';
import type { Stored } from '../records/rows.ts';
import { unpark } from './unpark.ts';

type Redriving = Capabilities<{ workflows: never }>;

/** What asking to take something up again came to. */
export type RedriveOutcome = 'redriven' | 'not-found' | 'not-parked';

/** Work that failed and waits for its next turn gets it now; whatever its run has done so far stands as it is. */
const hurried = ({ value }: Stored<Work>, now: string): Work => ({ ...value, dueAt: now, tries: 0 });

/**
 * Takes work, mail or a message up again, as if it had just been asked for: parked, or failing and waiting for a later turn.
 * What has ended or is under way stays as it is. Safe at any time, since every step may be repeated.
 */
export function redrive(id: string, by: string, capabilities: Redriving): Promise<RedriveOutcome> {
  const { outbox, webhooks, table, ledger, clock, workflows } = capabilities;
  const audit = () => ledger.audit(by, 'work.redriven', { workId: id });
  const redriveMessage = async (deliveryId: string): Promise<RedriveOutcome> => {
    const message = deliveryKeyOf(deliveryId);
    const delivery = message && (await webhooks.delivery(message));
    if (!delivery) return 'not-found';
    // One that was delivered, too: its receiver may have lost it.
    await table.write([webhooks.putDelivery(redriven(delivery.value, clock.now()), delivery), audit()]);
    return 'redriven';
  };
  return againAfterLostRaces(async () => {
    const now = clock.now();
    const mail = await outbox.mail(id);
    if (mail) {
      const { status, problem } = mail.value;
      if (status !== 'parked' && !(status === 'queued' && problem !== undefined)) return 'not-parked';
      // The sweeper sends it.
      await table.write([outbox.putMail(queuedAgain(mail.value, now), mail), audit()]);
      return 'redriven';
    }
    const work = await outbox.work(id);
    if (!work) return redriveMessage(id);
    const { status, tries, input } = work.value;
    if (status === 'parked') await table.write([...(await unpark(work, capabilities)), audit()]);
    else if (status === 'pending' && tries > 0) await table.write([outbox.putWork(hurried(work, now), work), audit()]);
    else return 'not-parked';
    // The sweeper starts it if this does not.
    await workflows.start(input).catch(() => undefined);
    return 'redriven';
  });
}
