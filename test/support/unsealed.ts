import { nodeCiphers } from '../../functions/adapters/ciphers.ts';
import type { DataKey } from '../../functions/records/data-keys.ts';
import type { Ciphers, Row } from '../../shared/ports.ts';

const dataOf = <Thing>({ data }: Row): Thing => data as unknown as Thing;

/** Rows as their repositories read them: what learners' keys open is open; what they do not open stays sealed. */
export function unsealed(
  rows: readonly Row[],
  keyRows: readonly Row[],
  ciphers: Ciphers = nodeCiphers(),
): readonly Row[] {
  const dataKeys = keyRows.filter(({ kind }) => kind === 'dataKey');
  const keys = new Map(dataKeys.map((row) => [dataOf<DataKey>(row).learnerId, dataOf<DataKey>(row)]));
  return rows.map((row) => {
    const { sealed, learnerId } =
      dataOf<{ readonly sealed?: unknown; readonly learnerId?: string } | undefined>(row) ?? {};
    const found = keys.get(learnerId ?? '');
    if (typeof sealed !== 'string' || !found || !('key' in found)) return row;
    const { sealed: _, ...plain } = dataOf<Readonly<Record<string, never>>>(row);
    const opened = ciphers.open(sealed, { key: found.key, place: `${row.pk} ${row.sk}` });
    return { ...row, data: { ...plain, ...JSON.parse(opened) } };
  });
}
