import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TableDefinition } from './deployment.ts';
import { keepFile } from './parts/durable-files.ts';
import type { Local } from './table.ts';

/**
 * Makes the template's tables on the embedded database, and gives those of an earlier start what the template has gained.
 * Nothing is asked when this folder's database was there before with these very tables, as at nearly every start.
 */
export async function createTables(
  tables: readonly TableDefinition[],
  given: { readonly dataDir: string; readonly keptBefore: boolean; readonly client: Local },
): Promise<void> {
  const marker = join(given.dataDir, 'tables');
  const wanted = JSON.stringify(tables);
  if (given.keptBefore && existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  // Loaded only when there is something to ask: the client takes a tenth of a second.
  const { createTable } = await import('./table.ts');
  for (const table of tables) await createTable(table, given.client);
  keepFile(marker, wanted);
}
