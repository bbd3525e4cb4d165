import type { ComponentChildren } from 'preact';
import { LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';

interface LearnerFirstProps {
  readonly title: string;
  /** The learner, where it is known whom it is about and only not for what. */
  readonly learnerId?: string | undefined;
  readonly children: ComponentChildren;
}

/** Stands in for a form that was opened without saying whose it is: says what to do first, and leads there. */
export const LearnerFirst = ({ title, learnerId, children }: LearnerFirstProps) => (
  <Page title={title} above={<a href="/admin/learners">Learners</a>}>
    <div class="stack">
      <p>{children}</p>
      {learnerId ? (
        <LinkButton href={`/admin/learners/${learnerId}`}>Open the learner’s page</LinkButton>
      ) : (
        <LinkButton href="/admin/learners">Find the learner</LinkButton>
      )}
    </div>
  </Page>
);
