import type { ActivitySummary } from '../../shared/domain/activity.ts';
import { unsealed } from '../support/unsealed.ts';
import { contentsOf, dataOf } from './contents.ts';
import { simulatedCiphers } from './ports/simulated-ciphers.ts';
import type { World } from './world.ts';

/** What a learner may be told of a post-test that they may not begin, each with what it is called among the endings. */
export const locks = {
  'activity-withdrawn': 'somebody came too late: the activity was withdrawn, and they are told so',
  'activity-closed': 'somebody came too late: the activity had closed, and they are told so',
  'no-attempts-left': 'somebody has no attempts left, and is told so',
} as const;
type Lock = keyof typeof locks;

/** What kept a learner from beginning, where a visit ended so. */
export function lockOf(ending: string): Lock | undefined {
  const [, code = ''] = /^locked: (.*)$/.exec(ending) ?? [];
  return Object.hasOwn(locks, code) ? (code as Lock) : undefined;
}

/** Why somebody may not begin an attempt now, by the rows alone, in other words than the service’s own rules. */
export function whyLocked(world: World, email: string, activityId: string): Lock | undefined {
  const rows = world.table.rows();
  const summaries = rows.flatMap((row) => (row.kind === 'catalog' ? [dataOf<ActivitySummary>(row.data)] : []));
  const activity = summaries.find((summary) => summary.activityId === activityId);
  if (!activity) throw new Error(`There is no activity ${activityId}`);
  const { withdrawnAt, closesOn, closesEarlyOn = closesOn, zone, assessments } = activity;
  if (withdrawnAt !== undefined) return 'activity-withdrawn';
  const today = new Date(world.clockwork.nowMs()).toLocaleDateString('sv-SE', { timeZone: zone });
  if ([closesOn, closesEarlyOn].some((day) => today > day)) return 'activity-closed';
  const { learners, attempts } = contentsOf(unsealed(rows, world.keyTable.rows(), simulatedCiphers));
  const learner = learners.find((one) => one.email === email);
  const begun = attempts.filter((one) => one.learnerId === learner?.learnerId && one.activityId === activityId);
  const isUsedUp = assessments.every(
    ({ assessmentId, attemptLimit = Number.POSITIVE_INFINITY }) =>
      begun.filter((one) => one.assessmentId === assessmentId).length >= attemptLimit,
  );
  return isUsedUp ? 'no-attempts-left' : undefined;
}
