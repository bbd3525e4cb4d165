/** Says that a page is made, and by what; whoever opens it learns where to change it. */
export const madeFrom = (sources: readonly string[]): string =>
  `<!-- Made by \`npm run docs\` from ${sources.join(' and ')}. Change those, not this page. -->`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A Markdown table. */
export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows.map((row) => row.map(cell))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

/** A page of parts with an empty line between them and one line end at the end. */
export const page = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

/** A function's name as a link to its file, from a page in `docs/`. */
export const functionLink = (name: string, source: string): string => `[\`${name}\`](../${source})`;
