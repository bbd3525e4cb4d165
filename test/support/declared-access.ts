import type { Key, Table } from '../../shared/ports.ts';
import { accessPatterns } from '../../shared/table/access-patterns.ts';
import type { Operation } from '../../shared/table/pattern.ts';
import { type EntityName, entities, lists } from '../../shared/table.ts';

const asPattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^#]+')}$`);
const keys = (Object.entries(entities) as [EntityName, (typeof entities)[EntityName]][]).map(([name, { pk, sk }]) => ({
  ...{ name, pk: asPattern(pk), sk: asPattern(sk) },
}));

/** The kinds of rows that a key, or a partition alone, is of. */
export const entitiesAt = ({ pk, sk }: Partial<Key>): readonly EntityName[] =>
  keys.filter((key) => key.pk.test(pk ?? '') && (sk === undefined || key.sk.test(sk))).map(({ name }) => name);

/** Whether the registry of access patterns, from which roles are made, lets a function do this. */
const isDeclared = (functionName: string, operation: Operation, names: readonly EntityName[]): boolean =>
  accessPatterns.some(
    ({ entity, operations, usedBy }) =>
      usedBy.includes(functionName) && operations.includes(operation) && names.includes(entity),
  );

/**
 * A table as the role of one function sees it: whatever the registry does not declare is reported, since AWS would
 * refuse it.
 */
export function declaredAccess(table: Table, functionName: string, report: (undeclared: string) => void): Table {
  const check = (operation: Operation, key: Partial<Key>): void => {
    if (!isDeclared(functionName, operation, entitiesAt(key)))
      report(`${functionName} may not ${operation} ${key.pk} ${key.sk ?? ''}`);
  };
  return {
    get: (key) => {
      check('get', key);
      return table.get(key);
    },
    query: (query) => {
      check('query', { pk: query.pk });
      return table.query(query);
    },
    queryWork: (query) => {
      const entity =
        (['mail', 'change', 'erasure', 'delivery', 'batch', 'import', 'participation'] as const).find((kind) =>
          query.workPk.includes(`#${kind}`),
        ) ?? 'work';
      if (!isDeclared(functionName, 'queryWork', [entity])) report(`${functionName} may not query ${query.workPk}`);
      return table.queryWork(query);
    },
    queryList: (query) => {
      const named = (Object.entries(lists) as [EntityName, string][])
        .filter(([, template]) => asPattern(template).test(query.listPk))
        .map(([name]) => name);
      if (!isDeclared(functionName, 'queryList', named)) report(`${functionName} may not list ${query.listPk}`);
      return table.queryList(query);
    },
    write: (writes) => {
      for (const write of writes) {
        if (write.kind === 'put') check('put', write.row);
        else check('check', write.key);
      }
      return table.write(writes);
    },
    count: (key, by, expiresAt) => {
      check('count', key);
      return table.count(key, by, expiresAt);
    },
  };
}
