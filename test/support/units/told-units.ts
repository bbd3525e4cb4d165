import { entitiesAt } from '../declared-access.ts';
import type { Touch } from './counted-table.ts';

export interface Units {
  readonly read: number;
  /** With those of the indexes. */
  readonly write: number;
}

const written = ({ write, indexes }: Touch): number => write + indexes.work + indexes.lists;

export const unitsOf = (touches: readonly Touch[]): Units => ({
  read: touches.reduce((sum, { read }) => sum + read, 0),
  write: touches.reduce((sum, touch) => sum + written(touch), 0),
});

/** The kind of row that was touched; of an index its partition. */
export const kindOf = ({ operation, pk, sk }: Touch): string =>
  operation === 'queryWork' || operation === 'queryList'
    ? pk.replace(/#.*/, '')
    : (entitiesAt({ pk, ...(sk !== undefined && { sk }) })[0] ?? pk);

/** How many requests the table was asked in: on one machine each costs a millisecond of the processor, whatever its units. */
export const callsOf = (touches: readonly Touch[]): number => new Set(touches.map(({ request }) => request)).size;

/** A line for each function, operation and kind of row, with its units: what a reader looks for when a step costs too much. */
export function tellUnits(touches: readonly (Touch & { readonly functionName: string })[]): string {
  const lines = Map.groupBy(touches, (touch) => `${touch.functionName}  ${touch.operation} ${kindOf(touch)}`);
  return [...lines]
    .map(([what, alike]) => {
      const { read, write } = unitsOf(alike);
      const times = alike.length > 1 ? ` x ${alike.length}` : '';
      return `  ${(what + times).padEnd(58)} ${`${read || ''}`.padStart(5)} read ${`${write || ''}`.padStart(5)} written`;
    })
    .join('\n');
}
