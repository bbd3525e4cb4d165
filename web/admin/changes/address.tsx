import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { fieldErrors } from '../../components/field-errors.ts';
import { Loaded } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Wrong } from '../../components/wrong.tsx';
import { TextArea, TextField } from '../components/inputs.tsx';
import { say } from '../components/status-line.tsx';
import { withStepUp } from '../components/with-step-up.ts';
import { useLearner } from '../learners/use-learner.ts';
import { ForLearner } from './for-learner.tsx';
import { LearnerFirst } from './learner-first.tsx';

/** Lets a learner sign in by another address too. The learner’s page leads here. */
export function AddAddress() {
  const { learnerId = '' } = useLocation().query;
  if (learnerId) return <OfLearner learnerId={learnerId} />;
  return (
    <LearnerFirst title="Add an address">
      Open the learner’s page first. It offers “Add an address”, so that the address goes to the right account.
    </LearnerFirst>
  );
}

function OfLearner({ learnerId }: { readonly learnerId: string }) {
  return (
    <Loaded resource={useLearner(learnerId)}>
      {(learner) => (
        <ForLearner
          title="Add an address"
          learner={learner}
          lead="Whoever reads this mailbox can sign in as this learner. Make sure that it is theirs; learners can add an address themselves, by a code that is mailed to it."
        >
          <AddressForm learnerId={learnerId} />
        </ForLearner>
      )}
    </Loaded>
  );
}

function AddressForm({ learnerId }: { readonly learnerId: string }) {
  const { route } = useLocation();
  const { busy, problem, send, keyOf } = useSending();
  const [values, setValues] = useState({ email: '', reason: '' });
  const errors = fieldErrors(problem);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const sending = { params: { learnerId }, body: values, key: keyOf(values) };
    const added = await send(() => withStepUp(() => api('POST', '/api/admin/learners/{learnerId}/addresses', sending)));
    if (!added) return;
    say('Added. The learner is told by mail.');
    route(`/admin/learners/${learnerId}`);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Wrong problem={problem} />
      <TextField
        label="E-mail address"
        name="email"
        type="email"
        error={errors.email}
        value={values.email}
        set={(email) => setValues({ ...values, email })}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <TextArea
        label="Reason"
        hint="How you know that it is theirs. For staff and auditors alone."
        name="reason"
        error={errors.reason}
        value={values.reason}
        set={(reason) => setValues({ ...values, reason })}
      />
      <div class="actions">
        <Button type="submit" busy={busy}>
          Add address
        </Button>
      </div>
    </form>
  );
}
