import { api } from '../../client.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { CourseList } from './course-list.tsx';

/** Every course that the learner has started, what became of it, and its certificate. */
export function History() {
  const history = useResource(() => api('GET', '/api/history'), []);
  return (
    <Loaded resource={history}>
      {({ courses }) => (
        <Page title="Course history" lead="Find a completed activity, and open its certificate." wide>
          {courses.length > 0 ? (
            <CourseList courses={courses} />
          ) : (
            <div class="stack">
              <p>No courses yet. A course appears here once you have started its Post-Test.</p>
              <LinkButton href="/">See the activities</LinkButton>
            </div>
          )}
        </Page>
      )}
    </Loaded>
  );
}
