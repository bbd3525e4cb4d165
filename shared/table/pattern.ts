import type { EntityName } from '../table.ts';

/** What a pattern does to the table; `check` is a condition in a transaction, `queryWork` and `queryList` read the indexes. */
export type Operation = 'get' | 'query' | 'put' | 'check' | 'count' | 'queryWork' | 'queryList';

export interface AccessPattern {
  readonly does: string;
  readonly entity: EntityName;
  readonly operations: readonly Operation[];
  /** Names of functions: files of `functions/{api,workflow,scheduled,commands}`. */
  readonly usedBy: readonly string[];
}

/** An access pattern: what it does, to which kind of row, by which operations, for which functions. */
export const pattern = (
  does: string,
  entityName: EntityName,
  operations: readonly Operation[],
  usedBy: readonly string[],
): AccessPattern => ({ does, entity: entityName, operations, usedBy });
