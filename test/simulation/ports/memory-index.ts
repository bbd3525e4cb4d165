import type { Row } from '../../../shared/ports.ts';

/** Where an index has a row. */
interface Place {
  readonly pk: string;
  readonly sk: string;
}

/** A sparse index in memory: eventually consistent, as DynamoDB's are. */
export interface MemoryIndex<Shown extends object> {
  put(name: string, row: Row): void;
  forget(name: string): void;
  /** What it shows now of a partition, by sort key. */
  shown(pk: string): readonly { readonly sk: string; readonly row: Shown }[];
  /** The first sort key under partitions that begin so, as it will be when it has caught up. */
  first(...pkPrefixes: readonly string[]): string | undefined;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A partition that is put in order when it is read, so that many rows may be put one after another. */
interface Partition<Shown> {
  readonly rows: Map<string, { readonly sk: string; readonly row: Shown }>;
  inOrder?: readonly { readonly sk: string; readonly row: Shown }[];
}

/** @param index how rows are placed in it, what it shows of them, and how long after a write it does so. */
export function createMemoryIndex<Shown extends object>(index: {
  readonly placeOf: (row: Row) => Place | undefined;
  readonly show: (row: Row) => Shown;
  readonly nowMs: () => number;
  readonly lagMs: () => number;
}): MemoryIndex<Shown> {
  const { placeOf, show, nowMs, lagMs } = index;
  const partitions = new Map<string, Partition<Shown>>();
  const placed = new Map<string, Place>();
  /** What it will be when it has caught up. */
  const coming = new Map<string, Place>();
  const lastDue = new Map<string, number>();
  let lagging: { readonly dueMs: number; readonly name: string; readonly row: Row }[] = [];

  function leave(name: string): void {
    const place = placed.get(name);
    if (!place) return;
    placed.delete(name);
    const partition = partitions.get(place.pk);
    partition?.rows.delete(name);
    if (partition) delete partition.inOrder;
  }

  function enter(name: string, row: Row): void {
    leave(name);
    const place = placeOf(row);
    if (!place) return;
    placed.set(name, place);
    const partition: Partition<Shown> = partitions.get(place.pk) ?? { rows: new Map() };
    partitions.set(place.pk, partition);
    partition.rows.set(name, { sk: place.sk, row: show(row) });
    delete partition.inOrder;
  }

  function catchUp(): void {
    const due = lagging.filter(({ dueMs }) => dueMs <= nowMs());
    if (due.length === 0) return;
    lagging = lagging.filter(({ dueMs }) => dueMs > nowMs());
    for (const { name, row, dueMs } of due) {
      enter(name, row);
      if (lastDue.get(name) === dueMs) lastDue.delete(name);
    }
  }

  return {
    put: (name, row) => {
      const place = placeOf(row);
      if (place) coming.set(name, place);
      else coming.delete(name);
      // Changes of one row reach the index in their order, so none is due before the one ahead of it.
      const ahead = lastDue.get(name);
      if (!place && !placed.has(name) && ahead === undefined) return;
      const dueMs = Math.max(ahead ?? 0, nowMs() + lagMs());
      lastDue.set(name, dueMs);
      lagging.push({ dueMs, name, row });
    },
    forget: (name) => {
      leave(name);
      coming.delete(name);
      lastDue.delete(name);
      lagging = lagging.filter((change) => change.name !== name);
    },
    shown: (pk) => {
      catchUp();
      const partition = partitions.get(pk);
      if (!partition) return [];
      partition.inOrder ??= [...partition.rows.values()].sort((a, b) => byText(a.sk, b.sk));
      return partition.inOrder;
    },
    first: (...pkPrefixes) => {
      let first: string | undefined;
      for (const { pk, sk } of coming.values())
        if (pkPrefixes.some((prefix) => pk.startsWith(prefix)) && (first === undefined || sk < first)) first = sk;
      return first;
    },
  };
}
