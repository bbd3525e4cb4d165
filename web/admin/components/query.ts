import { useLocation } from '../../components/router.tsx';

type Values = Readonly<Record<string, string>>;

/**
 * Filters that may hold somebody's name or address. They stand after `#`, so that a filtered list can be kept as well, and no browser
 * sends them: neither when the page is opened nor as where a request came from (ASVS 14.2.1).
 */
const unsent: ReadonlySet<string> = new Set(['search', 'contains', 'about', 'learner', 'learnerId', 'into']);

const written = (mark: string, said: readonly [string, string][]): string =>
  said.length > 0 ? `${mark}${new URLSearchParams([...said])}` : '';

/** An address with other filters: what is as it is by default is left out, and what others keep there stays. */
export function addressWith(path: string, query: Values, change: Values, defaults: Values): string {
  const said = Object.entries({ ...query, ...change }).filter(([name, value]) => value !== (defaults[name] ?? ''));
  const [sent, kept] = [said.filter(([name]) => !unsent.has(name)), said.filter(([name]) => unsent.has(name))];
  return path + written('?', sent) + written('#', kept);
}

/** All filters of an address, those that are not sent among them. */
const filtersOf = (query: Values, hash: string): Values => ({
  ...query,
  ...Object.fromEntries([...new URLSearchParams(hash.slice(1))].filter(([name]) => unsent.has(name))),
});

export interface Query<Name extends string> {
  /** What stands in the address, or the default. */
  readonly values: Readonly<Record<Name, string>>;
  /** Whether anything is other than by default. */
  readonly filtered: boolean;
  /** Changes some of them. A step that Back takes back, unless it `replace`s the address, as each letter that is typed does. */
  readonly set: (change: Partial<Readonly<Record<Name, string>>>, replace?: boolean) => void;
  readonly clear: () => void;
  /** The address of this page with some of them changed, for links. */
  readonly hrefWith: (change: Partial<Readonly<Record<Name, string>>>) => string;
}

/** Filters that live in the address, so that a filtered list can be kept, shared and returned to. */
export function useQuery<Name extends string>(defaults: Readonly<Record<Name, string>>): Query<Name> {
  const { path, query: sent, hash, route } = useLocation();
  const query = filtersOf(sent, hash);
  const names = Object.keys(defaults) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, query[name] ?? defaults[name]])) as Record<Name, string>;
  const hrefWith = (change: object): string => addressWith(path, query, change as Values, defaults);
  return {
    values,
    filtered: names.some((name) => values[name] !== defaults[name]),
    set: (change, replace = false) => route(hrefWith(change), replace),
    clear: () => route(hrefWith(defaults)),
    hrefWith,
  };
}
