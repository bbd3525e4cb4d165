import { Button } from '../../components/button.tsx';
import { dayOf, longDate } from '../../components/dates.ts';
import { Field } from '../../components/field.tsx';
import { useLocation } from '../../components/router.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { type CourseStatus, courseStatus, courseStatuses, filterCourses } from './course-status.ts';
import { saveFile } from './csv.ts';
import { historyCsv } from './history-csv.ts';
import type { Course } from './types.ts';

/** The courses, filtered by what stands in the URL, so that a filtered list can be kept, shared and returned to. */
export function CourseList({ courses }: { readonly courses: readonly Course[] }) {
  const { query, route } = useLocation();
  const { status = '', text = '' } = query;
  const shown = filterCourses(courses, { status, text });
  const filter = (change: { readonly status?: string; readonly text?: string }): void => {
    const wanted = Object.entries({ status, text, ...change }).filter(([, value]) => value !== '');
    route(`/history${wanted.length > 0 ? `?${new URLSearchParams(wanted)}` : ''}`, true);
  };
  return (
    <div class="stack">
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <Field label="Status" name="status">
          <select value={status} onChange={({ currentTarget }) => filter({ status: currentTarget.value })}>
            <option value="">All</option>
            {Object.entries(courseStatuses).map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </Field>
        <Field label="Title contains" name="text">
          <input
            type="search"
            autocomplete="off"
            value={text}
            onInput={({ currentTarget }) => filter({ text: currentTarget.value })}
          />
        </Field>
      </form>
      <p class="quiet small" role="status">
        {shown.length === courses.length ? courses.length : `${shown.length} of ${courses.length}`}{' '}
        {courses.length === 1 ? 'course' : 'courses'}
      </p>
      {shown.length > 0 ? <Courses courses={shown} /> : <NoMatch clear={() => filter({ status: '', text: '' })} />}
      {shown.length > 0 && (
        <Button
          kind="secondary"
          onClick={() => saveFile('course-history.csv', historyCsv(shown, location.origin), 'text/csv;charset=utf-8')}
        >
          Download CSV
        </Button>
      )}
    </div>
  );
}

const tones: Readonly<Record<CourseStatus, Tone>> = {
  started: 'quiet',
  failed: 'wait',
  evaluation: 'wait',
  claim: 'wait',
  issuing: 'quiet',
  completed: 'good',
};

function Courses({ courses }: { readonly courses: readonly Course[] }) {
  return (
    <ul class="rows">
      {courses.map((course) => (
        <li key={`${course.activityId}${course.startedAt}`} class="course">
          <div class="row-words">
            <a href={`/a/${course.activityId}`}>{course.title}</a>
            <div class="quiet small figure">
              {course.completedOn
                ? `Completed ${longDate(course.completedOn)}`
                : `Started ${longDate(dayOf(course.startedAt))}`}
            </div>
          </div>
          <Tag tone={tones[courseStatus(course)]}>{courseStatuses[courseStatus(course)]}</Tag>
          {course.certificateId && (
            <a href={`/c/${course.certificateId}`}>
              Certificate<span class="visually-hidden"> for {course.title}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function NoMatch({ clear }: { readonly clear: () => void }) {
  return (
    <div class="notice">
      <p>No courses match the filter.</p>
      <Button kind="secondary" onClick={clear}>
        Show all courses
      </Button>
    </div>
  );
}
