import { lazy } from '../../components/lazy.tsx';
import type { Screens } from '../../components/router.tsx';

/** The screens of writing activities: the list, one for each page of an activity, and its versions. */
export const activityScreens: Screens = [
  ['/admin/activities', lazy(async () => (await import('./list.tsx')).ActivityList)],
  ['/admin/activities/new', lazy(async () => (await import('./new.tsx')).NewActivity)],
  ['/admin/activities/:activityId/details', lazy(async () => (await import('./details.tsx')).Details)],
  ['/admin/activities/:activityId/dates', lazy(async () => (await import('./dates.tsx')).Dates)],
  ['/admin/activities/:activityId/faculty', lazy(async () => (await import('./faculty.tsx')).FacultySection)],
  ['/admin/activities/:activityId/objectives', lazy(async () => (await import('./objectives.tsx')).Objectives)],
  ['/admin/activities/:activityId/credit', lazy(async () => (await import('./credit.tsx')).Credit)],
  ['/admin/activities/:activityId/statements', lazy(async () => (await import('./statements.tsx')).Statements)],
  ['/admin/activities/:activityId/assessments', lazy(async () => (await import('./assessments.tsx')).Assessments)],
  ['/admin/activities/:activityId/assessments/:part', lazy(async () => (await import('./assessment.tsx')).Assessment)],
  ['/admin/activities/:activityId/evaluation', lazy(async () => (await import('./evaluation.tsx')).EvaluationSection)],
  [
    '/admin/activities/:activityId/certificate',
    lazy(async () => (await import('./certificate.tsx')).CertificateSection),
  ],
  ['/admin/activities/:activityId/publish', lazy(async () => (await import('./publish.tsx')).Publish)],
  ['/admin/activities/:activityId/preview', lazy(async () => (await import('./preview.tsx')).Preview)],
  ['/admin/activities/:activityId/versions', lazy(async () => (await import('./versions.tsx')).Versions)],
  ['/admin/activities/:activityId/versions/:version', lazy(async () => (await import('./version.tsx')).Version)],
];
