import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessPatterns } from '../../shared/table/access-patterns.ts';
import type { AccessPattern, Operation } from '../../shared/table/pattern.ts';
import { type EntityName, entities, lists, listsIndex, workIndex } from '../../shared/table.ts';
import { functionSources } from '../functions.ts';
import { projectFolder } from '../house/project-folder.ts';
import { functionLink, madeFrom, page, table } from './markdown.ts';

const keyOf = (entity: EntityName): string => `\`${entities[entity].pk}\` · \`${entities[entity].sk}\``;

/** What kinds of rows hold, from what stands above each in the registry. */
function whatRowsHold(): ReadonlyMap<string, string> {
  const registry = readFileSync(join(projectFolder, 'shared', 'table.ts'), 'utf8');
  const said = registry.matchAll(/\/\*\* (?<holds>.+) \*\/\n {2}(?<name>\w+): entity\(/g);
  return new Map(Array.from(said, ({ groups }) => [groups?.name ?? '', groups?.holds ?? '']));
}

function linkTo(name: string): string {
  const source = functionSources[name];
  if (!source) throw new Error(`An access pattern names the function ${name}, which is not there`);
  return functionLink(name, source);
}

const indexOf: { readonly [Name in Operation]?: string } = { queryWork: workIndex.name, queryList: listsIndex.name };
const wordOf = (operation: Operation): string =>
  indexOf[operation] ? `query of \`${indexOf[operation]}\`` : operation;

const rowOf = ({ does, entity, operations, usedBy }: AccessPattern): readonly string[] => [
  does,
  `\`${entity}\``,
  operations.map(wordOf).join(', '),
  [...usedBy].sort().map(linkTo).join(', '),
];

/** `docs/access-patterns.md`: every row of the table, and who reads and writes it how. */
export function accessPatternsPage(): string {
  const holds = whatRowsHold();
  const rows = Object.keys(entities).map((name) => {
    const sentence = holds.get(name);
    if (!sentence) throw new Error(`shared/table.ts does not say what ${name} holds, in a line above it`);
    return [`\`${name}\``, keyOf(name as EntityName), sentence];
  });
  const writers = Map.groupBy(
    accessPatterns.filter(({ operations }) => operations.includes('put')),
    ({ entity }) => entity,
  );
  const mayWrite = Object.keys(entities).map((name) => {
    const patterns = writers.get(name as EntityName) ?? [];
    const names = [...new Set(patterns.flatMap(({ usedBy }) => usedBy))].sort();
    return [`\`${name}\``, names.map((writer) => `\`${writer}\``).join(', ') || 'counted, never put'];
  });
  return page(
    madeFrom(['`shared/table.ts`', '`shared/table/`']),
    '# Rows and access patterns',
    'One table holds every row. A write puts a whole row and says which revision it expects there, so that races are decided by the table ([ADR](adr/README.md)). Nothing deletes a row.',
    '## Rows',
    table(['Row', 'Partition key · sort key', 'What it holds'], rows),
    `The sparse index \`${workIndex.name}\` lists what is due, by \`${workIndex.due('work', 0)}\` to \`${workIndex.due('work', workIndex.shards - 1)}\` and \`${workIndex.due('mail', 0)}\` to \`${workIndex.due('mail', workIndex.shards - 1)}\` and the time, and what is parked, by \`${workIndex.parked('work')}\` and \`${workIndex.parked('mail')}\`, and the changes that wait for a second person, by \`${workIndex.parked('change')}\`. Due rows are spread over ${workIndex.shards} partitions by their id.`,
    `The sparse index \`${listsIndex.name}\` holds what long lists show of their rows (\`${listsIndex.holds}\`): ${Object.entries(
      lists,
    )
      .map(([name, template]) => `\`${name}\` under \`${template}\``)
      .join(', ')}. A page of a list is one query of it ([ADR 30](adr/0030-lists-and-the-directory.md)).`,
    '## Access patterns',
    'Each function’s role is granted these operations on these partitions and no others ([`grants.ts`](../infra/house/grants.ts)).',
    table(['What for', 'Row', 'How', 'Functions'], accessPatterns.map(rowOf)),
    '## Who may write what',
    table(['Row', 'Functions that put it'], mayWrite),
  );
}
