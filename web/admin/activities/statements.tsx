import { api } from '../../client.ts';
import { Marked } from '../../components/marked.tsx';
import { useResource } from '../../components/resource.tsx';
import { Checkbox, Select, TextArea, TextField } from '../components/inputs.tsx';
import { bound, boundYes, entryFields } from './bound.ts';
import { SectionPage } from './frame.tsx';
import { ItemList } from './item-list.tsx';
import { entriesOf, textOf, useDesk, usePart, useShown, useWatch } from './use-desk.ts';

const accreditations = {
  accme: 'ACCME',
  'joint-accreditation': 'Joint Accreditation (ACCME, ACPE, ANCC)',
};
const kinds = {
  support: 'Commercial support, or that there is none',
  disclosure: 'Disclosure',
  accreditation: 'Accreditation',
  designation: 'Designation of credit',
  other: 'Other',
};

/** What must be said before the start: composed from the accreditation and the credit, or in the provider's own words. */
export const Statements = () => (
  <SectionPage section="statements">
    {() => (
      <div class="stack">
        <Written />
        <AsRead />
      </div>
    )}
  </SectionPage>
);

function Written() {
  const about = usePart('about');
  const types = entriesOf(about.content.credits).map(({ type }) => textOf(type));
  return (
    <>
      <Select
        {...bound(about, 'accreditation')}
        hint="From it, the provider and the credit, the statements of accreditation and designation are composed."
        none="None: all statements are written below"
        options={accreditations}
      />
      <TextField
        {...bound(about, 'jointProvider')}
        hint="The organization that is not accredited, where one provides this jointly."
      />
      <h2>Statements in your own words</h2>
      <ItemList
        name="statements"
        one="Statement"
        items={entriesOf(about.content.statements)}
        set={(statements) => about.set({ statements })}
        blank={{ kind: 'support' }}
        add="Add a statement"
        error={about.errors.statements}
        none="None yet. Say at least who gave commercial support, or that nobody did."
      >
        {(statement, change, at) => {
          const fields = entryFields(about, { prefix: `statements-${at}-`, content: statement, change });
          return (
            <>
              <div class="field-pair">
                <Select {...bound(fields, 'kind')} label="What it is" options={kinds} />
                {statement.kind === 'designation' && (
                  <Select
                    {...bound(fields, 'credit')}
                    label="Of which credit"
                    none="Choose a credit"
                    options={Object.fromEntries(types.map((type) => [type, type]))}
                  />
                )}
              </div>
              <TextArea
                {...bound(fields, 'text')}
                label="Wording"
                hint={statement.kind === 'support' ? 'This activity received no commercial support.' : undefined}
                rows={3}
              />
              <Checkbox {...boundYes(fields, 'onCertificate')} label="Print it on certificates" />
            </>
          );
        }}
      </ItemList>
    </>
  );
}

/** The statements as learners will read them, composed ones included; asked for again after each save. */
function AsRead() {
  const { store, activityId } = useDesk();
  useWatch((watcher) => store.watch('saving', watcher), [store]);
  const saving = store.saving();
  const at = saving.state === 'saved' ? saving.at : '';
  const body = useShown(
    useResource(
      () => api('GET', '/api/admin/activities/{activityId}/preview', { params: { activityId } }),
      [activityId, at],
    ).body,
  );
  return (
    <section aria-labelledby="as-read" class="stack">
      <h2 id="as-read">As learners will read them</h2>
      {body?.activity.statements.length === 0 && <p class="quiet">Nothing yet.</p>}
      {body?.activity.statements.map(({ text }) => (
        <p key={text} class="composed">
          <Marked text={text} />
        </p>
      ))}
    </section>
  );
}
