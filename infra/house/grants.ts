import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { accessPatterns } from '../../shared/table/access-patterns.ts';
import type { Operation } from '../../shared/table/pattern.ts';
import { type EntityName, entities, isInKeyTable, lists, listsIndex, workIndex } from '../../shared/table.ts';

/**
 * What an operation of the registry asks of DynamoDB. A put may read its row again: when the reply to a write was lost,
 * that is how the writer learns whether it took effect. Reads of one moment go in one batch. Deleting is nobody's.
 */
const actionsOf: Readonly<Record<Operation, readonly string[]>> = {
  get: ['GetItem', 'BatchGetItem'],
  query: ['Query'],
  put: ['PutItem', 'GetItem'],
  check: ['ConditionCheckItem'],
  count: ['UpdateItem'],
  queryWork: ['Query'],
  queryList: ['Query'],
};

/** A partition key's template as IAM matches it: `LEARNER#{learnerId}` is `LEARNER#*`. */
const leadingKey = (pk: string): string => pk.replaceAll(/\{\w+\}/g, '*');

/** Kinds of rows that have partitions of the work index of their own; any other that is due there is work. */
const apart = ['mail', 'change', 'erasure', 'delivery', 'batch', 'import', 'participation'] as const;
type Indexed = 'work' | (typeof apart)[number];

/** Kinds whose own rows wait in it for nobody of the staff. */
const neverParked = ['erasure', 'import', 'participation'] as const;
type NeverParked = (typeof neverParked)[number];
const mayBeParked = (kind: Indexed): kind is Exclude<Indexed, NeverParked> =>
  !(neverParked as readonly Indexed[]).includes(kind);

/** The partitions of the work index that hold rows of a kind: changes are never due. */
const indexKeys = (kind: Indexed): readonly string[] => [
  ...(kind === 'change' ? [] : [workIndex.due(kind, 0).replace(/0$/, '*')]),
  ...(mayBeParked(kind) ? [workIndex.parked(kind)] : []),
];

/** The partition of the lists index that rows of a kind are listed in. */
function listKey(entity: EntityName): string {
  const template = Object.entries(lists).find(([name]) => name === entity)?.[1];
  if (template === undefined) throw new Error(`There is no list of rows of the kind ${entity}`);
  return leadingKey(template);
}

/** The tables' ARNs. */
export interface TableArns {
  readonly records: string;
  readonly keys: string;
}

type Where = 'table' | 'index' | 'lists' | 'keys';

interface Needed {
  readonly action: string;
  readonly where: Where;
  readonly keys: readonly string[];
}

const whereOf = (operation: Operation, entity: EntityName): Where => {
  if (operation === 'queryWork') return 'index';
  if (operation === 'queryList') return 'lists';
  return isInKeyTable(entity) ? 'keys' : 'table';
};

function neededBy(functionName: string): Needed[] {
  const uses = accessPatterns.filter(({ usedBy }) => usedBy.includes(functionName));
  const single = uses.flatMap(({ entity, operations }) =>
    operations.flatMap((operation) => {
      const where = whereOf(operation, entity);
      const keys =
        where === 'index'
          ? indexKeys(apart.find((kind) => kind === entity) ?? 'work')
          : [where === 'lists' ? listKey(entity) : leadingKey(entities[entity].pk)];
      return actionsOf[operation].map((action): Needed => ({ action, where, keys }));
    }),
  );
  const byAction = Map.groupBy(single, ({ action, where }) => `${action} ${where}`);
  return [...byAction.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, keys: [...new Set([first, ...others].flatMap(({ keys }) => keys))].toSorted() }] : [],
  );
}

/**
 * The statements of a function's role on the tables, from the registry of access patterns: the actions that it needs, each
 * on the partitions that it needs it for and no others.
 */
export function tableStatements(functionName: string, tables: TableArns): PolicyStatement[] {
  const arnOf: Readonly<Record<Where, string>> = {
    table: tables.records,
    index: `${tables.records}/index/${workIndex.name}`,
    lists: `${tables.records}/index/${listsIndex.name}`,
    keys: tables.keys,
  };
  // Actions that share their partitions share a statement.
  const byPartitions = Map.groupBy(neededBy(functionName), ({ where, keys }) => `${where} ${keys.join(' ')}`);
  return [...byPartitions.values()].flatMap(([first, ...others]) =>
    first
      ? [
          new PolicyStatement({
            actions: [first, ...others].map(({ action }) => `dynamodb:${action}`),
            resources: [arnOf[first.where]],
            conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': first.keys } },
          }),
        ]
      : [],
  );
}
