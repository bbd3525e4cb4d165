/** Writes the generated pages; with `--check` it only says which are stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';
import { generatedPages, stalePages } from './pages.ts';

const textAt = (path: string): string | undefined => {
  const file = join(projectFolder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

const stale = stalePages(textAt);
if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is stale; run npm run docs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  const pages = generatedPages();
  for (const path of stale) {
    writeFileSync(join(projectFolder, path), pages[path] ?? '');
    console.log(`wrote ${path}`);
  }
  if (stale.length === 0) console.log('every generated page is fresh');
}
