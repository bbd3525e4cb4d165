import { type Routes, routes } from '../../../../shared/api/routes.ts';
import type { Finding } from '../../proof.ts';
import { cameTo } from '../../tally.ts';
import { createLivingStore } from '../living-store.ts';
import { callersOf } from './expected.ts';
import { authorsCells, type Cell, cellsOf, stepUpCells } from './matrix.ts';

/**
 * Asks every route of the registry as everybody who can ask, for their own things, another learner's and none, by ids of a
 * store that lives. Whoever is refused changes nothing; another's is answered as if there were none; no answer tells of the
 * other learner more than its reader may know; every name by which a thing is asked for has its place, or the proof fails.
 */
export async function proveAuthorisation(): Promise<Finding> {
  const living = await createLivingStore();
  const cells: Cell[] = [];
  const names = Object.keys(routes) as (keyof Routes)[];
  for (const name of names) cells.push(...(await cellsOf(living, name)));
  cells.push(...(await stepUpCells(living)), ...(await authorsCells(living)));
  const callers = Object.keys(callersOf(living)).length;
  return {
    ...{ name: 'authorisation', ...cameTo(cells) },
    figures: { routes: String(names.length), 'kinds of callers': String(callers) },
  };
}
