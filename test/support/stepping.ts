import { records } from '../../functions/records/index.ts';
import { required } from '../../functions/records/require.ts';
import type { LedgerEntry } from '../../shared/domain/ledger.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import type { Work } from '../../shared/domain/work.ts';
import type { StepName } from '../../shared/workflow/steps.ts';
import { content } from './activity.ts';
import { createLearner } from './learner.ts';
import { createService } from './service.ts';

/** A learner at an activity whose work is done step by step, as a test wants it. */
export async function createStepping() {
  const service = createService();
  await service.publish(content());
  const learner = await createLearner(service);
  const repositories = () => records({ ...service.portsOf('test'), table: service.table });
  /** The work that was asked for last. */
  const work = (): Work => required(service.held<Work>('work').at(-1), 'The work');
  const course = (): Participation => required(service.held<Participation>('participation')[0], 'The course');
  const run = (step: StepName, more: object = {}) => service.runStep(step, { ...work().input, ...more });
  return {
    ...{ service, learner, repositories, work, course, run },
    lastEntry: (): LedgerEntry => required(service.held<LedgerEntry>('ledgerEntry').at(-1), 'An event'),
    /** Has the course be otherwise than any handler would leave it. */
    alter: async (more: { readonly [Name in keyof Participation]?: Participation[Name] | undefined }) => {
      const { participations } = repositories();
      const before = required(await participations.of(course().learnerId, course().activityId), 'The course');
      await service.table.write([participations.put({ ...before.value, ...more } as Participation, before)]);
    },
    /** What a step that is run again returns, and whether it left everything as it was. */
    again: async (step: StepName, more: object = {}) => {
      const before = JSON.stringify(service.table.rows());
      const result = await run(step, more);
      return { result, changed: JSON.stringify(service.table.rows()) !== before };
    },
  };
}
export type Stepping = Awaited<ReturnType<typeof createStepping>>;
