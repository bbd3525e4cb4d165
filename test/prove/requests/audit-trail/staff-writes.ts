import { isForStaff, type Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import type { AuditEntry } from '../../../../shared/domain/audit-trail.ts';
import type { Service } from '../../../support/service.ts';
import { askAs } from '../authorisation/ask-as.ts';
import { storeOf } from '../fuzz/in-use.ts';
import { copyOf, type LivingStore } from '../living-store.ts';
import { scenes } from './scenes.ts';

/** The routes by which staff change something, as the registry has them. */
export const staffWrites = (Object.entries(routes) as readonly [keyof Routes, Route][])
  .filter(([, { access, method, reads }]) => isForStaff(access) && method !== 'GET' && reads !== true)
  .map(([name]) => name);

/** The routes by which staff take files that name people. */
export const staffFiles = (Object.entries(routes) as readonly [keyof Routes, Route][])
  .filter(([, { access, name }]) => isForStaff(access) && access.stepUp && name.startsWith('export-'))
  .map(([name]) => name);

/** A request that changed rows: which kinds of them, and the entries that it left. */
export interface Change {
  readonly kinds: readonly string[];
  readonly entries: readonly AuditEntry[];
}

/** Rows as they stand. Counts against limits change with requests that change nothing else. */
const standOf = ({ table, keyTable }: Service) =>
  new Map(
    [...table.rows(), ...keyTable.rows()]
      .filter(({ pk }) => !pk.startsWith('RATE#'))
      .map((row) => [`${row.pk}\n${row.sk}`, { row, text: JSON.stringify(row) }] as const),
  );

/** Requests differ by their seed; so many find one that changes something, if any does. */
const MOST_TRIED = 80;

/** The first requests of an owner to a route that change rows, each in a store of its own. */
export async function changesBy(living: LivingStore, name: keyof Routes, wanted: number): Promise<readonly Change[]> {
  const { inUse, ofRoute } = storeOf(living);
  const changes: Change[] = [];
  for (let seed = 1; seed <= MOST_TRIED && changes.length < wanted; seed++) {
    const service = await copyOf(living.service, seed);
    const said = await scenes[name]?.(service, living);
    const before = standOf(service);
    const { status } = await askAs(
      service,
      name,
      living.callers.owner,
      { ...inUse, ...ofRoute[name], ...said },
      { seed },
    );
    if (status >= 300) continue;
    const changed = [...standOf(service)].flatMap(([key, { row, text }]) =>
      before.get(key)?.text === text ? [] : [row],
    );
    if (changed.length === 0) continue;
    const entries = changed.filter(({ kind }) => kind === 'audit').map(({ data }) => data as unknown as AuditEntry);
    changes.push({ kinds: changed.map(({ kind }) => String(kind)), entries });
  }
  return changes;
}
