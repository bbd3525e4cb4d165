import type { ComponentChildren } from 'preact';
import { Page } from '../../components/page.tsx';
import type { Learner } from '../learners/use-learner.ts';
import { nameOf } from '../learners/words.ts';

interface ForLearnerProps {
  readonly title: string;
  readonly learner: Learner;
  readonly lead: string;
  readonly children: ComponentChildren;
}

/** The page of a form about one learner: says who that is, so that nothing is given to another by mistake. */
export const ForLearner = ({ title, learner, lead, children }: ForLearnerProps) => (
  <Page {...{ title, lead }} above={<a href={`/admin/learners/${learner.learnerId}`}>The learner</a>}>
    <dl class="facts">
      <dt>Learner</dt>
      <dd dir="auto">{nameOf(learner)}</dd>
      <dt>E-mail address</dt>
      <dd>{learner.email || 'None any more'}</dd>
    </dl>
    {children}
  </Page>
);
