import { readFile } from 'node:fs/promises';
import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import { parseActivity } from '../../shared/authoring/activity-file.ts';
import type { Problem } from '../../shared/authoring/problem.ts';

/** What a set of files holds, and everything that is wrong with any of them. */
interface ReadFiles {
  readonly activities: readonly (ActivityContent & { readonly file: string })[];
  readonly problems: readonly Problem[];
}

const wholeFile = (file: string, message: string, remedy: string): Problem => ({
  ...{ file, line: 1, column: 1, field: '' },
  ...{ message, remedy },
});

async function textOf(file: string): Promise<{ readonly text: string } | Problem> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return wholeFile(file, `The file cannot be read (${why}).`, 'Check its name and who may read it.');
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return wholeFile(file, 'The file is not UTF-8 text.', 'Save it as UTF-8 in your editor.');
  }
}

const lineOfId = (text: string): number => text.split('\n').findIndex((line) => /^id\s*:/.test(line)) + 1;

/** Reads and checks files; two of them cannot describe the same activity, or one would overwrite the other. */
export async function readActivityFiles(files: readonly string[]): Promise<ReadFiles> {
  const activities: (ActivityContent & { readonly file: string })[] = [];
  const problems: Problem[] = [];
  for (const file of files) {
    const read = await textOf(file);
    if (!('text' in read)) {
      problems.push(read);
      continue;
    }
    const parsed = parseActivity({ file, text: read.text });
    if (parsed.kind === 'faulty') {
      problems.push(...parsed.problems);
      continue;
    }
    const { activityId } = parsed.activity;
    const first = activities.find(({ activity }) => activity.activityId === activityId);
    if (first)
      problems.push({
        ...{ file, line: lineOfId(read.text), column: 1, field: 'id' },
        message: `“${activityId}” is the activity of ${first.file} already.`,
        remedy: 'Give this one another id.',
      });
    activities.push({ file, activity: parsed.activity, keys: parsed.keys });
  }
  return { activities, problems };
}
