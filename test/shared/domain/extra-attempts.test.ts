import { describe, expect, it } from 'vitest';
import { checkExtraAttempts, couldUseMore, MOST_MORE } from '../../../shared/domain/extra-attempts.ts';
import { type Participation, stages } from '../../../shared/domain/participation.ts';
import { published } from '../../support/activity.ts';
import '../../support/refusals.ts';

const activity = published();
const asked = { reason: 'The line broke down', proposedBy: 'Asha', assessmentId: 'post-test', more: 1 };
const participation = (overrides: Partial<Participation> = {}): Participation => ({
  ...{ learnerId: 'learner', activityId: 'hand-hygiene', cycle: 1, title: 'Hand Hygiene' },
  ...{ startedAt: '2026-03-09T04:30:00.000Z', stage: 'failed', attempts: { 'post-test': 3 } },
  ...overrides,
});
const check = (otherwise: Partial<typeof asked> = {}, standing: Participation | undefined = participation()) =>
  checkExtraAttempts({ ...asked, ...otherwise }, { activity, participation: standing });
const open = '2026-03-09T04:30:00.000Z';

describe('more attempts for one learner', () => {
  it('can be given where attempts are limited, from one to ten at a time', () => {
    expect(check()).toBeUndefined();
    expect(check({ more: MOST_MORE })).toBeUndefined();
    for (const more of [0, -1, 1.5, MOST_MORE + 1, Number.NaN])
      expect(check({ more }), String(more)).toBeRefusedFor('number-impossible');
  });

  it('can be given before the first attempt', () => {
    expect(checkExtraAttempts(asked, { activity, participation: undefined })).toBeUndefined();
  });

  it('need a reason, an option that there is, and a limit that they go beyond', () => {
    expect(check({ reason: '', proposedBy: '' })).toBeRefusedFor('by-missing', 'reason-missing');
    expect(check({ assessmentId: 'unknown' })).toBeRefusedFor('assessment-unknown');
    expect(check({ assessmentId: 'verification' })).toBeRefusedFor('no-limit');
  });

  it('are for nobody who has passed', () => {
    for (const stage of stages) {
      const refused = check({}, participation({ stage }));
      if (stages.indexOf(stage) >= stages.indexOf('passed')) expect(refused, stage).toBeRefusedFor('already-passed');
      else expect(refused, stage).toBeUndefined();
    }
  });

  it('name the field that each reason is about', () => {
    expect(check({ assessmentId: 'unknown', more: 0 })).toMatchObject({
      reasons: [
        { field: '/assessmentId', remedy: 'Choose one of: Participation Verification, Post-Test.' },
        { field: '/more' },
      ],
    });
    expect(check({ assessmentId: 'verification' })).toMatchObject({ reasons: [{ field: '/assessmentId' }] });
    expect(check({}, participation({ stage: 'passed' }))).toMatchObject({ reasons: [{ field: '/assessmentId' }] });
  });

  it('are worth offering while the activity is open, something limited was tried, and nothing is passed', () => {
    expect(couldUseMore(participation(), activity, open)).toBe(true);
    expect(couldUseMore(participation(), undefined, open)).toBe(false);
    expect(couldUseMore(participation(), activity, '2029-03-09T04:30:00.000Z')).toBe(false);
    expect(couldUseMore(participation({ stage: 'passed' }), activity, open)).toBe(false);
    expect(couldUseMore(participation({ attempts: {} }), activity, open)).toBe(false);
    expect(couldUseMore(participation({ attempts: { 'post-test': 0 } }), activity, open)).toBe(false);
    expect(couldUseMore(participation({ attempts: { verification: 2 } }), activity, open)).toBe(false);
    expect(couldUseMore(participation({ attempts: { verification: 2, 'post-test': 1 } }), activity, open)).toBe(true);
  });
});
