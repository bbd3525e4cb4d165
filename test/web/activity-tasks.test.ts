import { describe, expect, it } from 'vitest';
import { type Participation, taskList } from '../../shared/domain/participation.ts';
import { profileTo, signInTo } from '../../web/components/landing.ts';
import type { Activity } from '../../web/learner/screens/activity-types.ts';
import { TaskList, taskHref } from '../../web/learner/screens/task-list.tsx';
import { tasksOf } from '../../web/learner/screens/tasks-of.ts';
import { linksOf, wordsOf } from '../support/words-of.ts';

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

  it('are not needed, but for the certificate, by whom staff awarded credit: that is said once, and leads to it', () => {
    const schedule = { opensOn: '2026-01-01', closesOn: '2026-12-31', zone: 'America/New_York', assessments: [] };
    const awarded = { stage: 'issued', byHand: 'change-1' } as Participation;
    const participation = {
      ...{ stage: 'issued', certificateId: 'certificate-1' },
      tasks: taskList(schedule, awarded, '2026-03-09T10:00:00.000Z'),
    } as unknown as NonNullable<Activity['participation']>;
    const activity = { activityId: 'x', participation, closed: [] } as unknown as Activity;
    const list = TaskList({ activity, tasks: tasksOf(activity) });
    expect(wordsOf(list)).toBe(
      [
        'Steps to your credit1 of 1 completedPost-TestNot needed',
        'The provider’s staff recorded that you took part and awarded your credit. Nothing to do; open your certificate.',
        'Course EvaluationNot neededClaim creditNot neededCertificateCompletedOpen your certificate',
      ].join(''),
    );
    expect(linksOf(list)).toEqual(['/c/certificate-1', '/c/certificate-1']);
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
