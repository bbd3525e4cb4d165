import { join } from 'node:path';
import type { UserConfig } from 'vite';
import { projectFolder, siteFolders } from './project-folder.ts';

/** How a site is built: static files, and a script a screen without inline parts so that the strictest policy holds. */
export function siteBuild(site: keyof typeof siteFolders, base: '/' | `/${string}/`): UserConfig {
  const root = join(projectFolder, 'web', site);
  return {
    ...{ root, base, publicDir: join(root, 'public') },
    oxc: {
      jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
      jsxInject: "import { h, Fragment } from 'preact';",
    },
    build: {
      outDir: siteFolders[site],
      emptyOutDir: true,
      // Says which script loads which; the budgets are read from it.
      manifest: 'scripts.json',
      target: 'es2022',
      // A slower minifier than Vite's own, for some hundred bytes that no phone has to load; a desk may.
      minify: site === 'learner' ? 'terser' : 'oxc',
      terserOptions: { module: true, ecma: 2020, compress: { passes: 3, keep_fargs: false, unsafe_arrows: true } },
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  };
}
