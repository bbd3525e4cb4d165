import type { Course } from './types.ts';

/** How far a course is, in the words of the learner; several stages are one to them. */
export const courseStatuses = {
  started: 'In progress',
  failed: 'Not passed yet',
  evaluation: 'Course Evaluation to do',
  claim: 'Credit to claim',
  issuing: 'Certificate being issued',
  completed: 'Completed',
} as const;
export type CourseStatus = keyof typeof courseStatuses;

const statusByStage: Readonly<Record<Course['stage'], CourseStatus>> = {
  open: 'started',
  attempting: 'started',
  grading: 'started',
  failed: 'failed',
  passed: 'evaluation',
  evaluated: 'claim',
  claimed: 'issuing',
  awarded: 'issuing',
  issued: 'completed',
  notified: 'completed',
};

/** The status of a course as course history shows and filters it. */
export const courseStatus = ({ stage }: Pick<Course, 'stage'>): CourseStatus => statusByStage[stage];

/** Tells a status from any other text, such as what stands in a URL. */
export const isCourseStatus = (text: string | undefined): text is CourseStatus =>
  text !== undefined && Object.hasOwn(courseStatuses, text);

/** The courses of a status (or all) whose title holds every word of the text, in any order and case. */
export function filterCourses<C extends Pick<Course, 'stage' | 'title'>>(
  courses: readonly C[],
  { status, text }: { readonly status: string | undefined; readonly text: string },
): readonly C[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return courses.filter(
    (course) =>
      (!isCourseStatus(status) || courseStatus(course) === status) &&
      words.every((word) => course.title.toLowerCase().includes(word)),
  );
}
