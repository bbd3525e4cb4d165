import type { Import, RowResult, RowSaid, Verdict } from '../../shared/domain/import.ts';
import type { Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';

export type Importing = Capabilities<Record<never, never>>;

/** The file of an import as it was handed in: one text, or the documents of a package. */
export interface BroughtFile {
  readonly documents: readonly { readonly name?: string | undefined; readonly text: string }[];
}

/** A row of any kind of file, as far as it can be judged by itself. */
export interface Row {
  readonly line: number;
  readonly item: number;
  readonly about: string;
  readonly said: readonly RowSaid[];
  /** Nothing where the row is wrong. */
  readonly value?: unknown;
}

/** A kind of import: how its rows are checked against what is there, and brought in. */
export interface KindOfImport {
  /** The rows, or why the file is none of its kind. */
  read(
    file: BroughtFile,
    what: Import,
    capabilities: Importing,
  ): { readonly rows: readonly Row[] } | { readonly fault: RowSaid };
  /** Whether good rows go with what is there already; reads, and writes nothing. */
  check(rows: readonly Row[], what: Import, capabilities: Importing): Promise<readonly Verdict[]>;
  /** Whether the rows go in together, by the write that tells of it. Else each goes in by itself, and may go in again. */
  readonly atOnce: boolean;
  /** Brings good rows in. A repeat finds what the first run did. */
  bringIn(
    rows: readonly Row[],
    what: Import,
    capabilities: Importing,
  ): Promise<
    { readonly results: readonly RowResult[]; readonly writes: readonly Write[] } | { readonly failure: string }
  >;
}

export const verdictOf = ({ line, item, about, said }: Row, good: boolean, more: readonly RowSaid[] = []): Verdict => ({
  ...{ line, item, about, good },
  said: [...said, ...more],
});

/** Does something for each row, some at a time, in the order of the rows. */
export async function eachOf<Thing, Result>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<Result>,
  atOnce = 20,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < things.length; from += atOnce)
    results.push(...(await Promise.all(things.slice(from, from + atOnce).map(act))));
  return results;
}
