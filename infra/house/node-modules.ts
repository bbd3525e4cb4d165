import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

const named = (path: string): string => path.replace(/^node:/, '');

/**
 * Has bundles load Node's own modules by `getBuiltinModule`. An `import` of one asks for each of its exports, also for those that Node
 * would make when they are used: one of `node:http` loads a whole fetch and costs a cold start 50 ms.
 */
export const nodeModules: Plugin = {
  name: 'node-modules',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(node:)?[a-z0-9_/]+$/ }, ({ path }) =>
      builtinModules.includes(named(path)) ? { path: named(path), namespace: 'node' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'node' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)})`,
    }));
  },
};
