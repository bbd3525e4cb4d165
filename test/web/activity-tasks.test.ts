import { describe, expect, it } from 'vitest';
import { profileTo, signInTo } from '../../web/components/landing.ts';
import { taskHref } from '../../web/learner/screens/task-list.tsx';
import { tasksOf } from '../../web/learner/screens/tasks-of.ts';

const mine = { attemptId: 'attempt-1', certificateId: 'certificate-1' };

describe('the steps to the credit', () => {
  it('say once why nothing further can start, and of those after it what they wait for', () => {
    const reasons = [{ code: 'not-passed', message: 'Not passed yet.', remedy: 'Try again.' }];
    const locked = { status: 'locked', reasons } as const;
    const tasks = [
      { task: 'post-test', status: 'completed', reasons: [] },
      { task: 'evaluation', ...locked },
      { task: 'claim', ...locked },
      { task: 'certificate', ...locked },
    ] as const;
    const participation = { stage: 'failed', tasks: [...tasks] } as unknown as NonNullable<
      Parameters<typeof tasksOf>[0]['participation']
    >;
    expect(tasksOf({ participation, closed: [] }).map((line) => line.reasons.map(({ message }) => message))).toEqual([
      [],
      ['Not passed yet.'],
      ['Follows the evaluation.'],
      ['Issued when you have claimed your credit.'],
    ]);
  });

  it('are no links while they cannot be started', () => {
    expect(taskHref({ task: 'claim', status: 'locked' }, 'x', mine)).toBeUndefined();
  });

  it('lead to the Post-Test section before an attempt, and to the attempt while it is in progress or passed', () => {
    expect(taskHref({ task: 'post-test', status: 'ready' }, 'x', mine)).toBe('#post-test');
    expect(taskHref({ task: 'post-test', status: 'in-progress' }, 'x', mine)).toBe('/a/x/attempts/attempt-1');
    expect(taskHref({ task: 'post-test', status: 'completed' }, 'x', mine)).toBe('/a/x/attempts/attempt-1');
  });

  it('lead to the evaluation and the claim', () => {
    expect(taskHref({ task: 'evaluation', status: 'ready' }, 'x', mine)).toBe('/a/x/evaluation');
    expect(taskHref({ task: 'claim', status: 'ready' }, 'x', undefined)).toBe('/a/x/claim');
  });

  it('lead to the certificate once it is issued, and to how it goes before', () => {
    expect(taskHref({ task: 'certificate', status: 'completed' }, 'x', mine)).toBe('/c/certificate-1');
    expect(taskHref({ task: 'certificate', status: 'in-progress' }, 'x', mine)).toBe('/a/x/claim');
  });

  it('come back to the same question after signing in', () => {
    expect(signInTo('/a/x/attempts/y?question=3')).toBe('/sign-in?to=%2Fa%2Fx%2Fattempts%2Fy%3Fquestion%3D3');
    expect(profileTo('/a/x')).toBe('/profile?to=%2Fa%2Fx');
  });
});
