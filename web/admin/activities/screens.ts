import type { ScreenAt } from '../../components/paths.ts';

/** The screens of writing activities: the list, one for each page of an activity, and its versions. */
export const activityScreens: readonly ScreenAt[] = [
  ['/admin/activities', async () => (await import('./list.tsx')).ActivityList, () => '/api/admin/activities'],
  ['/admin/activities/new', async () => (await import('./new.tsx')).NewActivity],
  ['/admin/activities/:activityId/details', async () => (await import('./details.tsx')).Details],
  ['/admin/activities/:activityId/dates', async () => (await import('./dates.tsx')).Dates],
  ['/admin/activities/:activityId/faculty', async () => (await import('./faculty.tsx')).FacultySection],
  ['/admin/activities/:activityId/objectives', async () => (await import('./objectives.tsx')).Objectives],
  ['/admin/activities/:activityId/credit', async () => (await import('./credit.tsx')).Credit],
  ['/admin/activities/:activityId/statements', async () => (await import('./statements.tsx')).Statements],
  ['/admin/activities/:activityId/assessments', async () => (await import('./assessments.tsx')).Assessments],
  ['/admin/activities/:activityId/assessments/:part', async () => (await import('./assessment.tsx')).Assessment],
  ['/admin/activities/:activityId/evaluation', async () => (await import('./evaluation.tsx')).EvaluationSection],
  ['/admin/activities/:activityId/certificate', async () => (await import('./certificate.tsx')).CertificateSection],
  ['/admin/activities/:activityId/publish', async () => (await import('./publish.tsx')).Publish],
  ['/admin/activities/:activityId/preview', async () => (await import('./preview.tsx')).Preview],
  ['/admin/activities/:activityId/versions', async () => (await import('./versions.tsx')).Versions],
  ['/admin/activities/:activityId/versions/:version', async () => (await import('./version.tsx')).Version],
];
