import { api } from '../../client.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useResource } from '../../components/resource.tsx';
import { Select } from '../components/inputs.tsx';

interface ChoiceProps {
  readonly activity: string;
  readonly assessment: string;
  readonly set: (change: { readonly activity?: string; readonly assessment?: string }) => void;
  readonly errors: Readonly<Record<string, string>>;
}

interface Outline {
  readonly assessments?: readonly { readonly part: string; readonly questions: readonly string[] }[];
}

/** An assessment of a draft: first the activity, then which of its assessments. */
export function AssessmentChoice({ activity, assessment, set, errors }: ChoiceProps) {
  const activities = useResource(() => api('GET', '/api/admin/activities', { query: {} }), []);
  const drafted = (activities.body?.activities ?? []).filter(({ hasDraft }) => hasDraft);
  return (
    <>
      <Select
        label="Activity"
        hint="One that has a draft. What is published stays as it is."
        name="activity"
        value={activity}
        set={(chosen) => set({ activity: chosen, assessment: '' })}
        none={activities.state === 'loading' ? 'Loading…' : drafted.length === 0 ? 'No activity has a draft' : 'Choose'}
        options={Object.fromEntries(drafted.map(({ activityId, title }) => [activityId, title || activityId]))}
        error={errors.activity}
      />
      {activities.problem && <ProblemNotice problem={activities.problem} retry={activities.reload} />}
      {activity !== '' && <OfDraft key={activity} {...{ activity, assessment, set, errors }} />}
    </>
  );
}

function OfDraft({ activity, assessment, set, errors }: ChoiceProps) {
  const draft = useResource(
    () => api('GET', '/api/admin/activities/{activityId}/draft', { params: { activityId: activity } }),
    [],
  );
  const parts = draft.body?.parts ?? {};
  const { assessments = [] } = (parts.outline?.content ?? {}) as Outline;
  const options = Object.fromEntries(
    assessments.map(({ part, questions }) => {
      const { title, kind } = parts[part]?.content ?? {};
      return [part, `${String(title ?? kind ?? 'Untitled')} (${questions.length})`];
    }),
  );
  return (
    <>
      <Select
        label="Assessment"
        hint="In parentheses, how many questions it has."
        name="assessment"
        value={assessment}
        set={(chosen) => set({ assessment: chosen })}
        none={
          draft.state === 'loading' ? 'Loading…' : assessments.length === 0 ? 'The draft has no assessment' : 'Choose'
        }
        options={options}
        error={errors.assessment}
      />
      {draft.problem && <ProblemNotice problem={draft.problem} retry={draft.reload} />}
    </>
  );
}
