import { courseStatus, courseStatuses } from './course-status.ts';
import { csvOf } from './csv.ts';
import type { Course } from './types.ts';

/** Course history as a file: a line a course, dates as `YYYY-MM-DD`, the certificate by its address. */
export const historyCsv = (courses: readonly Course[], origin: string): string =>
  csvOf([
    ['Course', 'Status', 'Started on (UTC)', 'Completed on', 'Certificate'],
    ...courses.map((course) => [
      course.title,
      courseStatuses[courseStatus(course)],
      course.startedAt.slice(0, 10),
      course.completedOn ?? '',
      course.certificateId ? `${origin}/c/${course.certificateId}` : '',
    ]),
  ]);
