import type { ComponentType } from 'preact';

/** A screen of a site: its path, with parameters as `:name`; what loads its script; and what it asks the API for first. */
export type ScreenAt = readonly [
  path: string,
  load: () => Promise<ComponentType>,
  asks?: (params: Readonly<Record<string, string>>) => string,
];

/** The parameters of a path that a pattern matches, or nothing. */
export function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern, path].map((text) => text.split('/').filter(Boolean));
  if (!wanted || wanted.length !== given?.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const value = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}
