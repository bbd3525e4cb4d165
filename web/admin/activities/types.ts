import type { Answered } from '../../client.ts';

export type ActivityLine = Answered<'GET', '/api/admin/activities'>['activities'][number];
export type Draft = Answered<'GET', '/api/admin/activities/{activityId}/draft'>;
export type Checklist = Answered<'GET', '/api/admin/activities/{activityId}/checklist'>;
export type Gap = Checklist['gaps'][number];
export type Provider = Answered<'GET', '/api/admin/providers/{providerId}'>;
export type EvaluationSet = Answered<'GET', '/api/admin/evaluation-sets'>['sets'][number];
export type VersionLine = Answered<'GET', '/api/admin/activities/{activityId}/versions'>['versions'][number];
