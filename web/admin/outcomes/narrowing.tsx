import { Filters, SelectFilter } from '../components/filters.tsx';
import { useQuery } from '../components/query.ts';
import { type Report, versionsIn } from './words.ts';

/** What of the outcomes is asked for, as the address holds it. */
export const useNarrowing = () => useQuery({ version: '', from: '', to: '' });
export type Narrowing = ReturnType<typeof useNarrowing>;

/** Those parts of an address or a query that are said. */
export const said = <Values extends Readonly<Record<string, string>>>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as Partial<Values>;

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The months from the first publication to now, newest first: `{ '2026-03': 'March 2026' }`. */
export function monthsSince(first: string, now: Date): Readonly<Record<string, string>> {
  const months: [string, string][] = [];
  const month = new Date(`${first.slice(0, 7)}-01T00:00:00Z`);
  while (month <= now) {
    months.push([month.toISOString().slice(0, 7), monthName.format(month)]);
    month.setUTCMonth(month.getUTCMonth() + 1);
  }
  return Object.fromEntries(months.reverse());
}

/** The filters of outcomes: a version, and months. */
export function NarrowingFilters({ versions, narrowing }: { versions: Report['versions']; narrowing: Narrowing }) {
  const { values, set, clear, filtered } = narrowing;
  const months = monthsSince(versions.at(-1)?.publishedAt ?? '', new Date());
  const numbers = versions.map(({ version }) => [String(version), versionsIn([version])]);
  return (
    <Filters label="Outcomes" {...{ filtered, clear }}>
      {versions.length > 1 && (
        <SelectFilter
          label="Version"
          name="version"
          value={values.version}
          set={(version) => set({ version })}
          options={{ '': 'All versions', ...Object.fromEntries(numbers) }}
        />
      )}
      <SelectFilter
        label="From"
        name="from"
        value={values.from}
        set={(from) => set({ from })}
        options={{ '': 'The beginning', ...months }}
      />
      <SelectFilter
        label="To"
        name="to"
        value={values.to}
        set={(to) => set({ to })}
        options={{ '': 'Now', ...months }}
      />
    </Filters>
  );
}
