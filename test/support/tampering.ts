import type { Row, Value } from '../../shared/ports.ts';
import type { MemoryTable } from '../simulation/ports/memory-table.ts';

type Path = readonly (string | number)[];

/** Every value of a thing that holds no others, by its path. */
function leavesOf(value: Value | undefined, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner as Value, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** Another value of the same kind. */
function altered(value: unknown, chance: number): unknown {
  if (typeof value === 'number') return value + 1 + Math.floor(chance * 1_000);
  if (typeof value === 'boolean') return !value;
  const text = String(value);
  const at = Math.floor(chance * text.length);
  return `${text.slice(0, at)}${text[at] === '7' ? '8' : '7'}${text.slice(at + 1)}`;
}

function changedAt(value: unknown, [name, ...rest]: Path, change: (leaf: unknown) => unknown): unknown {
  if (name === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === name ? changedAt(inner, rest, change) : inner));
  const members = value as Readonly<Record<string, unknown>>;
  return { ...members, [name]: changedAt(members[name], rest, change) };
}

/**
 * A value with one of the values in it altered or taken away.
 * @param chances two numbers in [0, 1) that decide what happens
 */
export function changedLeaf(
  data: Value | undefined,
  [how, where]: readonly [number, number],
): { readonly data: Value; readonly path: string } {
  const leaves = leavesOf(data);
  const path = leaves[Math.floor(where * leaves.length)] ?? [];
  const change = how < 0.3 ? () => undefined : (leaf: unknown) => altered(leaf, where);
  return { data: JSON.parse(JSON.stringify(changedAt(data, path, change))) as Value, path: path.join('/') };
}

/** What was done to a row. */
export interface Tampering {
  readonly row: Row;
  /** `data/credits/0/amount`, or nothing when the whole row was taken away. */
  readonly path?: string;
}

/**
 * Does to one of some rows what a hand in the database might: alters one value, takes one value away, or loses the row.
 * @param chances three numbers in [0, 1) that decide what happens
 */
export async function tamper(
  table: MemoryTable,
  rows: readonly Row[],
  [which, how, where]: readonly [number, number, number],
): Promise<Tampering> {
  const row = rows[Math.floor(which * rows.length)];
  if (!row) throw new Error('There is no row to tamper with');
  if (how < 0.1) {
    table.lose(row);
    return { row };
  }
  const { data, path } = changedLeaf(row.data, [how, where]);
  await table.write([{ kind: 'put', row: { ...row, data }, expect: row.rev }]);
  return { row, path };
}
