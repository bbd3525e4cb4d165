import { useState } from 'preact/hooks';
import { shownQuestions } from '../../../shared/domain/evaluation.ts';
import { api } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { SignedIn } from '../../components/signed-in.tsx';
import { Wrong } from '../../components/wrong.tsx';
import { answeredOf, answersToSend, type EvaluationAnswers, groupsOf, missingAnswers } from '../evaluation/answers.ts';
import { keepDraft, readDraft } from '../evaluation/draft.ts';
import { Progress } from '../evaluation/progress.tsx';
import { EvaluationQuestionField } from '../evaluation/question.tsx';
import type { Evaluation } from './activity-types.ts';
import { Locked } from './locked-step.tsx';

const title = 'Course Evaluation';
const why = 'Your responses support CME outcomes and compliance reporting.';

interface FormProps {
  readonly activityId: string;
  readonly learnerId: string;
  readonly evaluation: Evaluation;
  readonly reload: () => void;
}

function EvaluationForm({ activityId, learnerId, evaluation: { questions }, reload }: FormProps) {
  const { route } = useLocation();
  const [answers, setAnswers] = useState<EvaluationAnswers>(() => readDraft(learnerId, activityId));
  const [resumed] = useState(Object.keys(answers).length > 0);
  const { busy, problem, refuse, send } = useSending();
  // The summary repeats the question; beside the question its remedy is enough.
  const errors = fieldErrors(problem, 'remedy');
  const { answered, needed } = answeredOf(questions, answers);

  const change = (questionId: string, answer: readonly string[] | string): void => {
    const latest = { ...answers, [questionId]: answer };
    setAnswers(latest);
    keepDraft(learnerId, activityId, latest);
  };

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const missing = missingAnswers(questions, answers);
    refuse(missing);
    if (missing) return;
    const body = { answers: answersToSend(questions, answers) };
    const params = { activityId };
    const completed = await send(
      () => api('POST', '/api/activities/{activityId}/evaluation', { params, body, isOnce: true }),
      reload,
    );
    if (!completed) return;
    keepDraft(learnerId, activityId, undefined);
    route(`/a/${activityId}/claim`);
  };

  return (
    <form class="evaluation" onSubmit={submit} noValidate>
      <Wrong problem={problem} />
      {resumed && <p class="notice">Your answers so far were kept in this browser. Continue where you stopped.</p>}
      {groupsOf(shownQuestions(questions, answers)).map((group) => (
        <section key={group.name}>
          {group.name && <h2>{group.name}</h2>}
          {group.questions.map((question) => (
            <EvaluationQuestionField
              key={question.questionId}
              question={question}
              answer={answers[question.questionId]}
              error={errors[`answers-${question.questionId}`]}
              change={(answer) => change(question.questionId, answer)}
            />
          ))}
        </section>
      ))}
      <div class="actions">
        <Button type="submit" busy={busy}>
          {busy ? 'Submitting…' : 'Submit evaluation'}
        </Button>
        <Progress answered={answered} needed={needed} />
      </div>
    </form>
  );
}

/** The Course Evaluation: locked, to do, or completed. Submitting it leads straight to the claim. */
export function CourseEvaluation() {
  const { activityId = '' } = useLocation().params;
  const resource = useResource(
    () => api('GET', '/api/activities/{activityId}/evaluation', { params: { activityId } }),
    [activityId],
  );
  const above = <a href={`/a/${activityId}`}>Back to the activity</a>;
  if (resource.problem?.status === 409)
    return <Locked title={title} activityId={activityId} reasons={resource.problem.reasons} />;
  return (
    <Loaded resource={resource}>
      {(evaluation) =>
        evaluation.status === 'completed' ? (
          <Page title={title} above={above}>
            <div class="stack">
              <p class="notice notice-good">You have completed the Course Evaluation. Thank you.</p>
              <div class="actions">
                <LinkButton href={`/a/${activityId}/claim`}>Go to your credit</LinkButton>
              </div>
            </div>
          </Page>
        ) : (
          <SignedIn>
            {({ learnerId }) => (
              <Page
                title={title}
                above={above}
                lead={`The evaluation is required before credit can be awarded. ${why} They are kept apart from your name.`}
              >
                <EvaluationForm {...{ activityId, learnerId, evaluation }} reload={resource.reload} />
              </Page>
            )}
          </SignedIn>
        )
      }
    </Loaded>
  );
}
