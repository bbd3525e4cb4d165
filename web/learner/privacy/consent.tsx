import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { dayOf, longDate, timeOfDay } from '../../components/dates.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useSending } from '../../components/sending.ts';
import { Tag } from '../../components/tag.tsx';

type ConsentState = Answered<'GET', '/api/privacy'>['consents'][number];

interface ConsentProps {
  readonly consent: ConsentState;
  readonly reload: () => unknown;
}

/** One permission: its words, how it stands, the button that gives or takes it back, and every decision so far. */
export function Consent({ consent, reload }: ConsentProps) {
  const { purpose, title, text, wording, given, history } = consent;
  const { busy, problem, send } = useSending();
  const decide = async (): Promise<void> => {
    const body = { given: !given, wording };
    if (await send(() => api('PUT', '/api/privacy/consents/{purpose}', { params: { purpose }, body }))) await reload();
  };
  return (
    <article class="card stack" aria-labelledby={purpose}>
      <h3 id={purpose}>{title}</h3>
      <p>{text}</p>
      {problem && <ProblemNotice problem={problem} retry={() => void reload()} />}
      <div class="actions">
        <Button kind="secondary" busy={busy} onClick={decide}>
          {given ? 'Withdraw' : 'Allow'}
          <span class="visually-hidden"> “{title}”</span>
        </Button>
        <span role="status">
          <Tag tone={given ? 'good' : 'quiet'}>{given ? 'Allowed' : 'Not allowed'}</Tag>
        </span>
      </div>
      {history.length > 0 && (
        <details>
          <summary>History</summary>
          <ul class="plain small">
            {history.map(({ decision, at, wording: version, by }) => (
              <li key={at}>
                {decision === 'given' ? 'Allowed' : 'Withdrawn'} on {longDate(dayOf(at))} at {timeOfDay(at)}
                {by === 'staff' && ' by the provider, for you'}, wording {version}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}
