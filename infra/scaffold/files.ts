import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';

/** What a scaffold refuses; each reason is a line that says what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

export const textOf = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
export const isThere = (path: string): boolean => existsSync(join(projectFolder, path));

/** A registry with an entry more, before the line that ends it. @throws when that line is not there exactly once */
export function withEntry(registry: string, end: string, entry: string): string {
  const [before, after, ...more] = registry.split(`\n${end}`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`The registry does not end in “${end}” any more; change the scaffold with it`);
  return `${before}\n${entry}${end}${after}`;
}

/** Writes texts by path, and says so. */
function write(texts: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(texts)) {
    const file = join(projectFolder, path);
    const verb = isThere(path) ? 'changed' : 'wrote  ';
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${verb} ${path}`);
  }
}

/** Runs a scaffold; what it refuses is said in a line for each reason, without a stack. */
export function scaffold(
  make: () => { readonly texts: Readonly<Record<string, string>>; readonly next: readonly string[] },
): void {
  try {
    const { texts, next } = make();
    write(texts);
    console.log('\nNext:');
    for (const [index, what] of next.entries()) console.log(`${index + 1}. ${what}`);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const reason of error.reasons) console.error(reason);
    process.exitCode = 1;
  }
}
