import { useState } from 'preact/hooks';
import { shownQuestions } from '../../../shared/domain/evaluation.ts';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Choices } from '../../learner/attempt/choices.tsx';
import { type EvaluationAnswers, groupsOf } from '../../learner/evaluation/answers.ts';
import { EvaluationQuestionField } from '../../learner/evaluation/question.tsx';
import { ActivityContent, ActivityFacts, ActivityStatements } from '../../learner/screens/activity-about.tsx';
import { Tabs } from '../components/tabs.tsx';
import { SectionPage } from './frame.tsx';
import { LearnerSurface } from './learner-surface.tsx';
import { useDesk } from './use-desk.ts';

type Shown = Answered<'GET', '/api/admin/activities/{activityId}/preview'>;

/** The draft as learners would meet it, by the learner site’s own pieces. Nothing is kept, and nothing can be earned. */
export const Preview = () => (
  <SectionPage
    section="preview"
    lead="The draft as learners would meet it. You may answer: nothing is saved, and nothing can be earned."
    wide
  >
    {() => <Parts />}
  </SectionPage>
);

function Parts() {
  const { store, activityId } = useDesk();
  const { path, query } = useLocation();
  const resource = useResource(async () => {
    await store.flush();
    return api('GET', '/api/admin/activities/{activityId}/preview', { params: { activityId } });
  }, [activityId]);
  return (
    <Loaded resource={resource}>
      {(shown) => {
        const tests = shown.assessments.map(({ assessmentId, title }) => ({
          href: `${path}?show=${assessmentId}`,
          name: title,
        }));
        const show = query.show;
        const test = shown.assessments.find(({ assessmentId }) => assessmentId === show);
        return (
          <div class="stack">
            <Tabs
              label="Preview"
              tabs={[
                { href: path, name: 'Activity' },
                ...tests,
                { href: `${path}?show=evaluation`, name: 'Course Evaluation' },
              ]}
              current={show === undefined ? path : `${path}?show=${show}`}
            />
            {test ? (
              <TestPreview key={test.assessmentId} test={test} again={resource.reload} />
            ) : show === 'evaluation' ? (
              <EvaluationPreview questions={shown.evaluation} />
            ) : (
              <ActivityPreview activity={shown.activity} />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function ActivityPreview({ activity }: Pick<Shown, 'activity'>) {
  return (
    <LearnerSurface label="The activity’s page">
      <div class="page">
        <p class="quiet capital">{activity.formatName}</p>
        <h1>{activity.title || 'Untitled activity'}</h1>
        <p class="lead">{activity.summary}</p>
        <div class="activity-text">
          <ActivityFacts activity={activity} />
          <ActivityStatements activity={activity} />
          <ActivityContent activity={activity} />
        </div>
      </div>
    </LearnerSurface>
  );
}

interface TestProps {
  readonly test: Shown['assessments'][number];
  readonly again: () => Promise<unknown>;
}

function TestPreview({ test, again }: TestProps) {
  const [answers, change] = useState<Readonly<Record<string, readonly string[]>>>({});
  return (
    <>
      <div class="actions">
        <p class="quiet">
          {test.questions.length} questions, as one attempt would ask them. Learners meet one on a page.
        </p>
        <Button kind="secondary" onClick={() => void again()}>
          Draw and shuffle again
        </Button>
      </div>
      <LearnerSurface label={test.title}>
        {test.questions.map((question) => (
          <form key={question.questionId} class="question">
            <Choices question={question} sheet={{ answers, change }} />
          </form>
        ))}
      </LearnerSurface>
    </>
  );
}

function EvaluationPreview({ questions }: { readonly questions: Shown['evaluation'] }) {
  const [answers, setAnswers] = useState<EvaluationAnswers>({});
  if (questions.length === 0) return <p class="none">Nothing is asked yet.</p>;
  return (
    <LearnerSurface label="Course Evaluation">
      <form class="evaluation">
        {groupsOf(shownQuestions(questions, answers)).map((group) => (
          <section key={group.name}>
            {group.name && <h2>{group.name}</h2>}
            {group.questions.map((question) => (
              <EvaluationQuestionField
                key={question.questionId}
                question={question}
                answer={answers[question.questionId]}
                error={undefined}
                change={(answer) => setAnswers({ ...answers, [question.questionId]: answer })}
              />
            ))}
          </section>
        ))}
      </form>
    </LearnerSurface>
  );
}
