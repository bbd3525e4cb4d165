import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
      'Their last attempt did not pass with 50 % (pass mark 75 %); they can start another.',
    ],
    [
      at('failed', { score: 50, attempts: { 'post-test': 3 } }),
      'Their last attempt did not pass with 50 % (pass mark 75 %), and all attempts are used; a further one can be given, with a reason.',
    ],
    [
      at('failed', { score: 50, attempts: { 'post-test': 3 }, extraAttempts: { 'post-test': 1 } }),
      'Their last attempt did not pass with 50 % (pass mark 75 %); they can start another.',
    ],
    [at('passed'), 'They passed, but have not completed the Course Evaluation, which credit requires.'],
    [at('evaluated'), 'They passed and completed the evaluation, but have not claimed their credit.'],
    [
      at('claimed', { parked }),
      'They claimed, but the award waits for staff since 2026-03-09: The profession was changed after claiming.',
    ],
    [at('notified'), 'They have the credit, the certificate and the mail about it.'],
  ])('is said in a sentence (%#)', (participation, sentence) => {
    expect(whyNoCredit({ participation, activity }, now).sentence).toBe(sentence);
  });

  it('is that the activity closed, where they can do nothing about it any more', () => {
    const closed = { ...activity, closesOn: '2026-02-01' };
    expect(whyNoCredit({ participation: at('failed'), activity: closed }, now)).toEqual({
      answer: 'attention',
      sentence: 'Their last attempt did not pass (pass mark 75 %), and it closed on 2026-02-01.',
    });
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
