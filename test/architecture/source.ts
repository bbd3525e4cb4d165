import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const projectFolder = join(fileURLToPath(import.meta.url), '..', '..', '..');

/** A file of the project; `path` is from its folder, with slashes: `shared/table.ts`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const notOurs = new Set(['node_modules', '.git', 'dist', 'cdk.out', '.cache', '.wallet', 'coverage']);

/** Files of the project that match a pattern, without what is installed, built or kept by a run. */
export const filesOf = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: projectFolder, exclude: (path) => notOurs.has(path.split(/[\\/]/).at(-1) ?? '') })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

export const sourceAt = (path: string): Source => ({ path, text: readFileSync(join(projectFolder, path), 'utf8') });

/** Every TypeScript file of the house. */
export const houseSources = (): readonly Source[] =>
  filesOf('{shared,functions,infra,web,test}/**/*.{ts,tsx}').map(sourceAt);

/** A node of the syntax tree, as far as the rules look at it. */
export interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** The syntax tree of a source. @throws when it cannot be parsed, so that no file goes unread. */
export function treeOf({ path, text }: Source): Node {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);
  return { ...program };
}

/** A node's members that are evaluated when the program runs: no types, no names of members. */
function evaluatedIn(node: Node): readonly unknown[] {
  if (node.type.startsWith('TS')) return [node.expression];
  const names = node.computed === true ? [] : [node.type === 'MemberExpression' ? 'property' : 'key'];
  const skipped = new Set(['type', 'start', 'end', 'typeAnnotation', 'returnType', 'typeParameters', ...names]);
  return Object.entries(node).flatMap(([name, member]) => (skipped.has(name) ? [] : [member]));
}

/** Every node that is evaluated, with the one that it stands in. */
export function* evaluated(node: Node): Generator<Node> {
  yield node;
  for (const member of evaluatedIn(node))
    for (const part of Array.isArray(member) ? member : [member]) if (isNode(part)) yield* evaluated(part);
}

/** An import or re-export; `typesOnly` leaves nothing behind when the program runs, `late` is looked for when it is wanted. */
export interface Import {
  readonly specifier: string;
  readonly typesOnly: boolean;
  readonly late: boolean;
}

const specifierIn = (source: unknown): string | undefined =>
  isNode(source) && typeof source.value === 'string' ? source.value : undefined;

/** What a source imports: statements, re-exports, `import()` and `import('…')` in types. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = [];
  const look = (node: Node): void => {
    const specifier = specifierIn(node.source);
    if (specifier !== undefined) {
      const kinds = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
      const eachIsType =
        kinds.length > 0 && kinds.every(({ importKind, exportKind }) => (importKind ?? exportKind) === 'type');
      const typesOnly =
        [node.importKind, node.exportKind].includes('type') || eachIsType || node.type === 'TSImportType';
      found.push({ specifier, typesOnly, late: node.type === 'ImportExpression' });
    }
    for (const member of Object.values(node))
      for (const part of Array.isArray(member) ? member : [member]) if (isNode(part)) look(part);
  };
  look(treeOf(source));
  return found;
}
