import { cursorAfter, sortKeyOf } from '../../../functions/adapters/cursor.ts';
import { listCursorAfter, listPlaceOf, rangeOf } from '../../../functions/adapters/list-range.ts';
import type { ListedRow, Row, Table } from '../../../shared/ports.ts';
import { createMemoryTable } from '../../simulation/ports/memory-table.ts';

const digits = '0123456789abcdefghjkmnpqrstvwxyz';
const PLACES = 5;
const ID = '[0-9a-z]{26}';

const suffixOf = (number: number): string =>
  Array.from({ length: PLACES }, (_, place) =>
    digits.charAt(Math.floor(number / 32 ** (PLACES - 1 - place)) % 32),
  ).join('');
const numberOf = (suffix: string): number => [...suffix].reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0);

/** More than any question may read: whoever reads so many rows at once reads without bound. */
const MOST_ROWS = 25_000;

/** Rows of which each of the crowd has one in a partition or a list: in the order of their numbers. */
interface Sequence<Shown> {
  readonly keyOf: (number: number) => string;
  readonly rowOf: (number: number) => Shown;
}

interface Asked {
  readonly newestFirst: boolean;
  /** The least and the last key that count. */
  readonly low: string;
  readonly high: string;
  /** Only what comes after this place counts, in the direction that is asked. */
  readonly after: string | undefined;
  readonly limit: number | undefined;
}

/** What leaves nothing of whose it is: the id at the end of its key is its own. */
const withoutOwner = new Set(['sitting', 'firstAnswers', 'response', 'audit']);

/**
 * A table that holds some rows, and a crowd of learners like one of them whom nobody stored: a row of theirs is made when it is read,
 * out of the one's, with their number in the place of the end of each id. A million cost nothing, and whoever would read them all is
 * told so by an error.
 * @param one the ids of the learner who is like all of them
 */
export function crowdedTable(rows: readonly Row[], one: readonly string[], crowd: number): Table {
  const base = createMemoryTable();
  base.load(rows);
  const beginnings = one.map((id) => id.slice(0, -PLACES));
  const theirs = new RegExp(`(${beginnings.join('|')})([0-9a-z]{${PLACES}})`, 'g');
  const isTheirs = (text: string): boolean => text.search(theirs) >= 0;
  const numbered = (text: string, number: number): string =>
    text.replaceAll(theirs, (_, beginning: string) => beginning + suffixOf(number));

  const rowFor = (template: Row, number: number): Row => {
    const row: Row = JSON.parse(numbered(JSON.stringify(template), number));
    if (!withoutOwner.has(String(template.kind))) return row;
    return { ...row, sk: row.sk.slice(0, -PLACES) + suffixOf(number) };
  };
  const isTemplate = (row: Row): boolean =>
    withoutOwner.has(String(row.kind)) ? new RegExp(`${ID}$`).test(row.sk) : isTheirs(`${row.pk} ${row.sk}`);
  const templates = rows.filter(isTemplate);
  const nameOf = (pk: string, sk: string): string => numbered(`${pk} ${sk}`, 0);
  const byName = new Map(templates.map((row) => [nameOf(row.pk, row.sk), row]));
  const ofOne = Map.groupBy(templates, ({ pk }) => numbered(pk, 0));
  const ofAll = Map.groupBy(
    templates.filter(({ pk }) => !isTheirs(pk)),
    ({ pk }) => pk,
  );
  const listed = Map.groupBy(
    templates.filter(({ listPk }) => listPk !== undefined),
    ({ listPk = '' }) => listPk,
  );

  const numberIn = (text: string): number | undefined => {
    const [found] = text.matchAll(theirs);
    const number = found && numberOf(found[2] ?? '');
    return number !== undefined && number < crowd ? number : undefined;
  };

  /** The stretch of a sequence that is asked for. */
  function stretch<Shown>(
    { keyOf, rowOf }: Sequence<Shown>,
    { newestFirst, low: least, high: most, after, limit }: Asked,
  ): Shown[] {
    const at = (step: number): number => (newestFirst ? crowd - 1 - step : step);
    const isBefore = (key: string): boolean =>
      newestFirst
        ? key > most || (after !== undefined && key >= after)
        : key < least || (after !== undefined && key <= after);
    const isWithin = (key: string): boolean => least <= key && key <= most;
    let [low, high] = [0, crowd];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(keyOf(at(middle)))) low = middle + 1;
      else high = middle;
    }
    const shown: Shown[] = [];
    for (let step = low; step < crowd && shown.length < (limit ?? Number.POSITIVE_INFINITY); step++) {
      if (!isWithin(keyOf(at(step)))) break;
      if (shown.length >= MOST_ROWS) throw new Error('This reads without bound');
      shown.push(rowOf(at(step)));
    }
    return shown;
  }

  const together = <Shown>(
    shown: readonly Shown[],
    keyOf: (one: Shown) => string,
    { newestFirst, limit }: Pick<Asked, 'newestFirst' | 'limit'>,
  ): readonly Shown[] => {
    const sorted = shown.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1) * (newestFirst ? -1 : 1));
    return limit === undefined ? sorted : sorted.slice(0, limit);
  };

  return {
    ...base,
    get: async (key) => {
      const stored = await base.get(key);
      const number = numberIn(`${key.pk} ${key.sk}`);
      const template = stored || number === undefined ? undefined : byName.get(nameOf(key.pk, key.sk));
      return stored ?? (template && number !== undefined ? rowFor(template, number) : undefined);
    },
    query: async (query) => {
      const { pk, prefix = '', newestFirst = false, limit, cursor } = query;
      const stored = await base.query(query);
      const number = numberIn(pk);
      const asked = { newestFirst, low: prefix, high: `${prefix}\u{10ffff}`, after: sortKeyOf(cursor, prefix), limit };
      const made =
        number === undefined
          ? (ofAll.get(pk) ?? []).flatMap((row) =>
              stretch<Row>({ keyOf: (each) => rowFor(row, each).sk, rowOf: (each) => rowFor(row, each) }, asked),
            )
          : stored.rows.length > 0
            ? []
            : (ofOne.get(numbered(pk, 0)) ?? [])
                .map((row) => rowFor(row, number))
                .filter(({ sk }) => sk.startsWith(prefix));
      const page = together([...stored.rows, ...made], ({ sk }) => sk, asked);
      const last = page.at(-1);
      return last && page.length === limit ? { rows: page, cursor: cursorAfter(last.sk) } : { rows: page };
    },
    queryList: async (query) => {
      const stored = await base.queryList(query);
      const range = rangeOf(query);
      if (!range) return stored;
      const { newestFirst = false, limit } = query;
      const after = listPlaceOf(query.cursor, range)?.listSk;
      const showing = (row: Row): ListedRow => ({
        ...{ pk: row.pk, sk: row.sk, listSk: row.listSk ?? '', listed: row.listed ?? {} },
      });
      const made = (listed.get(query.listPk) ?? []).flatMap((row) =>
        stretch<ListedRow>(
          { keyOf: (each) => numbered(row.listSk ?? '', each), rowOf: (each) => showing(rowFor(row, each)) },
          { newestFirst, ...range, after, limit },
        ),
      );
      const page = together([...stored.rows, ...made], ({ listSk }) => listSk, { newestFirst, limit });
      const last = page.at(-1);
      return { rows: page, ...(last && page.length === limit && { cursor: listCursorAfter(last) }) };
    },
  };
}
