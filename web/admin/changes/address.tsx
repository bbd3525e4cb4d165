import { useState } from 'preact/hooks';
import { api } from '../../client.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Loaded } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { AddressField, ReasonField } from '../components/inputs.tsx';
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
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [values, setValues] = useState({ email: '', reason: '' });
  const errors = fieldErrors(problem);
  const submit = async (): Promise<void> => {
    const asked = { params: { learnerId }, body: values, key: keyOf(values) };
    const added = await send(() => withStepUp(() => api('POST', '/api/admin/learners/{learnerId}/addresses', asked)));
    if (!added) return;
    say('Added. The learner is told by mail.');
    route(`/admin/learners/${learnerId}`);
  };
  return (
    <Form sending={sending} submit={submit} does="Add address">
      <AddressField errors={errors} value={values.email} set={(email) => setValues({ ...values, email })} />
      <ReasonField
        hint="How you know that it is theirs. For staff and auditors alone."
        errors={errors}
        value={values.reason}
        set={(reason) => setValues({ ...values, reason })}
      />
    </Form>
  );
}
