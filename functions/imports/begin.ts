import { type Import, noFates } from '../../shared/domain/import.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { kinds, packed } from './carry-on.ts';
import type { BroughtFile, Importing } from './kind.ts';

/** Keeps a file and begins to check it, or says why it is none of its kind. */
export async function begin(
  what: Pick<Import, 'kind' | 'fileName' | 'by' | 'target'>,
  file: BroughtFile,
  capabilities: Importing,
): Promise<Import | Refusal> {
  const { imports, table, clock, ids } = capabilities;
  const now = clock.now();
  const before: Import = {
    ...what,
    importId: `${now.replaceAll(/\D/g, '')}-${ids.id()}`,
    ...{
      at: now,
      touchedAt: now,
      state: 'checking',
      passages: 0,
      rows: 0,
      checked: 0,
      bad: 0,
      done: 0,
      fates: noFates,
    },
  };
  const read = kinds[what.kind].read(file, before, capabilities);
  if ('fault' in read) return refuse({ code: 'file-unreadable', ...read.fault, field: '/file' });
  const passages = await imports.keepFile(before, packed(file));
  const begun = { ...before, passages, rows: read.rows.length };
  await table.write([imports.put(begun)]);
  return begun;
}
