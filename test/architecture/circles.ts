import { posix } from 'node:path';
import { importsOf, type Source } from './source.ts';

/** The files that lead back to themselves by what they import, types included; what is imported when it is wanted is not. */
export function circlesIn(sources: readonly Source[]): readonly string[] {
  const importsBy = new Map(
    sources.map((source) => {
      const early = importsOf(source).filter(({ late }) => !late);
      return [source.path, early.map(({ specifier }) => posix.join(posix.dirname(source.path), specifier))] as const;
    }),
  );
  return [...importsBy.keys()].filter((path) => {
    const reached = new Set<string>();
    const open = [path];
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const next of importsBy.get(at) ?? [])
        if (!reached.has(next)) {
          reached.add(next);
          open.push(next);
        }
    return reached.has(path);
  });
}
