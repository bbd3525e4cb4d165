import { useMemo, useState } from 'preact/hooks';
import { type Answered, api, searchOf } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Tag, type Tone } from '../../components/tag.tsx';
import { Confirm } from '../components/confirm.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { usePages } from '../components/pages.ts';
import { useQuery } from '../components/query.ts';
import { say } from '../components/status-line.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Time } from '../components/time.tsx';
import { useStaff } from '../session.ts';

type Mail = Answered<'GET', '/api/admin/mail'>['mail'][number];
type Status = Exclude<Mail['status'], 'leased'>;

const tabs: Readonly<Record<Status, string>> = {
  sent: 'Sent',
  delivered: 'Delivered',
  queued: 'Waiting',
  parked: 'Parked',
  bounced: 'Bounced',
  complained: 'Marked as spam',
  withdrawn: 'Taken back',
};

const nothing: Readonly<Record<Status, string>> = {
  sent: 'No mail is on its way: whatever was sent was reported as delivered, or none was sent yet.',
  delivered: 'No mail was reported as delivered yet. Not every mail service reports it.',
  queued: 'No mail waits.',
  parked: 'No mail waits for you.',
  bounced: 'No mail bounced.',
  complained: 'Nobody marked our mail as spam.',
  withdrawn: 'No mail was taken back.',
};

const kinds: Readonly<Record<string, string>> = {
  'credit-award': 'Award of credit',
  'credit.waits': 'Reminder of credit that waits',
  'certificate.corrected': 'Certificate corrected',
  'certificate.revoked': 'Certificate revoked',
  'certificate.suspended': 'Certificate suspended',
  'certificate.restored': 'Certificate restored',
  'erasure.asked': 'Account to be erased',
};

const tones: Readonly<Record<Mail['status'], readonly [Tone, string]>> = {
  sent: ['quiet', 'Sent'],
  delivered: ['good', 'Delivered'],
  queued: ['wait', 'Waits'],
  leased: ['wait', 'Being sent'],
  parked: ['bad', 'Parked'],
  bounced: ['bad', 'Bounced'],
  complained: ['bad', 'Marked as spam'],
  withdrawn: ['quiet', 'Taken back'],
};

const known: readonly Column<Mail>[] = [
  {
    name: 'Mail',
    width: 'minmax(11rem, 1.2fr)',
    cell: ({ kind, messageKey }) => (
      <>
        {kinds[kind] ?? kind}
        <span class="small quiet block figure">{messageKey}</span>
      </>
    ),
  },
  {
    name: 'Learner',
    width: 'minmax(10rem, 1fr)',
    cell: ({ learnerId }) => <a href={`/admin/learners/${learnerId}`}>{learnerId}</a>,
  },
  {
    name: 'State',
    width: 'minmax(9rem, 1fr)',
    cell: ({ status, problem, nextTryAt }) => (
      <div>
        <Tag tone={tones[status][0]}>{tones[status][1]}</Tag>
        {problem && <span class="small block">{problem}</span>}
        {problem && nextTryAt && (
          <span class="small quiet block">
            Next try <Time of={nextTryAt} />
          </span>
        )}
      </div>
    ),
  },
  { name: 'When', width: '11rem', cell: ({ sentAt, createdAt }) => <Time of={sentAt ?? createdAt} /> },
  { name: 'Tries', width: '4rem', number: true, cell: ({ tries }) => tries },
];

const maySendAgain = ({ status }: Mail): boolean => !['queued', 'leased', 'withdrawn'].includes(status);

/** Mail about awards and certificates, by what it came to; to be sent again. */
export function MailOutbox() {
  const { values, hrefWith } = useQuery({ status: 'sent' });
  const status = values.status as Status;
  const list = usePages(
    (cursor) => api('GET', '/api/admin/mail', { query: { status, cursor } }),
    ({ mail }) => mail,
    [status],
  );
  const mayChange = ['coordinator', 'owner'].includes(useStaff().role);
  const [asked, setAsked] = useState<Mail>();
  const columns = useMemo(
    () =>
      mayChange
        ? [
            ...known,
            {
              name: 'Again',
              width: '8rem',
              cell: (mail: Mail) =>
                maySendAgain(mail) && (
                  <Button kind="secondary" onClick={() => setAsked(mail)}>
                    Send again<span class="visually-hidden"> {mail.messageKey}</span>
                  </Button>
                ),
            },
          ]
        : known,
    [mayChange],
  );
  return (
    <Page
      title="Mail"
      lead="What learners were written about their credit. Sign-in codes are not kept, and so are not here. A file holds up to 10,000."
      beside={<ExportMenu what="mail" of={(format) => `/api/admin/mail/file${searchOf({ status, format })}`} />}
      wide
    >
      <div class="list">
        <Tabs
          label="Mail"
          current={hrefWith({})}
          tabs={Object.entries(tabs).map(([each, name]) => ({ href: hrefWith({ status: each }), name }))}
        />
        <DataTable
          caption={`Mail: ${tabs[status] ?? status}`}
          columns={columns}
          list={list}
          keyOf={({ messageKey }) => messageKey}
          empty={<p>{nothing[status]}</p>}
        />
      </div>
      {asked && (
        <Confirm
          title="Send this mail again"
          confirm="Send again"
          send={({ key }) => api('POST', '/api/admin/mail/again', { body: { messageKey: asked.messageKey }, key })}
          done={() => {
            setAsked(undefined);
            say('It waits to be sent, which takes up to a minute.');
            list.reload();
          }}
          close={() => setAsked(undefined)}
        >
          <p>
            It goes to the address that the learner has now
            {asked.status === 'bounced' && ': change that first, for the address that it bounced from bounces again'}
            {asked.status === 'complained' && '. They called it spam: speak with them first'}.
          </p>
        </Confirm>
      )}
    </Page>
  );
}
