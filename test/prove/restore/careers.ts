import { DAY, HOUR } from '../../../shared/domain/kinds.ts';
import { simulatedPrinter } from '../../simulation/ports/simulated-printer.ts';
import { randomFrom } from '../../simulation/random.ts';
import { content, wrong } from '../../support/activity.ts';
import { createLearner, type Learner, physician } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

/** A name that no certificate can print, so that the work is parked. */
const unprintable = { ...physician, givenName: 'Luz 🦄' };

interface At {
  readonly service: Service;
  readonly learner: Learner;
}

const claim = ({ learner }: At) => learner.claim(['ama-pra-category-1', 100]);

/** Does something while nobody runs what the outbox asks for, as when the process dies over it. */
async function unheard({ service }: At, act: () => Promise<unknown>): Promise<void> {
  service.workflows.mode = 'lost';
  await act();
  service.workflows.mode = 'prompt';
}

/** What has become of a learner by the moment that a backup is of, in the order of the journey. */
const careers = {
  'in an attempt': async ({ learner }) => void (await learner.start()),
  'waiting to be graded': async (at) => {
    const { attemptId } = (await at.learner.start()).body;
    await unheard(at, () => at.learner.submit(attemptId));
  },
  failed: async ({ learner }) => void (await learner.pass(wrong)),
  passed: async ({ learner }) => void (await learner.pass()),
  'ready to claim': async ({ learner }) => learner.ready(),
  'claimed, and not awarded yet': async (at) => {
    await at.learner.ready();
    await unheard(at, () => claim(at));
  },
  'awarded, with the mail to be sent': async ({ service, learner }) => {
    service.state.mailIsDown = true;
    await learner.complete();
    service.state.mailIsDown = false;
  },
  parked: async (at) => {
    await at.learner.ready();
    await claim(at);
  },
  certified: async ({ learner }) => void (await learner.complete()),
  corrected: ({ service, learner }) =>
    change(service, learner, 'correct', { correction: { name: 'Amélie Nguyen-Roth, MD, FACP' } }),
  revoked: ({ service, learner }) => change(service, learner, 'revoke'),
  suspended: ({ service, learner }) => change(service, learner, 'suspend'),
  'erased before': async ({ learner }) => void (await learner.complete()),
  'erased since': async ({ learner }) => void (await learner.complete()),
} as const satisfies Readonly<Record<string, (at: At) => Promise<void>>>;
export type Career = keyof typeof careers;
const names = Object.keys(careers) as readonly Career[];

async function change(service: Service, learner: Learner, kind: string, more: object = {}): Promise<void> {
  const certificateId = await learner.complete();
  const reason = 'Found when it was looked at again';
  const proposed = await service.proposeChange({ kind, certificateId, reason, by: 'Asha', correction: {}, ...more });
  if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed));
  if (proposed.outcome === 'proposed')
    await service.decideChange({ changeId: proposed.change.changeId, approve: true, by: 'Benno' });
}

/** Has learners erased, to the end. */
export async function eraseAll(service: Service, made: readonly Made[]): Promise<void> {
  for (const { learner } of made)
    await service.eraseLearner({ learner: learner.email, reason: 'Asked by telephone', by: 'Asha' });
  service.pass(8 * DAY);
  for (let looked = { closed: 1, done: 0 }; looked.closed + looked.done > 0; service.pass(HOUR))
    looked = await service.eraseLearners();
}

/** A learner, and how far they came. */
export interface Made {
  readonly career: Career;
  readonly learner: Learner;
}

/** A store with the careers of some learners over some days, each of them signed. Of each kind one at least, where there is room. */
export async function storeOf(learners: number, seed: number): Promise<{ service: Service; made: readonly Made[] }> {
  // What is drawn on a certificate makes no difference to its being brought back, and takes most of the time.
  const service = createService({ printer: simulatedPrinter });
  const random = randomFrom(seed);
  await service.publish(content());
  const made: Made[] = [];
  const make = async (career: Career): Promise<void> => {
    const email = `learner-${made.length}@example.org`;
    const learner = await createLearner(service, { email, profile: career === 'parked' ? unprintable : physician });
    await careers[career]({ service, learner });
    made.push({ career, learner });
  };
  const drawn = Array.from({ length: learners }, (_, index) => names[index] ?? random.pick(names));
  for (const career of drawn) if (career === 'erased before') await make(career);
  await eraseAll(service, made);
  for (const career of drawn) {
    if (career === 'erased before') continue;
    await make(career);
    if (random.chance(4 / learners)) {
      await service.signHeads();
      service.pass(DAY);
    }
  }
  await service.signHeads();
  return { service, made };
}
