import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { projectFolder } from '../house/project-folder.ts';

const dependencies = z.optional(z.record(z.string(), z.string()));

const locked = z.object({
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  license: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  devOptional: z.optional(z.boolean()),
  resolved: z.optional(z.string()),
  integrity: z.optional(z.string()),
  hasInstallScript: z.optional(z.boolean()),
  dependencies,
  optionalDependencies: dependencies,
});
const lockFile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), locked) });

/** A package as the lock file pins it. Nothing else is read, so that every machine finds the same. */
export interface Package {
  /** Where it is installed: `node_modules/a/node_modules/b`. */
  readonly path: string;
  /** As the registry has it, also where it stands under another name. */
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Whether only those who work on the code install it. */
  readonly isForDevelopment: boolean;
  readonly hasInstallScript: boolean;
  /** An address that it came from; the project's lock file has none. */
  readonly resolved: string | undefined;
  /** `sha512-…`; absent where another package brings it along. */
  readonly integrity: string | undefined;
  /** Where the packages that it needs are installed. */
  readonly needs: readonly string[];
}

/** Where a package that is needed at a path is found, as Node looks for it: nearest first. */
function placeOf(name: string, from: string, paths: ReadonlySet<string>): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder}${folder && '/'}node_modules/${name}`;
    if (paths.has(place)) return place;
    if (folder === '') return undefined;
    if (!folder.includes('/node_modules/')) folder = '';
  }
}

/** Every package of a lock file, by its place. */
export function packagesOf(text: string): readonly Package[] {
  const { packages } = lockFile.parse(JSON.parse(text));
  const paths = new Set(Object.keys(packages));
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { name, version = '', license = '', dev, devOptional, hasInstallScript, ...rest }]) => ({
      ...{ path, version, license, resolved: rest.resolved, integrity: rest.integrity },
      name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      isForDevelopment: dev === true || devOptional === true,
      hasInstallScript: hasInstallScript === true,
      needs: Object.keys({ ...rest.dependencies, ...rest.optionalDependencies })
        .flatMap((needed) => placeOf(needed, path, paths) ?? [])
        .sort(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The project's own lock file. */
export const lockText = (): string => readFileSync(join(projectFolder, 'package-lock.json'), 'utf8');
