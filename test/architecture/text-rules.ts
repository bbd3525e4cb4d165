import { posix } from 'node:path';
import type { Source } from './source.ts';

/** Code is read one idea at a time; a test file is a list, and may be longer. */
const longest = (path: string): number => (path.startsWith('test/') ? 400 : 300);

/** A line for each file of code that has grown too long to be one idea. */
export const tooLong = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > longest(path) ? [`${path} has ${lines} lines, more than ${longest(path)}`] : [];
  });

/** Where a text speaks of one person's machine or of the registry that it installs from. */
const places: readonly RegExp[] = [
  // Home folders, and folders at the root that no system has.
  /(?:^|[\s"'`(=:])\/(?:home|Users|root|work|workspace)\/[\w.-]+/,
  /[A-Z]:\\+Users\\+/,
  // A host of its own in a lock file, an .npmrc or an address; the public registry is everybody's.
  /https?:\/\/(?!registry\.npmjs\.org\b)[\w.-]*(?:registry|npm|artifactory|nexus|verdaccio|mirror)[\w.-]*\.[\w.-]*(?::\d+)?\/[\w@]/i,
  /\/\/[\w.-]+(?::\d+)?\/:_auth/,
  /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)[a-z]/,
];

/** A line for each file that only makes sense on the machine where it was written. */
export const machineBound = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(({ path, text }) =>
    places.flatMap((place) => {
      const [found] = place.exec(text) ?? [];
      return found === undefined ? [] : [`${path} speaks of ${found.trim()}`];
    }),
  );

/** A line for each folder at the top that the tour of the house leaves out. */
export const missingFromTour = (readme: string, folders: readonly string[]): readonly string[] =>
  folders
    .filter((folder) => !readme.includes(`\`${folder}/\``))
    .map((folder) => `README.md does not mention ${folder}/`);

/** A line for each relative link of a Markdown page that leads nowhere. */
export function deadLinks(pages: readonly Source[], exists: (path: string) => boolean): readonly string[] {
  return pages.flatMap(({ path, text }) => {
    const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
    return [...prose.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/i.test(link) && !exists(posix.join(posix.dirname(path), decodeURI(link))))
      .map((link) => `${path} links to ${link}, which is not there`);
  });
}

/** A line for each file that copies capabilities: a copy lacks the repositories that were not asked for yet (functions/made-when-asked.ts). */
export const copiedCapabilities = (sources: readonly Source[]): readonly string[] =>
  sources
    .filter(({ text }) => /\.\.\.capabilities\b|\.\.\.\w+\s*\}\s*=\s*capabilities\b/.test(text))
    .map(({ path }) => `${path} copies capabilities; pass them on as they are`);
