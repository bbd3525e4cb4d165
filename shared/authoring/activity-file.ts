import type { Instant } from '../domain/kinds.ts';
import type { ActivityContent } from './activity-content.ts';
import { readActivity } from './activity-in-file.ts';
import { type Problem, refuses } from './problem.ts';
import type { OpenedFile } from './source.ts';
import { type OpenBeside, YamlSource } from './yaml-source.ts';

export type ParsedActivity =
  /** With what only advises: it may be published as it is. */
  | ({ readonly kind: 'parsed'; readonly advice: readonly Problem[] } & ActivityContent)
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[]; readonly advice: readonly Problem[] };

/** A file, and when it would be published: some rules go by the day. */
export interface ActivityFile extends OpenedFile {
  readonly now: Instant;
}

/**
 * Reads an activity file as staff write it (docs/samples.md has the format) and checks that it may be published. Files
 * that it names, the provider's, are opened by `open`.
 * @returns the activity and its answer keys, or everything that is wrong, each with its line, remedy and rule
 */
export function parseActivity({ now, ...input }: ActivityFile, open?: OpenBeside): ParsedActivity {
  const source = new YamlSource(input, open);
  if (!source.readable) return { kind: 'faulty', problems: source.problems, advice: [] };
  const content = readActivity(source, { now });
  const problems = source.problems.filter(refuses);
  const advice = source.problems.filter((problem) => !refuses(problem));
  return problems.length > 0 ? { kind: 'faulty', problems, advice } : { kind: 'parsed', ...content, advice };
}
