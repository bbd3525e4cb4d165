import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Script {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Scripts = Readonly<Record<string, Script>>;

/** A script with all that it needs before it runs. */
function withImports(scripts: Scripts, name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const imported of scripts[name]?.imports ?? []) withImports(scripts, imported, found);
  return found;
}

/** What every screen needs besides the page's own script, which imports it when it runs. */
const framework = 'main.tsx';

/** The screen of a built site that needs the most script, with its bytes as they travel: the page's, the framework's and its own. */
export function heaviestScreen(folder: string): { readonly screen: string; readonly bytes: number } {
  const scripts: Scripts = JSON.parse(readFileSync(join(folder, 'scripts.json'), 'utf8'));
  const weigh = (name: string): number =>
    gzipSync(readFileSync(join(folder, scripts[name]?.file ?? '')), { level: 9 }).length;
  const [entry] = Object.entries(scripts).find(([, { isEntry }]) => isEntry) ?? [];
  if (entry === undefined) return { screen: 'no screen', bytes: 0 };
  const screens = [entry, ...(scripts[entry]?.dynamicImports ?? [])].map((screen) => {
    const needed = new Set([entry, framework, screen].flatMap((name) => [...withImports(scripts, name)]));
    return { screen, bytes: [...needed].reduce((sum, name) => sum + weigh(name), 0) };
  });
  return screens.reduce((heaviest, one) => (one.bytes > heaviest.bytes ? one : heaviest));
}
