import { evaluated, type Node, type Source, treeOf } from './source.ts';

/** Names that reach a clock, chance, the network, the disk or the process. */
const outside: ReadonlySet<string> = new Set([
  ...['process', 'performance', 'crypto', 'globalThis', 'require', 'console'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'navigator', 'window', 'localStorage', 'sessionStorage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
]);

const nameOf = (node: unknown): string | undefined =>
  typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : undefined;

const hasNoArguments = ({ arguments: given }: Node): boolean => Array.isArray(given) && given.length === 0;

/** What a node reaches for, or nothing. `new Date(instant)` is a calculation; `new Date()` reads the clock. */
function reachedBy(node: Node): string | undefined {
  const { type } = node;
  if (type === 'Identifier') return outside.has(nameOf(node) ?? '') ? nameOf(node) : undefined;
  if (type === 'NewExpression' && nameOf(node.callee) === 'Date' && hasNoArguments(node)) return 'new Date()';
  if (type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()';
  if (type !== 'MemberExpression') return undefined;
  const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
  return ['Date.now', 'Math.random', 'Temporal.Now'].includes(member) ? member : undefined;
}

/** A line for each place where what should be pure reaches outside. */
export const impurities = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap((source) =>
    [...evaluated(treeOf(source))].flatMap((node) => {
      const reached = reachedBy(node);
      return reached === undefined ? [] : [`${source.path} reaches for ${reached}; it must come in through a port`];
    }),
  );
