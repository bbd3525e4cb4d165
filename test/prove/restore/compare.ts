import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { keysIn } from '../../../infra/cli/backup/documents.ts';
import { letsIn } from '../../../infra/cli/backup/restore-backup.ts';
import type { Row } from '../../../shared/ports.ts';
import type { MemoryDocuments } from '../../simulation/ports/memory-documents.ts';
import { type EmbeddedStore, rowsIn } from './embedded-store.ts';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const nameOf = ({ pk, sk }: Row): string => `${pk} ${sk}`;

/** Each row and document of before that is not in a store as it was, and each that was not there. */
export async function differences(
  before: readonly Row[],
  { kept }: MemoryDocuments,
  store: EmbeddedStore,
): Promise<readonly string[]> {
  const now = new Map((await rowsIn(store, store.table)).map((row) => [nameOf(row), row]));
  const wanted = before.filter(({ pk }) => !letsIn({ pk: { S: pk } }));
  const wrong = wanted
    .filter((row) => !isDeepStrictEqual(now.get(nameOf(row)), row))
    .map((row) => `${nameOf(row)} is not as it was`);
  if (now.size !== wanted.length) wrong.push(`There are ${now.size} rows, and there were ${wanted.length}`);
  const keys = (await Array.fromAsync(keysIn(store))).flat();
  if (keys.length !== kept.size) wrong.push(`There are ${keys.length} documents, and there were ${kept.size}`);
  for (const [key, { bytes }] of kept) {
    const found = await store.ports.documents.read(key);
    if (!found || hashOf(found) !== hashOf(bytes)) wrong.push(`The document ${key} is not as it was`);
  }
  return wrong;
}
