import { nodeDigests } from '../../../functions/adapters/system.ts';
import { FIRST_CYCLE } from '../../../functions/records/participations.ts';
import type { Session } from '../../../functions/records/sign-ins.ts';
import type { Answers } from '../../../shared/domain/assessment.ts';
import { type Attempt, sameAnswers } from '../../../shared/domain/attempt.ts';
import type { ConsentEvent, Purpose } from '../../../shared/domain/consent.ts';
import type { Learner } from '../../../shared/domain/learner.ts';
import { hasReached, type Participation } from '../../../shared/domain/participation.ts';
import type { Award } from '../../../shared/domain/wallet.ts';
import type { Key } from '../../../shared/ports.ts';
import { entities } from '../../../shared/table.ts';
import type { Pledged } from './pledges.ts';

/** What a learner's writes are to leave in the table, each in its row. */
export function placesOf(email: string, learnerId: string) {
  const at = <Thing>(key: Key, what: string, shows: (thing: Thing) => boolean): Pledged => ({
    ...{ key, learnerId, what: `${email}: ${what}` },
    shows: (data) => shows(data as Thing),
  });
  const inAttempt = (attemptId: string, what: string, shows: (attempt: Attempt) => boolean): Pledged =>
    at(entities.attempt.keyOf({ learnerId, attemptId }), `${what} of ${attemptId}`, shows);
  const inCourse = (activityId: string, what: string, shows: (participation: Participation) => boolean): Pledged =>
    at(entities.participation.keyOf({ learnerId, activityId, cycle: FIRST_CYCLE }), `${what} of ${activityId}`, shows);

  return {
    session: (secret: string): Pledged => {
      const key = entities.session.keyOf({ sessionHash: nodeDigests().sha256(secret) });
      return at<Session>(key, 'the session', (session) => session.learnerId === learnerId);
    },
    profile: (saved: Readonly<Record<string, string>>): Pledged =>
      at<Learner>(entities.learner.keyOf({ learnerId }), 'the profile', ({ profile }) =>
        Object.entries(saved).every(([name, value]) => Reflect.get(profile ?? {}, name) === value),
      ),
    decision: (purpose: Purpose, number: number, given: boolean): Pledged =>
      at<ConsentEvent>(
        entities.consent.keyOf({ learnerId, purpose, number }),
        `the decision ${number}`,
        ({ decision }) => decision === (given ? 'given' : 'withdrawn'),
      ),
    begun: (attemptId: string): Pledged =>
      inAttempt(attemptId, 'the beginning', (attempt) => attempt.attemptId === attemptId),
    saved: (attemptId: string, answers: Answers): Pledged =>
      inAttempt(
        attemptId,
        'the saved answers',
        (attempt) => attempt.status === 'in-progress' && sameAnswers(attempt.answers, answers),
      ),
    submitted: (attemptId: string, answers: Answers): Pledged =>
      inAttempt(
        attemptId,
        'the submission',
        (attempt) => attempt.status !== 'in-progress' && sameAnswers(attempt.answers, answers),
      ),
    graded: (attemptId: string, result: Attempt['status']): Pledged =>
      inAttempt(attemptId, 'the result', ({ status }) => status === result),
    evaluated: (activityId: string): Pledged =>
      inCourse(activityId, 'the evaluation', ({ stage }) => hasReached(stage, 'evaluated')),
    claimed: (activityId: string, amount: number): Pledged =>
      inCourse(
        activityId,
        'the claim',
        ({ stage, claims }) => hasReached(stage, 'claimed') && claims?.length === 1 && claims[0]?.amount === amount,
      ),
    awarded: (activityId: string, certificateId: string): Pledged =>
      at<Award>(
        entities.credit.keyOf({ learnerId, activityId, cycle: FIRST_CYCLE }),
        `the award of ${activityId}`,
        (award) => award.certificateId === certificateId,
      ),
  };
}
