import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The learner's client: static files, and a script a screen without inline parts so that the strictest policy holds. */
export default defineConfig({
  root: folder('.'),
  publicDir: folder('./public'),
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: "import { h, Fragment } from 'preact';",
  },
  build: {
    outDir: folder('../../dist/web/learner'),
    emptyOutDir: true,
    // Says which script loads which; the budgets are read from it.
    manifest: 'scripts.json',
    target: 'es2022',
    // A slower minifier than Vite's own, for some hundred bytes that no phone has to load.
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 3, keep_fargs: false, unsafe_arrows: true } },
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});
