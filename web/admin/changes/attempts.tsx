import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { ReasonField, Select, TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { useLearner } from '../learners/use-learner.ts';
import { ForLearner } from './for-learner.tsx';
import { LearnerFirst } from './learner-first.tsx';

/** Gives one learner more attempts than everybody has. The learner’s page leads here, with whom and what in the address. */
export function MoreAttempts() {
  const { learnerId = '', activityId = '' } = useLocation().query;
  if (learnerId && activityId) return <OfActivity {...{ learnerId, activityId }} />;
  return (
    <LearnerFirst title="Give more attempts" learnerId={learnerId}>
      Open the learner’s page first. Beside each activity in which they used attempts and did not pass, it offers “Give
      more attempts”.
    </LearnerFirst>
  );
}

interface Given {
  readonly learnerId: string;
  readonly activityId: string;
}

function OfActivity({ learnerId, activityId }: Given) {
  const learner = useLearner(learnerId);
  const activity = useResource(
    () => api('GET', '/api/activities/{activityId}', { params: { activityId } }),
    [activityId],
  );
  return (
    <Loaded resource={activity}>
      {({ title, assessments }) => (
        <Loaded resource={learner}>
          {(whose) => (
            <ForLearner
              title="Give more attempts"
              learner={whose}
              lead={`For this learner only, in ${title}. It takes effect at once. After the last attempt the learner may have seen the correct answers; consider that before you give another.`}
            >
              <AttemptsForm
                {...{ learnerId, activityId }}
                titles={Object.fromEntries(
                  assessments
                    .filter(({ attemptLimit }) => attemptLimit !== undefined)
                    .map((each) => [each.assessmentId, `${each.title} (limit ${each.attemptLimit})`]),
                )}
              />
            </ForLearner>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

interface AttemptsFormProps extends Given {
  readonly titles: Readonly<Record<string, string>>;
}

function AttemptsForm({ learnerId, activityId, titles }: AttemptsFormProps) {
  const { route } = useLocation();
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [only = ''] = Object.keys(titles);
  const [values, setValues] = useState({ assessmentId: only, more: '1', reason: '' });
  const errors = fieldErrors(problem);
  if (only === '') return <p>Everything in this activity may be tried as often as needed.</p>;
  const submit = async (): Promise<void> => {
    const { assessmentId, reason } = values;
    const body = { learnerId, activityId, assessmentId, reason, more: Math.trunc(Number(values.more)) };
    if (!(await send(() => api('POST', '/api/admin/attempts', { body, key: keyOf(body) })))) return;
    say('Given. The learner can start another attempt now.');
    route(`/admin/learners/${learnerId}`);
  };
  return (
    <Form sending={sending} submit={submit} does="Give attempts">
      <Select
        label="Of what"
        name="assessmentId"
        error={errors.assessmentId}
        value={values.assessmentId}
        set={(assessmentId) => setValues({ ...values, assessmentId })}
        options={titles}
      />
      <TextField
        label="How many more"
        name="more"
        type="number"
        inputMode="numeric"
        min={1}
        max={10}
        error={errors.more}
        value={values.more}
        set={(more) => setValues({ ...values, more })}
      />
      <ReasonField errors={errors} value={values.reason} set={(reason) => setValues({ ...values, reason })} />
    </Form>
  );
}
