import { evaluated, type Node, type Source, treeOf } from './source.ts';

/** How the handlers of a folder of `functions/` must be made: by which stack, for which entry of a registry. */
interface Stack {
  readonly folder: string;
  readonly maker: 'endpoint' | 'step' | 'handlerOver' | 'serving' | undefined;
}

/**
 * Every handler stands in a stack, where sign-in, access, parsing, errors and the ports live once. The gateway's
 * authorizer alone has none: it runs before there is a route, and needs neither the table nor any other port.
 */
const stacks: readonly Stack[] = [
  { folder: 'api', maker: 'endpoint' },
  // The console: a handler for each route in its area's folder, and beside the folders what serves an area.
  { folder: 'admin/*', maker: 'endpoint' },
  { folder: 'admin', maker: 'serving' },
  { folder: 'workflow', maker: 'step' },
  { folder: 'scheduled', maker: 'handlerOver' },
  { folder: 'commands', maker: 'handlerOver' },
  { folder: 'gateway', maker: undefined },
];

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The declaration `export const handler = …` of a source, if it has one. */
function handlerOf(source: Source): Node | undefined {
  // Most sources have none, and need not be parsed to see it.
  if (!source.text.includes('export const handler')) return undefined;
  const { body } = treeOf(source);
  return (Array.isArray(body) ? body : [])
    .filter(isNode)
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .flatMap(({ declaration }) => (isNode(declaration) ? [...evaluated(declaration)] : []))
    .find(({ type, id }) => type === 'VariableDeclarator' && isNode(id) && id.name === 'handler');
}

/** The call that the handler of a source is made by, if it is made by one. */
function handlerCall(source: Source): Node | undefined {
  const init = handlerOf(source)?.init;
  return isNode(init) && init.type === 'CallExpression' ? init : undefined;
}

/** What the first argument of a call says: the text of a literal, or the name of a member (`routes.getMe`: `getMe`). */
function firstArgument({ arguments: given }: Node): string | undefined {
  const [first] = Array.isArray(given) ? given : [];
  if (!isNode(first)) return undefined;
  if (first.type === 'Literal') return String(first.value);
  return first.type === 'MemberExpression' && isNode(first.property) ? String(first.property.name) : undefined;
}

/** Whether a source exports a handler. */
export const exportsHandler = (source: Source): boolean => handlerOf(source) !== undefined;

/** A line for each handler that stands outside the stack of its folder. */
export function handlersOutsideStacks(sources: readonly Source[]): readonly string[] {
  return sources.filter(exportsHandler).flatMap((source) => {
    const [top, ...folders] = source.path.split('/').slice(0, -1);
    const folder = folders.join('/').replace(/^admin\/[a-z-]+$/, 'admin/*');
    const stack = top === 'functions' ? stacks.find((candidate) => candidate.folder === folder) : undefined;
    if (!stack) return [`${source.path} exports a handler where no handlers live`];
    const callee = handlerCall(source)?.callee;
    const maker = isNode(callee) ? callee.name : undefined;
    return stack.maker && maker !== stack.maker ? [`${source.path} is not made by ${stack.maker}`] : [];
  });
}

/** A registry's entry and the file that its handler must be in. `reference` is how the file names the entry. */
export interface Entry {
  readonly path: string;
  readonly reference: string;
}

/** A line for each entry of a registry without its handler, and for each handler without an entry. */
export function unmatchedHandlers(
  folder: string,
  entries: readonly Entry[],
  sources: readonly Source[],
): readonly string[] {
  const handlers = sources.filter((source) => source.path.startsWith(`functions/${folder}/`) && exportsHandler(source));
  const missing = entries.flatMap(({ path, reference }) => {
    const source = handlers.find((handler) => handler.path === path);
    if (!source) return [`${path} is missing`];
    const call = handlerCall(source);
    return call && firstArgument(call) === reference ? [] : [`${path} is not the handler of ${reference}`];
  });
  const known = new Set(entries.map(({ path }) => path));
  const surplus = handlers.filter(({ path }) => !known.has(path)).map(({ path }) => `${path} is in no registry`);
  return [...missing, ...surplus];
}

/** A line for each name that no test speaks of. A test speaks of a name in quotes, as a member, or by one of its paths. */
export function untested(
  entries: readonly { readonly name: string; readonly signs: readonly RegExp[] }[],
  tests: readonly Source[],
) {
  return entries
    .filter(({ signs }) => !tests.some(({ text }) => signs.some((sign) => sign.test(text))))
    .map(({ name }) => `no test speaks of ${name}`);
}

/** A path as tests write it: with an id, a variable or the parameter itself in each place of a parameter. */
export const pathSign = (path: string): RegExp =>
  new RegExp(`${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/\'"`\\s]+')}['"\`?\\s]`);
