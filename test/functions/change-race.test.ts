import { expect, it } from 'vitest';
import type { Participation } from '../../shared/domain/participation.ts';
import { simulatedPrinter } from '../simulation/ports/simulated-printer.ts';
import { content } from '../support/activity.ts';
import { interrupt } from '../support/interrupt.ts';
import { createLearner } from '../support/learner.ts';
import { createService } from '../support/service.ts';
import { createStaff } from '../support/staff.ts';

it.each(['revoke', 'correct'] as const)(
  'a certificate is printed at any call of what is to %s it, and staff are told that it is done',
  async (kind) => {
    let printedMeanwhile = 0;
    for (let calls = 0, isOver = false; !isOver; calls++) {
      const service = createService({ printer: simulatedPrinter });
      await service.publish(content());
      const learner = await createLearner(service);
      await learner.ready();
      const asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
      const benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
      service.workflows.mode = 'lost';
      await learner.claim(['ama-pra-category-1', 100]);
      const [{ learnerId = '', activityId = '' } = {}] = service.held<Participation>('participation');
      const work = { door: 'award', workId: `award-${learnerId}-${activityId}`, learnerId, activityId } as const;
      const awarded = (await service.runStep('award-credit', work)) as { readonly certificateId: string };
      const { certificateId } = awarded;
      const correction = { credits: [{ creditType: 'ama-pra-category-1', amount: 50 }] };
      const what = { certificateId, reason: 'The roster said otherwise' };
      const asked =
        kind === 'revoke'
          ? await asha.ask('askRevocation', { body: what })
          : await asha.ask('askChange', { body: { ...what, kind, correction } });
      const { restore, happened } = interrupt(service.table, calls, () =>
        service.runStep('render-certificate', awarded),
      );
      const approved = await benno.ask('approveChange', { params: { changeId: asked.body.change.changeId } });
      restore();
      isOver = !happened();
      expect(approved.status, `after ${calls} calls`).toBe(200);
      expect(approved.body.outcome, `after ${calls} calls`).toBe('done');
      if (service.documents.kept.size > 0) printedMeanwhile++;
    }
    expect(printedMeanwhile).toBeGreaterThan(5);
  },
);
