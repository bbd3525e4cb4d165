import { join } from 'node:path';
import type { HtmlTagDescriptor, Plugin, UserConfig } from 'vite';
import { projectFolder, siteFolders } from './project-folder.ts';

/**
 * Has the page itself name the scripts that `begin.ts` imports when it runs, so that they travel beside it. What a page's own script
 * imports at once is named by Vite.
 */
const preloadFramework = (base: string): Plugin => ({
  name: 'preload-framework',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const named = new Set<string>();
      const add = (file: string): void => {
        const chunk = bundle[file];
        if (named.has(file) || chunk?.type !== 'chunk' || html.includes(file)) return;
        named.add(file);
        for (const imported of chunk.imports) add(imported);
      };
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('/main.tsx')) add(chunk.fileName);
      return [...named].map(
        (file): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `${base}${file}` },
          injectTo: 'head',
        }),
      );
    },
  },
});

/**
 * What several screens have in common travels in one file with the framework: in files of their own such pieces take more bytes, and a
 * request each. What `begin.ts` itself is made of stays out, so that it runs before.
 */
const shared = (site: keyof typeof siteFolders) => ({
  name: 'shared',
  test: /\/(preact|web\/client\.ts|web\/(admin\/)?components\/(?!begun|paths)|web\/admin\/(frame|session|sign-in\/step-up)|shared\/domain)/,
  // The console is opened by few, who open many screens one after another.
  minShareCount: site === 'learner' ? 3 : 2,
});

/** How a site is built: static files, and a script a screen without inline parts so that the strictest policy holds. */
export function siteBuild(site: keyof typeof siteFolders, base: '/' | `/${string}/`): UserConfig {
  const root = join(projectFolder, 'web', site);
  return {
    ...{ root, base, publicDir: join(root, 'public') },
    plugins: [preloadFramework(base)],
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
      rolldownOptions: {
        // Every module gets the import above, those without a line of JSX too; what they do not use shall not be loaded for them.
        treeshake: { moduleSideEffects: [{ test: /preact/, sideEffects: false }] },
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: [shared(site)] } },
      },
      assetsInlineLimit: 0,
    },
  };
}
