import type { Answered } from '../../client.ts';

export type Activity = Answered<'GET', '/api/activities/{activityId}'>;
export type Participation = NonNullable<Activity['participation']>;
export type TaskLine = Participation['tasks'][number];
export type AssessmentLine = Activity['assessments'][number];
export type Attempt = Answered<'GET', '/api/attempts/{attemptId}'>;
export type Question = NonNullable<Attempt['questions']>[number];
export type Evaluation = Answered<'GET', '/api/activities/{activityId}/evaluation'>;
export type Claimable = NonNullable<Activity['claimable']>[number];
