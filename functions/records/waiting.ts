import type { Table } from '../../shared/ports.ts';
import { workIndex } from '../../shared/table.ts';
import { indexPage, type Listed, type PageAsked } from './index-page.ts';
import type { Stored } from './rows.ts';

/**
 * A page of what waits for a second person, oldest first, each as its own row has it. Its cursor is a place in time, and goes on
 * in what else waits as well.
 */
export async function waitingPage<Thing extends { readonly status: string }>(
  table: Table,
  kind: 'change' | 'batch',
  asked: PageAsked,
  read: (listed: Thing) => Promise<Stored<Thing> | undefined>,
): Promise<Listed<Thing>> {
  const page = await indexPage<Thing>(table, [workIndex.parked(kind)], asked);
  const found = await Promise.all(page.items.map(read));
  return { ...page, items: found.flatMap((one) => (one?.value.status === 'proposed' ? [one.value] : [])) };
}
