import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../shared/domain/activity.ts';
import { couldUseMore } from '../../../shared/domain/extra-attempts.ts';
import { hasReached, type Participation, stages } from '../../../shared/domain/participation.ts';
import { whyNoCredit } from '../../../shared/domain/why-no-credit.ts';

const now = '2026-03-09T04:30:00.000Z';
const activity = {
  ...{ opensOn: '2026-01-15', closesOn: '2028-12-31', zone: 'America/New_York' },
  assessments: [{ assessmentId: 'post-test', attemptLimit: 3, passMark: 75 }],
};
const at = (stage: Participation['stage'], more: Partial<Participation> = {}): Participation => ({
  ...{ learnerId: 'l', activityId: 'a', cycle: 1, title: 'T', startedAt: now, attempts: { 'post-test': 1 }, stage },
  assessmentId: 'post-test',
  ...more,
});
const parked = { step: 'award-credit', reason: 'The profession was changed after claiming.', at: now };

describe('why somebody has no credit yet', () => {
  it.each([
    [at('open', { attempts: {} }), 'They have not started an attempt.'],
    [
      at('failed', { score: 50 }),
      'Their last attempt did not pass with 50 % (passing score 75 %); they can start another.',
    ],
    [
      at('failed', { score: 50, attempts: { 'post-test': 3 } }),
      'Their last attempt did not pass with 50 % (passing score 75 %), and all attempts are used; a further one can be given, with a reason.',
    ],
    [
      at('failed', { score: 50, attempts: { 'post-test': 3 }, extraAttempts: { 'post-test': 1 } }),
      'Their last attempt did not pass with 50 % (passing score 75 %); they can start another.',
    ],
    [at('passed'), 'They passed, but have not completed the Course Evaluation, which credit requires.'],
    [at('evaluated'), 'They passed and completed the evaluation, but have not claimed their credit.'],
    [
      at('claimed', { parked }),
      'They claimed, but the award waits for staff since 9 March 2026 (UTC): The profession was changed after claiming.',
    ],
    [
      at('grading', { parked: { ...parked, reason: 'The key is missing. ' } }),
      'Their attempt is submitted, but its grading waits for staff since 9 March 2026 (UTC): The key is missing.',
    ],
    [
      at('awarded', { parked: { ...parked, reason: 'No font has a letter of the name..' } }),
      'They have the credit, but the certificate waits for staff since 9 March 2026 (UTC): No font has a letter of the name.',
    ],
    [at('failed', { assessmentId: 'gone' }), 'Their last attempt did not pass; they can start another.'],
    [at('claimed'), 'They claimed, and the credit is being awarded now.'],
    [at('claimed', { claimedAt: now }), 'They claimed on 9 March 2026 (UTC), and the credit is being awarded now.'],
    [at('issued'), 'They have the credit and the certificate; the mail about it is not sent yet.'],
    [at('notified'), 'They have the credit, the certificate and the mail about it.'],
  ])('is said in a sentence (%#)', (participation, sentence) => {
    expect(whyNoCredit({ participation, activity }, now).sentence).toBe(sentence);
  });

  it('is that the activity closed, where they can do nothing about it any more', () => {
    const closed = { ...activity, closesOn: '2026-02-01' };
    expect(whyNoCredit({ participation: at('failed'), activity: closed }, now)).toEqual({
      answer: 'attention',
      sentence: 'Their last attempt did not pass (passing score 75 %), and it closed on 1 February 2026.',
    });
  });

  it('is what keeps them from beginning: it has not opened, it closed, or it is offered no more', () => {
    const participation = at('open', { attempts: {} });
    const said = (of: typeof activity | undefined) => whyNoCredit({ participation, activity: of }, now);
    expect(said({ ...activity, opensOn: '2026-06-01' })).toEqual({
      answer: 'attention',
      sentence: 'They have not started an attempt, and it opens on 1 June 2026.',
    });
    expect(said({ ...activity, closesOn: '2026-02-01' }).sentence).toBe(
      'They have not started an attempt, and it closed on 1 February 2026.',
    );
    expect(said(undefined).sentence).toBe('They have not started an attempt, and the activity is no longer offered.');
  });

  it('is what staff decided of the activity beside its versions, with the day from which on it counts', () => {
    const participation = at('open', { attempts: {} });
    const said = (standing: Standing) =>
      whyNoCredit({ participation, activity: { ...activity, ...standing } }, now).sentence;
    expect(said({ withdrawnAt: '2026-02-01T12:00:00.000Z' })).toBe(
      'They have not started an attempt, and the provider withdrew the activity.',
    );
    expect(said({ closesEarlyOn: '2026-02-01' })).toBe(
      'They have not started an attempt, and it closed on 1 February 2026.',
    );
    expect(said({ closesEarlyOn: '2026-06-30' })).toBe('They have not started an attempt.');
  });

  it('is that a live activity was not held yet, however early it opened', () => {
    const participation = at('open', { attempts: {} });
    const said = (heldOn: string) => whyNoCredit({ participation, activity: { ...activity, heldOn } }, now).sentence;
    expect(said('2026-03-10')).toBe('They have not started an attempt, and it is held on 10 March 2026.');
    expect(said('2026-03-09')).toBe('They have not started an attempt.');
  });

  it('is not that attempts are used up while one way to pass is left', () => {
    const other = { assessmentId: 'verification', attemptLimit: 1, passMark: 100 };
    const two = { ...activity, assessments: [...activity.assessments, other] };
    const participation = at('failed', { attempts: { 'post-test': 3 } });
    expect(whyNoCredit({ participation, activity: two }, now).answer).toBe('not-yet');
  });

  it('is what was done to the credit, before anything else', () => {
    const said = (standing: 'revoked' | 'suspended') =>
      whyNoCredit({ participation: at('issued', { parked }), activity, award: { standing } }, now).sentence;
    expect(said('revoked')).toBe('Their credit was revoked.');
    expect(said('suspended')).toBe('Their credit is suspended until it is restored.');
  });

  it('has an answer wherever somebody stands, and says that there is credit only where there is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
        fc.option(fc.constantFrom('revoked' as const, 'suspended' as const), { nil: undefined }),
        fc.boolean(),
        fc.nat(4),
        fc.constantFrom('2026-01-01', '2026-03-01', '2028-12-31'),
        (stage, reason, standing, isOffered, started, closesOn) => {
          const participation = at(stage, {
            attempts: { 'post-test': started },
            ...(reason !== undefined && { parked: { ...parked, reason } }),
          });
          const found = whyNoCredit(
            {
              participation,
              activity: isOffered ? { ...activity, closesOn } : undefined,
              award: standing && { standing },
            },
            now,
          );
          expect(found.sentence).toMatch(/^(They|Their) [\s\S]+\.$/);
          expect(found.answer === 'credit').toBe(
            hasReached(stage, 'awarded') && standing === undefined && reason === undefined,
          );
          // What staff must act on is told apart from what the learner has still to do.
          if (reason !== undefined || standing) expect(found.answer).toBe('attention');
        },
      ),
    );
  });
});

describe('more attempts', () => {
  const unlimited = { ...activity, assessments: [{ assessmentId: 'post-test' }] };

  it.each([
    ['an attempt is under way', at('attempting'), activity, true],
    ['one is used, and one did not pass', at('failed'), activity, true],
    ['all are used', at('failed', { attempts: { 'post-test': 3 } }), activity, true],
    ['nothing was tried', at('open', { attempts: {} }), activity, false],
    ['they passed', at('passed'), activity, false],
    ['it may be tried as often as needed', at('failed'), unlimited, false],
    ['it closed', at('failed'), { ...activity, closesOn: '2026-02-01' }, false],
    ['it was withdrawn', at('failed'), { ...activity, withdrawnAt: now }, false],
    ['it is offered no more', at('failed'), undefined, false],
  ])('are offered only where they could be used: %s', (_, participation, of, expected) => {
    expect(couldUseMore(participation, of, now)).toBe(expected);
  });
});
