import { describe, expect, it, vi } from 'vitest';
import type { stages } from '../../shared/domain/participation.ts';
import { taskList } from '../../shared/domain/participation.ts';
import { offline } from '../../web/client.ts';
import { ProblemNotice } from '../../web/components/problem-notice.tsx';
import { nextActions } from '../../web/learner/screens/next-action.ts';
import { Actions } from '../../web/learner/screens/next-actions.tsx';

const schedule = {
  opensOn: '2026-01-01',
  closesOn: '2026-12-31',
  zone: 'America/New_York',
  assessments: [{ assessmentId: 'post-test' }],
};

const at = (stage: (typeof stages)[number]) => {
  const participation = {
    learnerId: 'l1',
    activityId: 'a1',
    cycle: 1,
    title: 'Blood Thinners',
    startedAt: '2026-03-08T10:00:00.000Z',
    stage,
    attempts: { 'post-test': 1 },
  };
  const tasks = taskList(schedule, participation, '2026-03-09T10:00:00.000Z').map((task) => ({
    ...task,
    reasons: [...task.reasons],
  }));
  return nextActions([{ activityId: 'a1', title: 'Blood Thinners', participation: { stage, tasks } }]).map(
    ({ label }) => label,
  );
};

describe('what a learner can do next', () => {
  it.each([
    ['attempting', 'Continue the Post-Test of Blood Thinners'],
    ['failed', 'Continue the Post-Test of Blood Thinners'],
    ['passed', 'Complete the Course Evaluation for Blood Thinners'],
    ['evaluated', 'Claim credit for Blood Thinners'],
  ] as const)('is, at the stage %s: %s', (stage, label) => {
    expect(at(stage)).toEqual([label]);
  });

  it.each(['open', 'claimed', 'awarded', 'issued', 'notified'] as const)('is nothing at the stage %s', (stage) => {
    expect(at(stage)).toEqual([]);
  });

  it('is nothing in an activity that was never started', () => {
    expect(nextActions([{ activityId: 'a1', title: 'Blood Thinners' }])).toEqual([]);
  });

  it('is said to be unknown where it could not be loaded, and asked for again on request', async () => {
    const reload = vi.fn();
    const failed = Actions({ of: { state: 'failed', body: undefined, problem: offline, reload } });
    expect(failed).toMatchObject({ type: ProblemNotice, props: { problem: { status: 0 } } });
    expect(failed?.props.problem.title).toBe('What to do next could not be loaded.');
    failed?.props.retry();
    expect(reload).toHaveBeenCalledOnce();
  });
});
