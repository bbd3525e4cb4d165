import { useState } from 'preact/hooks';
import { type Answered, api, searchOf } from '../../client.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { useLocation } from '../../components/router.tsx';
import { type Column, DataTable } from '../components/data-table.tsx';
import { ExportMenu } from '../components/export-menu.tsx';
import { TextField } from '../components/inputs.tsx';
import { usePages } from '../components/pages.ts';
import { Tabs } from '../components/tabs.tsx';
import { Time } from '../components/time.tsx';
import { useMayChange } from './may-change.ts';
import { batchTitle, certificateIdIn, kindNames } from './words.ts';

interface Row {
  readonly href: string;
  readonly what: string;
  readonly whom: string;
  readonly about: string;
  readonly by: string;
  readonly at: string;
  readonly yours: boolean;
}

const columns: readonly Column<Row>[] = [
  { name: 'What', width: 'minmax(10rem, 1fr)', cell: ({ what }) => what },
  { name: 'Whom', width: 'minmax(10rem, 1.2fr)', cell: ({ whom }) => whom },
  { name: 'About', width: 'minmax(12rem, 2fr)', cell: ({ about }) => about },
  {
    name: 'Asked by',
    width: 'minmax(8rem, 1fr)',
    cell: ({ by, yours }) => (yours ? `${by} (a colleague approves)` : by),
  },
  { name: 'Asked', width: '11rem', cell: ({ at }) => <Time of={at} /> },
];

export const changesTabs = [
  { href: '/admin/changes', name: 'Waiting' },
  { href: '/admin/changes/decided', name: 'Decided' },
];

/** A page of changes and batches as rows of one list, oldest first. */
const rowsOf = ({ changes, batches }: Answered<'GET', '/api/admin/changes/waiting'>): readonly Row[] =>
  [
    ...batches.map((batch) => ({
      ...{ href: `/admin/batches/${batch.batchId}`, what: kindNames[batch.of], whom: batchTitle(batch) },
      ...{ about: batch.what, by: batch.proposed.name, at: batch.proposedAt, yours: !batch.mayApprove },
    })),
    ...changes.map((change) => ({
      ...{ href: `/admin/changes/${change.changeId}`, what: kindNames[change.kind], whom: change.who },
      ...{ about: change.what, by: change.proposed.name, at: change.proposedAt, yours: !change.mayApprove },
    })),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));

/** What waits for a second person, and where something new is asked for. */
export function WaitingChanges() {
  const mayChange = useMayChange();
  const list = usePages(
    (cursor) => api('GET', '/api/admin/changes/waiting', { query: { ...(cursor && { cursor }) } }),
    rowsOf,
    [],
  );
  return (
    <Page
      title="Corrections"
      lead="Where an amount or a person changes, a second person approves. Nothing is deleted or rewritten: what was stays on record."
      beside={
        <>
          {mayChange && (
            <>
              <LinkButton href="/admin/awards/new">Award by hand</LinkButton>
              <LinkButton kind="secondary" href="/admin/batches/new">
                Change many certificates
              </LinkButton>
              <LinkButton kind="secondary" href="/admin/merges/new">
                Merge accounts
              </LinkButton>
            </>
          )}
          <ExportMenu
            what="waiting corrections"
            of={(format) => `/api/admin/changes/waiting/file${searchOf({ format })}`}
          />
        </>
      }
      wide
    >
      <FindCertificate />
      <Tabs label="Corrections" tabs={changesTabs} current="/admin/changes" />
      <DataTable
        caption="What waits"
        columns={columns}
        list={list}
        keyOf={({ href }) => href}
        hrefOf={({ href }) => href}
        empty={<p>Nothing waits for a second person.</p>}
      />
    </Page>
  );
}

/** A certificate is found by what its holder can quote or point a camera at. */
function FindCertificate() {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const id = certificateIdIn(typed);
    if (id) route(`/admin/certificates/${encodeURIComponent(id)}`);
  };
  return (
    <form class="field-row" onSubmit={submit}>
      <TextField
        label="Open a certificate"
        hint="The address under its QR code, or the last part of it."
        name="certificate"
        value={typed}
        set={setTyped}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
      />
      <Button type="submit" kind="secondary">
        Open
      </Button>
    </form>
  );
}
