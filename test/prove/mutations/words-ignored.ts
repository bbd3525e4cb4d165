import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

interface Path {
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } };
  readonly parentPath: Path | null;
}

const inWords = ({ node, parentPath }: Path): boolean =>
  (node.type === 'ObjectProperty' && ['message', 'remedy'].includes(node.key?.name ?? '')) ||
  (node.type === 'ObjectProperty' ? false : parentPath !== null && inWords(parentPath));

/** Leaves out what people read: that a refusal has its sentence and its remedy is tested, and how they are worded is judged by reading. */
export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'words', {
    shouldIgnore: (path) =>
      inWords(path as unknown as Path) ? 'Words for people: judged by reading, not by a test.' : undefined,
  }),
];
