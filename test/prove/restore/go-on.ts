import { DAY, MINUTE } from '../../../shared/domain/kinds.ts';
import { right } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, physician, signIn } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';
import { countIn } from '../tally.ts';
import type { Career, Made } from './careers.ts';

/** What must have become of a learner when the restored system has gone on: awards, and mails about them that it sent. */
interface Wanted {
  readonly says: string;
  readonly awards: number;
  readonly mails: number;
}

const asBefore = { awards: 1, mails: 0 };
const wanted: Readonly<Record<Career, Wanted>> = {
  'in an attempt': { says: 'in an attempt: submitted it, claimed, and were awarded once', awards: 1, mails: 1 },
  'waiting to be graded': {
    says: 'waiting to be graded: were graded, claimed, and were awarded once',
    awards: 1,
    mails: 1,
  },
  failed: { says: 'failed: passed by another attempt, claimed, and were awarded once', awards: 1, mails: 1 },
  passed: { says: 'passed: evaluated, claimed, and were awarded once', awards: 1, mails: 1 },
  'ready to claim': { says: 'ready to claim: claimed, and were awarded once', awards: 1, mails: 1 },
  'claimed, and not awarded yet': { says: 'claimed, and not awarded yet: were awarded once', awards: 1, mails: 1 },
  'awarded, with the mail to be sent': {
    says: 'awarded, with the mail to be sent: it was sent once',
    awards: 1,
    mails: 1,
  },
  parked: { says: 'parked: were issued the certificate once their name was mended', awards: 1, mails: 1 },
  certified: { says: 'certified: as before', ...asBefore },
  corrected: { says: 'corrected: as before', ...asBefore },
  revoked: { says: 'revoked: the mail about it was sent once', awards: 1, mails: 1 },
  suspended: { says: 'suspended: the mail about it was sent once', awards: 1, mails: 1 },
  'erased before': { says: 'erased before the backup: erased', awards: 0, mails: 0 },
  'erased since': { says: 'erased after the backup: erased again', awards: 0, mails: 0 },
};

/** Goes on with a learner from where they stand, as they would: signs in anew, and does what is next until nothing is. */
async function finish(service: Service, { career, learner: { email } }: Made): Promise<void> {
  const learner = await createLearner(service, { email, profile: physician });
  const { params } = learner;
  if (career === 'in an attempt') {
    const { body } = await learner.ask('getActivity', { params });
    await learner.submit(body.participation?.attemptId ?? '', right);
  }
  if (career === 'failed') await learner.pass();
  if (['in an attempt', 'waiting to be graded', 'failed', 'passed'].includes(career)) await learner.evaluate();
  await learner.claim(['ama-pra-category-1', 100]);
}

const goesOn: readonly Career[] = ['in an attempt', 'waiting to be graded', 'failed', 'passed', 'ready to claim'];

/**
 * Lets a restored system go on: its sweeper does what was pending, its learners what was next, its staff mend what was parked.
 * @returns how many came to what, and adds to `failures` who did not
 */
export async function goOn(
  service: Service,
  made: readonly Made[],
  failures: string[],
): Promise<Record<string, number>> {
  for (let rounds = 0; rounds < 4; rounds++) {
    service.pass(5 * MINUTE);
    await service.sweep();
    await service.eraseLearners();
  }
  for (const each of made) {
    if (goesOn.includes(each.career)) await finish(service, each);
    if (each.career === 'parked') await createLearner(service, { email: each.learner.email, profile: physician });
  }
  for (const { workId } of (await service.parked()).work) await service.redrive(workId);
  // Twice: what is done is not done again.
  for (let days = 0; days < 2; days++) {
    service.pass(DAY);
    await service.sweep();
  }
  const { findings } = await auditAll(service);
  failures.push(...findings.map(({ where, wrong }) => `After it went on: ${where} ${wrong}`));
  if ((await service.parked()).work.length > 0) failures.push('Work is parked still');

  const outcomes: Record<string, number> = {};
  for (const { career, learner } of made) {
    const { says, awards, mails } = wanted[career];
    // From one network only so many sign in at once.
    service.pass(MINUTE);
    const sent = service.inbox.delivered.filter(({ to, text }) => to === learner.email && !text.includes('Code: '));
    const { body } = await (await signIn(service, learner.email)).ask('getWallet');
    if (body.credits.length === awards && sent.length === mails) countIn(outcomes, says);
    else failures.push(`${learner.email}, ${career}: ${body.credits.length} awards and ${sent.length} mails`);
  }
  return outcomes;
}
