import { quotas } from '../../../infra/quotas.ts';
import type { Row, Table, Write } from '../../../shared/ports.ts';
import { byAdapter, bySdk, type Services } from './services.ts';
import { createTokenBucket, type TokenBucket } from './token-bucket.ts';

/** What tables of on-demand capacity give: as new ones do, or as they were warmed up for. */
export interface Capacity {
  readonly writes: number;
  readonly reads: number;
}

// Usual latencies of DynamoDB within a Region, as AWS speaks of them ("single-digit milliseconds"); a transaction is two rounds.
const latencyMs = { get: 4, query: 6, write: 6, transaction: 14 };
/** A unit reads 4 KB and writes 1 KB; a transaction takes twice as many (DynamoDB's developer guide, capacity units). */
const READ_UNIT = 4_096;
const WRITE_UNIT = 1_024;

const bytesOf = (thing: unknown): number => (thing === undefined ? 1 : JSON.stringify(thing).length);
const readUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / READ_UNIT));
const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_UNIT));

interface Charge {
  readonly index: string;
  readonly pk: string;
  readonly units: number;
}

type Placed = { readonly pk: string; readonly sk: string; readonly shown: string } | undefined;
const places: Readonly<Record<string, (row: Row) => Placed>> = {
  work: (row) =>
    row.workPk && row.workSk ? { pk: row.workPk, sk: row.workSk, shown: JSON.stringify(row) } : undefined,
  lists: ({ pk, sk, listPk, listSk, listed }) =>
    listPk && listSk ? { pk: listPk, sk: listSk, shown: JSON.stringify({ pk, sk, listed }) } : undefined,
};

/** What a write costs an index: a new entry, one that is gone, one that moved (both), or one that shows something else. */
function indexCharges(index: string, before: Placed, after: Placed): readonly Charge[] {
  const charge = (at: NonNullable<Placed>): Charge => ({ index, pk: at.pk, units: writeUnits(at.shown.length) });
  if (!before || !after) return [before ?? after].filter((at) => at !== undefined).map(charge);
  if (before.pk !== after.pk || before.sk !== after.sk) return [charge(before), charge(after)];
  return before.shown === after.shown ? [] : [charge(after)];
}

/**
 * A table whose every call takes units from its table's, its index's and its partition's buckets, as published: a call for
 * which one of them has too little is throttled, and tried again by the SDK or the adapter.
 */
export function chargedTable(
  table: Table,
  { capacity, services, nowMs }: { capacity: Capacity; services: Services; nowMs: () => number },
): Table & { readonly spent: ReadonlyMap<string, number> } {
  const buckets = new Map<string, TokenBucket>();
  const spent = new Map<string, number>();
  const bucket = (name: string, perSecond: number): TokenBucket => {
    const known = buckets.get(name) ?? createTokenBucket(nowMs, { perSecond });
    buckets.set(name, known);
    return known;
  };
  /** Takes what a call costs from every bucket, or nothing where one of them has too little: a throttled call is free. */
  const takeAll = (kind: 'reads' | 'writes', charges: readonly Charge[]): boolean => {
    const ofKey = (kind === 'reads' ? quotas.partitionReads : quotas.partitionWrites).value;
    const wanted = new Map<string, number>();
    const add = (name: string, units: number): void => void wanted.set(name, (wanted.get(name) ?? 0) + units);
    for (const { index, pk, units } of charges) {
      add(`${kind} ${index} ${pk}`, units);
      add(`${kind} ${index}`, units);
    }
    const all = [...wanted].map(([name, units]) => {
      const isWhole = name === `${kind} ${name.split(' ')[1]}`;
      return { name, units, bucket: bucket(name, isWhole ? capacity[kind] : ofKey) };
    });
    if (!all.every(({ units, bucket }) => bucket.holds(units))) return false;
    for (const { name, units, bucket } of all) {
      bucket.take(units);
      spent.set(name, (spent.get(name) ?? 0) + units);
    }
    return true;
  };
  const reading = async <Result>(
    pk: string,
    kind: 'get' | 'query',
    read: () => Promise<Result>,
    unitsOf: (result: Result) => number,
    index = 'table',
  ): Promise<Result> => {
    const result = await read();
    return services.call({
      ...{ service: 'DynamoDB', ...bySdk, latencyMs: latencyMs[kind] },
      take: () => takeAll('reads', [{ index, pk, units: unitsOf(result) }]),
      // Read at the instant at which it is answered, not when it was first asked for.
      effect: read,
    });
  };
  async function chargesOf(write: Write, times: number): Promise<readonly Charge[]> {
    if (write.kind === 'check') return [{ index: 'table', pk: write.key.pk, units: times }];
    const { row, expect } = write;
    const before = expect === 'absent' ? undefined : await table.get(row);
    return [
      { index: 'table', pk: row.pk, units: times * writeUnits(bytesOf(row)) },
      ...Object.entries(places).flatMap(([index, placeOf]) =>
        indexCharges(index, before && placeOf(before), placeOf(row)),
      ),
    ];
  }

  return {
    get: (key) =>
      reading(
        key.pk,
        'get',
        () => table.get(key),
        (row) => readUnits(bytesOf(row)),
      ),
    query: (query) =>
      reading(
        query.pk,
        'query',
        () => table.query(query),
        ({ rows }) => readUnits(bytesOf(rows)),
      ),
    queryWork: (query) =>
      reading(
        query.workPk,
        'query',
        () => table.queryWork(query),
        ({ rows }) => readUnits(bytesOf(rows)) / 2,
        'work',
      ),
    queryList: (query) =>
      reading(
        query.listPk,
        'query',
        () => table.queryList(query),
        ({ rows }) => readUnits(bytesOf(rows)) / 2,
        'lists',
      ),
    async write(writes) {
      if (writes.length === 0) return;
      const times = writes.length === 1 ? 1 : 2;
      const charges = (await Promise.all(writes.map((write) => chargesOf(write, times)))).flat();
      await services.call({
        service: 'DynamoDB',
        ...(times === 1 ? bySdk : byAdapter),
        latencyMs: times === 1 ? latencyMs.write : latencyMs.transaction,
        take: () => takeAll('writes', charges),
        effect: () => table.write(writes),
      });
    },
    count: (key, by, expiresAt) =>
      services.call({
        ...{ service: 'DynamoDB', ...bySdk, latencyMs: latencyMs.write },
        take: () => takeAll('writes', [{ index: 'table', pk: key.pk, units: 1 }]),
        effect: () => table.count(key, by, expiresAt),
      }),
    spent,
  };
}
