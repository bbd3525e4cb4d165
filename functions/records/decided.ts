import type { Instant } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** That a change or a batch was decided. */
export interface Settled {
  readonly id: string;
  readonly is: 'change' | 'batch';
  readonly at: Instant;
}

export interface DecidedPage {
  readonly decided: readonly Settled[];
  readonly cursor?: string;
}

/** The write that puts what was decided into the list of its year. */
export const decidedRow = (settled: Settled): Write =>
  putRow(entities.decided.keyOf({ year: settled.at.slice(0, 4), at: settled.at, id: settled.id }), 'decided', settled);

/** A page of what was decided in a year, newest first. */
export async function decidedIn(
  table: Table,
  year: number,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<DecidedPage> {
  const { pk } = entities.decided.keyOf({ year: String(year), at: '-', id: '-' });
  const page = await table.query({ pk, newestFirst: true, limit, ...(cursor !== undefined && { cursor }) });
  return {
    decided: page.rows.flatMap((row) => held<Settled>(row)?.value ?? []),
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  };
}
