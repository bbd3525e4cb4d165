import { describe, expect, it } from 'vitest';
import { closingDay, evaluateOpening, findAssessment, standingOf, summaryOf } from '../../../shared/domain/activity.ts';
import { published } from '../../support/activity.ts';
import '../../support/refusals.ts';

const activity = published();
const { opensOn, closesOn, zone } = activity;

describe('the days on which an activity can be started', () => {
  // New York is five hours behind UTC in January and December.
  it('are those from the first to the last, both included, in the zone of the activity', () => {
    expect(evaluateOpening(activity, '2026-01-15T04:59:59.999Z')).toBeRefusedFor('activity-not-open');
    expect(evaluateOpening(activity, '2026-01-15T05:00:00.000Z')).toBeUndefined();
    expect(evaluateOpening(activity, '2029-01-01T04:59:59.999Z')).toBeUndefined();
    expect(evaluateOpening(activity, '2029-01-01T05:00:00.000Z')).toBeRefusedFor('activity-closed');
  });

  it('are told in words', () => {
    const told = (now: string) => evaluateOpening(activity, now)?.reasons.map(({ message }) => message);
    expect(told('2025-12-31T12:00:00.000Z')).toEqual(['This activity opens on 15 January 2026.']);
    expect(told('2029-01-02T12:00:00.000Z')).toEqual(['This activity closed on 31 December 2028.']);
  });

  it('do not begin before the day on which it is held, however early it opens', () => {
    const live = { ...activity, heldOn: '2026-09-17' };
    expect(evaluateOpening(live, '2026-09-17T03:59:59.999Z')?.reasons).toMatchObject([
      { code: 'activity-not-open', message: 'This activity is held on 17 September 2026.' },
    ]);
    expect(evaluateOpening(live, '2026-09-17T04:00:00.000Z')).toBeUndefined();
    expect(evaluateOpening({ ...activity, heldOn: '2026-01-14' }, '2026-01-15T04:00:00.000Z')?.reasons).toMatchObject([
      { message: 'This activity opens on 15 January 2026.' },
    ]);
    expect(summaryOf(live)).toMatchObject({ opensOn, heldOn: '2026-09-17' });
  });

  it('are told of a draft that has none yet, without breaking', () => {
    const draft = { opensOn: '', closesOn: '', zone };
    expect(evaluateOpening(draft, '2026-01-31T12:00:00.000Z')?.reasons).toMatchObject([
      { message: 'This activity closed on a day that is not set yet.' },
    ]);
  });

  it('end where staff close it early, and are never made longer by that', () => {
    const early = { opensOn, closesOn, zone, closesEarlyOn: '2026-06-30' };
    expect(evaluateOpening(early, '2026-06-30T12:00:00.000Z')).toBeUndefined();
    expect(evaluateOpening(early, '2026-07-01T12:00:00.000Z')).toBeRefusedFor('activity-closed');
    expect(closingDay('2026-06-30', undefined)).toBe('2026-06-30');
    expect(closingDay('2026-06-30', '2026-07-01')).toBe('2026-06-30');
    expect(closingDay('2026-06-30', '2026-06-29')).toBe('2026-06-29');
  });

  it('are over once it is withdrawn, which is then the only reason', () => {
    const withdrawn = { opensOn, closesOn, zone, withdrawnAt: '2026-02-01T00:00:00.000Z' };
    expect(evaluateOpening(withdrawn, '2025-01-01T00:00:00.000Z')).toBeRefusedFor('activity-withdrawn');
  });
});

describe('what a list shows of an activity', () => {
  it('is enough to tell where a learner stands in it, and no question', () => {
    const summary = summaryOf(activity);
    expect(summary).toEqual({
      ...{ activityId: 'hand-hygiene', version: 1, title: activity.title, summary: activity.summary },
      ...{ format: 'enduring-material', opensOn, closesOn, estimatedMinutes: 90, credits: activity.credits, zone },
      providerName: 'Meridian Society',
      assessments: [
        {
          ...{ assessmentId: 'verification', kind: 'participation-verification', questionCount: 1 },
          ...{ title: 'Participation Verification', passMark: 100, feedback: 'score' },
        },
        {
          ...{ assessmentId: 'post-test', kind: 'post-test', title: 'Post-Test', questionCount: 4 },
          ...{ passMark: 75, attemptLimit: 3, feedback: 'rationale' },
        },
      ],
    });
  });

  it('says what kind of other activity it is, and what staff decided of it', () => {
    const decided = { withdrawnAt: '2026-02-01T00:00:00.000Z', closesEarlyOn: '2026-06-30' };
    expect(summaryOf({ ...activity, ...decided, formatDetail: 'Journal club' })).toMatchObject({
      ...{ ...decided, formatDetail: 'Journal club' },
    });
    expect(standingOf({ ...activity, ...decided })).toEqual(decided);
    expect(standingOf({})).toEqual({});
  });

  it('finds one of its options by its id', () => {
    expect(findAssessment(activity, 'post-test')?.title).toBe('Post-Test');
    expect(findAssessment(activity, 'unknown')).toBeUndefined();
  });
});
