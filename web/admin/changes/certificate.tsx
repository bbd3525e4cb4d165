import { useState } from 'preact/hooks';
import { type Answered, api } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { creditPhrase } from '../../components/credit.ts';
import { Page } from '../../components/page.tsx';
import { Loaded, useResource } from '../../components/resource.tsx';
import { useLocation } from '../../components/router.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { Confirm } from '../components/confirm.tsx';
import { say } from '../components/status-line.tsx';
import { Day, Time } from '../components/time.tsx';
import { CorrectForm } from './correct-form.tsx';
import { useMayChange } from './may-change.ts';
import { type CertificateToChange, kindNames, statusNames } from './words.ts';

const standings: Readonly<Record<CertificateToChange['status'], readonly [string, Tone]>> = {
  valid: ['Valid', 'good'],
  issuing: ['Being issued', 'wait'],
  parked: ['Could not be issued', 'bad'],
  replaced: ['Replaced', 'quiet'],
  suspended: ['Suspended', 'wait'],
  revoked: ['Revoked', 'bad'],
};

/** A certificate as staff see it: what it says, what was done to it, and what can be done. */
export function CertificateScreen() {
  const { certificateId = '' } = useLocation().params;
  const load = () => api('GET', '/api/admin/certificates/{certificateId}', { params: { certificateId } });
  const resource = useResource(load, [certificateId]);
  return (
    <Loaded resource={resource}>{(certificate) => <Shown {...{ certificate }} changed={resource.reload} />}</Loaded>
  );
}

interface ShownProps {
  readonly certificate: CertificateToChange;
  readonly changed: () => Promise<unknown>;
}

function Shown({ certificate, changed }: ShownProps) {
  const mayChange = useMayChange();
  const { certificateId, status, name, title, number, version, learnerId, replacedBy, changes, pageOffSince } =
    certificate;
  const [words, tone] = standings[status];
  return (
    <Page title={`Certificate ${number}`} above={<a href="/admin/changes">Corrections</a>}>
      <dl class="facts">
        <dt>Standing</dt>
        <dd>
          <Tag tone={tone}>{words}</Tag>{' '}
          {replacedBy && <a href={`/admin/certificates/${replacedBy}`}>Show the one in its place</a>}
        </dd>
        <dt>Name</dt>
        <dd dir="auto">
          <a href={`/admin/learners/${learnerId}`}>{name}</a>
        </dd>
        <dt>Activity</dt>
        <dd dir="auto">{title}</dd>
        <dt>Credit</dt>
        <dd>{certificate.credits.map(({ names, amount }) => creditPhrase(names, amount)).join(', ')}</dd>
        <dt>Participated</dt>
        <dd>
          <Day of={certificate.participatedOn} />
        </dd>
        <dt>Awarded</dt>
        <dd>
          <Day of={certificate.awardedOn} />, version {version}
        </dd>
        <dt>Public page</dt>
        <dd>
          {pageOffSince ? (
            <>
              Turned off by its holder, <Time of={pageOffSince} />: to anybody who checks it there is no such
              certificate
            </>
          ) : (
            <a href={`/v/${certificateId}`}>What anybody sees who checks it</a>
          )}
        </dd>
      </dl>
      {mayChange && <Actions {...{ certificate, changed }} />}
      <section class="stack" aria-labelledby="history">
        <h2 id="history">What was done to it</h2>
        {changes.length === 0 ? (
          <p class="quiet">Nothing: it stands as it was awarded.</p>
        ) : (
          <ul>
            {changes.map((change) => (
              <li key={change.changeId}>
                <a href={`/admin/changes/${change.changeId}`}>{kindNames[change.kind]}</a>,{' '}
                {statusNames[change.status].toLowerCase()}, <Time of={change.decidedAt ?? change.proposedAt} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  );
}

type Asking = 'correct' | 'reissue' | 'suspend' | 'restore' | 'revoke' | 'mail';

/** What the standing of a certificate lets one ask for. */
export function actionsOf(status: CertificateToChange['status']): readonly Asking[] {
  if (status === 'suspended') return ['restore', 'revoke'];
  if (status === 'valid') return ['correct', 'reissue', 'suspend', 'revoke', 'mail'];
  return status === 'issuing' || status === 'parked' ? ['correct', 'reissue', 'revoke'] : [];
}

const actionNames: Readonly<Record<Asking, string>> = {
  correct: 'Correct',
  reissue: 'Issue anew',
  suspend: 'Suspend',
  restore: 'Restore',
  revoke: 'Revoke',
  mail: 'Send its mail again',
};

const effects: Readonly<Record<Exclude<Asking, 'correct'>, string>> = {
  reissue:
    'The same certificate is made anew, with the name that the learner’s profile has now. The old one says that it was replaced. Where the name is another, a second person approves.',
  suspend:
    'It does not count until it is restored. Its page, the wallet and the status list say so at once, and the learner is told by mail.',
  restore: 'It counts again, and the learner is told by mail.',
  revoke:
    'For good, after a second person approves. Its page says that it was revoked, the credit no longer counts, and the learner is told by mail.',
  mail: 'The e-mail about the award is sent to the learner once more.',
};

function Actions({ certificate, changed }: ShownProps) {
  const [asking, setAsking] = useState<Asking>();
  const { route } = useLocation();
  const { certificateId, status, number } = certificate;
  const close = () => setAsking(undefined);
  const followed = ({ outcome, change }: Answered<'POST', '/api/admin/changes'>): void => {
    close();
    if (outcome === 'proposed') {
      say('Asked for. A colleague approves it.');
      route(`/admin/changes/${change.changeId}`);
    } else if (change.replacement) route(`/admin/certificates/${change.replacement}`);
    else {
      say('Done.');
      void changed();
    }
  };
  const offered = actionsOf(status);
  if (offered.length === 0) return null;
  return (
    <div class="actions">
      {offered.map((action) => (
        <Button key={action} kind={action === 'correct' ? 'primary' : 'secondary'} onClick={() => setAsking(action)}>
          {actionNames[action]}
        </Button>
      ))}
      {asking === 'correct' && <CorrectForm {...{ certificate, close, done: followed }} />}
      {asking === 'mail' && (
        <Confirm
          title="Send the mail again?"
          confirm="Send"
          send={({ key }) =>
            api('POST', '/api/admin/certificates/{certificateId}/mail', { params: { certificateId }, key })
          }
          done={({ to }) => {
            close();
            say(`Queued for ${to}.`);
          }}
          close={close}
        >
          <p>{effects.mail}</p>
        </Confirm>
      )}
      {asking === 'revoke' && (
        <Confirm
          title={`Revoke certificate ${number}?`}
          confirm="Ask to revoke"
          grave
          typed="REVOKE"
          reason="For staff and auditors alone; the learner and the public do not read it."
          send={({ reason, key }) => api('POST', '/api/admin/revocations', { body: { certificateId, reason }, key })}
          done={followed}
          close={close}
        >
          <p>{effects.revoke}</p>
        </Confirm>
      )}
      {(asking === 'reissue' || asking === 'suspend' || asking === 'restore') && (
        <Confirm
          title={`${actionNames[asking]} certificate ${number}?`}
          confirm={actionNames[asking]}
          reason="For staff and auditors alone."
          send={({ reason, key }) =>
            api('POST', '/api/admin/changes', { body: { kind: asking, certificateId, reason }, key })
          }
          done={followed}
          close={close}
        >
          <p>{effects[asking]}</p>
        </Confirm>
      )}
    </div>
  );
}
