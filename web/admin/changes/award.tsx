import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { longDate } from '../../components/dates.ts';
import { fieldErrors } from '../../components/field-errors.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { useSending } from '../../components/sending.ts';
import { Form } from '../components/form.tsx';
import { ReasonField, Select, TextArea, TextField } from '../components/inputs.tsx';
import { useQuery } from '../components/query.ts';
import { withStepUp } from '../components/with-step-up.ts';
import { CreditAmounts, claimsOf } from './credit-amounts.tsx';
import { linesOf } from './new-batch.tsx';

type Offers = Answered<'POST', '/api/admin/awards/offers'>;

/** Awards credit by hand to learners who took part and could not finish: first whom and for what, then how much and why. */
export function AwardByHand() {
  const { values, set } = useQuery({ learner: '', activityId: '' });
  const activities = useResource(() => api('GET', '/api/activities'), []);
  return (
    <Page
      title="Award by hand"
      above={<a href="/admin/changes">Corrections</a>}
      lead="For learners who took part and could not finish. You attest it, and a second person approves. The ledger says who did; nothing says that a Post-Test was passed or an evaluation given."
    >
      <Loaded resource={activities}>
        {({ activities: offered }) => (
          <Whom
            key={`${values.learner} ${values.activityId}`}
            first={values}
            titles={Object.fromEntries(offered.map(({ activityId, title }) => [activityId, title]))}
            chosen={(next) => set(next)}
          />
        )}
      </Loaded>
      {values.learner !== '' && values.activityId !== '' && (
        <HowMuch key={`${values.learner} ${values.activityId}`} {...values} />
      )}
    </Page>
  );
}

interface Chosen {
  readonly learner: string;
  readonly activityId: string;
}

function Whom(props: {
  readonly first: Chosen;
  readonly titles: Readonly<Record<string, string>>;
  readonly chosen: (chosen: Chosen) => void;
}) {
  const { first, titles, chosen } = props;
  const [values, setValues] = useState(first);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    chosen({ ...values, learner: linesOf(values.learner).join(',') });
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextArea
        label="Learners"
        hint="The e-mail addresses that they sign in with, or their ids, one a line. One learner, or up to 500 who are given the same."
        name="learner"
        value={values.learner.replaceAll(',', '\n')}
        set={(learner) => setValues({ ...values, learner })}
        autocapitalize="none"
        spellcheck={false}
      />
      <Select
        label="Activity"
        name="activityId"
        value={values.activityId}
        set={(activityId) => setValues({ ...values, activityId })}
        options={titles}
        none="Choose the activity"
      />
      <div class="actions">
        <Button type="submit" kind={first.learner ? 'secondary' : 'primary'}>
          Continue
        </Button>
      </div>
    </form>
  );
}

function HowMuch({ learner, activityId }: Chosen) {
  const learners = linesOf(learner);
  const [first = ''] = learners;
  const resource = useResource(
    () => api('POST', '/api/admin/awards/offers', { reads: true, body: { learner: first, activityId } }),
    [],
  );
  return <Loaded resource={resource}>{(offers) => <AwardForm {...{ offers, learners, activityId }} />}</Loaded>;
}

interface AwardFormProps {
  readonly offers: Offers;
  readonly learners: readonly string[];
  readonly activityId: string;
}

function AwardForm({ offers, learners, activityId }: AwardFormProps) {
  const { route } = useLocation();
  const sending = useSending();
  const { problem, send, keyOf } = sending;
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [values, setValues] = useState({ participatedOn: offers.heldOn ?? '', reason: '' });
  const errors = fieldErrors(problem);
  const [learner = ''] = learners;
  const many = learners.length > 1;
  const submit = async (): Promise<void> => {
    const { reason, participatedOn } = values;
    const onHand = { participatedOn, claims: claimsOf(amounts) };
    if (many) {
      const body = { activityId, reason, items: learners.map((each) => ({ learner: each, ...onHand })) };
      const batch = await send(() =>
        withStepUp(() => api('POST', '/api/admin/batches/awards', { body, key: keyOf(body) })),
      );
      if (batch) route(`/admin/batches/${batch.batchId}`);
      return;
    }
    const body = { learner, activityId, reason, ...onHand };
    const asked = await send(() => api('POST', '/api/admin/awards', { body, key: keyOf(body) }));
    if (asked) route(`/admin/changes/${asked.change.changeId}`);
  };
  if (!many && offers.reasons.length > 0)
    return (
      <div class="notice notice-wait">
        {offers.reasons.map(({ message, remedy }) => (
          <p key={message}>
            {message} {remedy}
          </p>
        ))}
      </div>
    );
  return (
    <Form sending={sending} submit={submit} does="Ask a second person" card>
      <h2 dir="auto">{many ? `${learners.length} learners` : offers.name}</h2>
      <TextField
        label="Day of participation"
        hint={
          offers.heldOn
            ? 'The day on which the activity was held, which the certificate says.'
            : `The activity is open from ${longDate(offers.opensOn)} to ${longDate(offers.closesOn)}.`
        }
        name="participatedOn"
        type="date"
        min={offers.heldOn ?? offers.opensOn}
        max={offers.heldOn ?? offers.closesOn}
        error={errors.participatedOn}
        value={values.participatedOn}
        set={(participatedOn) => setValues({ ...values, participatedOn })}
      />
      <CreditAmounts
        offers={offers.offers}
        amounts={amounts}
        set={setAmounts}
        error={Object.entries(errors).find(([field]) => field.startsWith('claims'))?.[1]}
        name="claims"
      />
      <ReasonField
        hint="How you know that they took part, and why they could not finish. For staff and auditors alone."
        errors={errors}
        value={values.reason}
        set={(reason) => setValues({ ...values, reason })}
      />
    </Form>
  );
}
