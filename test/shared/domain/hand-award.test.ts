import { describe, expect, it } from 'vitest';
import { checkHandAward, type HandAwardStanding } from '../../../shared/domain/hand-award.ts';
import type { Learner } from '../../../shared/domain/learner.ts';
import { type Participation, type Stage, stages } from '../../../shared/domain/participation.ts';
import { published } from '../../support/activity.ts';
import '../../support/refusals.ts';

const now = '2026-03-09T04:30:00.000Z';
const activity = published();
const asked = {
  ...{ reason: 'The line broke down', proposedBy: 'Asha', participatedOn: '2026-03-08' },
  claims: [{ creditType: 'ama-pra-category-1', amount: 125 }],
};
const learner: Learner = {
  ...{ learnerId: 'learner', email: 'amelie@clinic.example', createdAt: now },
  profile: { givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician' },
};
const participation = (stage: Stage): Participation => ({
  ...{ learnerId: 'learner', activityId: 'hand-hygiene', cycle: 1, title: 'Hand Hygiene', startedAt: now },
  ...{ stage, attempts: {} },
});
const check = (otherwise: Partial<typeof asked> = {}, standing: Partial<HandAwardStanding> = {}) =>
  checkHandAward(
    { ...asked, ...otherwise },
    { activity, learner, participation: undefined, earnedElsewhere: false, ...standing },
    now,
  );

describe('credit that staff award by hand', () => {
  it('is for whoever took part and has no credit of it, however far they came', () => {
    expect(check()).toBeUndefined();
    for (const stage of ['open', 'attempting', 'failed', 'passed', 'evaluated'] as const)
      expect(check({}, { participation: participation(stage) }), stage).toBeUndefined();
  });

  it('needs a reason and who asks', () => {
    expect(check({ reason: ' ', proposedBy: '' })).toBeRefusedFor('by-missing', 'reason-missing');
  });

  it('is refused once credit was claimed, by this account or another of the same person', () => {
    for (const stage of stages.slice(stages.indexOf('claimed')))
      expect(check({}, { participation: participation(stage) }), stage).toBeRefusedFor('already-awarded');
    expect(check({}, { earnedElsewhere: true })).toBeRefusedFor('already-awarded');
  });

  it('waits for an attempt that is being graded, which may award it by itself', () => {
    expect(check({}, { participation: participation('grading') })).toBeRefusedFor('attempt-in-grading');
  });

  it('is for no account that was erased or merged, and for none without a name', () => {
    expect(check({}, { learner: { ...learner, erasedAt: now } })).toBeRefusedFor('account-closed');
    expect(check({}, { learner: { ...learner, mergedInto: 'other' } })).toBeRefusedFor('account-closed');
    const { profile: _, ...nameless } = learner;
    expect(check({ claims: [] }, { learner: nameless })).toBeRefusedFor('profile-required');
  });

  it('names whose account stands in the way', () => {
    const { profile: _, ...nameless } = learner;
    for (const standing of [
      { learner: nameless },
      { learner: { ...learner, erasedAt: now } },
      { earnedElsewhere: true },
      { participation: participation('grading') },
    ])
      expect(check({}, standing)).toMatchObject({ reasons: [{ field: '/learnerId' }] });
  });

  it('has the limits of a claim', () => {
    const claims = [{ creditType: 'ama-pra-category-1', amount: 160 }];
    expect(check({ claims })).toBeRefusedFor('amount-above-maximum', 'amount-off-step');
    expect(check({ claims: [] })).toBeRefusedFor('claim-empty');
  });
});

describe('the day that staff attest', () => {
  it('is one from the opening of the activity until today, in the zone of the activity', () => {
    expect(check({ participatedOn: activity.opensOn })).toBeUndefined();
    // Half past midnight in New York.
    expect(check({ participatedOn: '2026-03-09' })).toBeUndefined();
    for (const participatedOn of ['2026-01-14', '2026-03-10', '2026-02-30', 'yesterday', ''])
      expect(check({ participatedOn }), participatedOn).toBeRefusedFor('date-impossible');
  });

  it('is none after the activity closed', () => {
    const closed = { activity: { ...activity, closesOn: '2026-02-15' } };
    expect(check({ participatedOn: '2026-02-15' }, closed)).toBeUndefined();
    expect(check({ participatedOn: '2026-02-16' }, closed)).toMatchObject({
      reasons: [
        {
          ...{ code: 'date-impossible', field: '/participatedOn' },
          message: 'Nobody could take part on 2026-02-16: that was possible from 2026-01-15 to 2026-02-15.',
        },
      ],
    });
  });

  it('is the day that a live activity was held on, and no other', () => {
    const held = { activity: { ...activity, heldOn: '2026-03-01' } };
    expect(check({ participatedOn: '2026-03-01' }, held)).toBeUndefined();
    expect(check({ participatedOn: '2026-03-02' }, held)).toBeRefusedFor('date-not-held');
    expect(check({ participatedOn: '2026-03-02' }, held)).toMatchObject({ reasons: [{ field: '/participatedOn' }] });
  });

  it('is the day on which it was held also where attempts are started only afterwards', () => {
    const later = { activity: { ...activity, heldOn: '2026-03-01', opensOn: '2026-03-02' } };
    expect(check({ participatedOn: '2026-03-01' }, later)).toBeUndefined();
    expect(check({ participatedOn: '2026-03-02' }, later)).toBeRefusedFor('date-not-held');
  });

  it('is none before a live activity was held', () => {
    const ahead = { activity: { ...activity, heldOn: '2026-03-10' } };
    expect(check({ participatedOn: '2026-03-10' }, ahead)?.reasons).toMatchObject([
      {
        ...{ code: 'date-impossible', field: '/participatedOn' },
        message: 'Nobody could take part by 2026-03-09: the activity is held on 2026-03-10.',
      },
    ]);
    // Half past midnight in New York.
    const today = { activity: { ...activity, heldOn: '2026-03-09' } };
    expect(check({ participatedOn: '2026-03-09' }, today)).toBeUndefined();
  });
});
