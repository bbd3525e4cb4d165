import { builtInTypes } from '../../../shared/domain/built-in-credit-types.ts';
import { boardIds, boards } from '../../../shared/domain/moc-boards.ts';
import { api } from '../../client.ts';
import { useResource } from '../../components/resource.tsx';
import { Select, TextField } from '../components/inputs.tsx';
import { bound, boundNumber, entryFields } from './bound.ts';
import { SectionPage } from './frame.tsx';
import { ItemList } from './item-list.tsx';
import { entriesOf, textOf, usePart } from './use-desk.ts';

/** Which credit the activity gives, how much of it, and points for maintenance of certification. */
export const Credit = () => <SectionPage section="credit">{() => <Offers />}</SectionPage>;

const known = Object.fromEntries(builtInTypes.map(({ rule }) => [rule.creditType, rule.name]));
const numbers = new Map(builtInTypes.map(({ rule }) => [rule.creditType as string, rule.number]));
const boardNames = Object.fromEntries(boardIds.map((id) => [id, `${id}, ${boards[id].name}`]));
const ruleNames = {
  'equal-to-claimed': 'As many points as credits are claimed',
  ratio: 'So many points a credit',
  fixed: 'The same points, whatever is claimed',
};

/** Kinds of credit by their ids: those that the software knows, and the provider's own. */
function useCreditTypes(): Readonly<Record<string, string>> {
  const { content } = usePart('about');
  const providerId = typeof content.provider === 'string' ? content.provider : '';
  const { body } = useResource(
    () => api('GET', '/api/admin/providers/{providerId}', { params: { providerId } }),
    [providerId],
  );
  const fields = typeof content.provider === 'object' ? (content.provider as Record<string, unknown>) : body?.fields;
  const own = entriesOf(fields?.creditTypes).filter(({ name }) => name !== undefined);
  return { ...known, ...Object.fromEntries(own.map(({ id, name }) => [textOf(id), textOf(name)])) };
}

function Offers() {
  const about = usePart('about');
  const types = useCreditTypes();
  const credits = entriesOf(about.content.credits);
  const offered = Object.fromEntries(
    credits.map(({ type }) => textOf(type)).flatMap((type) => (type ? [[type, types[type] ?? type]] : [])),
  );
  return (
    <div class="stack">
      <p class="quiet">
        Each kind once, with the most that can be claimed. Who claims which follows from their profession. Credit is
        designated in advance: it cannot be added once an activity was held.
      </p>
      <ItemList
        name="credits"
        one="Credit"
        items={credits}
        set={(items) => about.set({ credits: items })}
        blank={{}}
        add="Add a kind of credit"
        error={about.errors.credits}
      >
        {(credit, change, at) => {
          const fields = entryFields(about, { prefix: `credits-${at}-`, content: credit, change });
          const number = numbers.get(textOf(credit.type));
          return (
            <div class="field-pair">
              <Select {...bound(fields, 'type')} label="Kind of credit" none="Choose a kind" options={types} />
              <TextField {...boundNumber(fields, 'maximum')} label="Maximum" hint="In credits or hours: 1.25" />
              {(number || credit.number !== undefined) && (
                <TextField
                  {...bound(fields, 'number')}
                  label={number?.name ?? 'Activity number'}
                  hint={number && `Like ${number.example}`}
                  spellcheck={false}
                />
              )}
            </div>
          );
        }}
      </ItemList>
      <h2>Points for maintenance of certification (MOC)</h2>
      <p class="quiet">
        Physicians who passed the Post-Test may ask for points when they claim. Points follow from a credit above, and
        are never summed with it.
      </p>
      <ItemList
        name="moc"
        one="Board"
        items={entriesOf(about.content.moc)}
        set={(moc) => about.set({ moc: moc.length > 0 ? moc : undefined })}
        blank={{}}
        add="Add a board"
        error={about.errors.moc}
      >
        {(board, change, at) => {
          const fields = entryFields(about, { prefix: `moc-${at}-`, content: board, change });
          const rule = textOf(board.rule) || 'equal-to-claimed';
          return (
            <div class="field-pair">
              <Select {...bound(fields, 'board')} label="Board" none="Choose a board" options={boardNames} />
              <Select {...bound(fields, 'credit')} label="Follows from" none="Choose a credit" options={offered} />
              <TextField {...boundNumber(fields, 'maximum')} label="Most points" hint="1.25" />
              <TextField {...boundNumber(fields, 'step')} label="Step" hint="Left empty: 0.25" />
              <Select {...bound(fields, 'rule')} label="How points follow" options={ruleNames} value={rule} />
              {rule === 'ratio' && <TextField {...boundNumber(fields, 'perCredit')} label="Points a credit" />}
              {rule === 'fixed' && <TextField {...boundNumber(fields, 'points')} label="Points" />}
            </div>
          );
        }}
      </ItemList>
    </div>
  );
}
