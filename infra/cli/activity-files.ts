import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import { parseActivity } from '../../shared/authoring/activity-file.ts';
import type { Problem } from '../../shared/authoring/problem.ts';
import { blamed } from '../../shared/authoring/rules/reading.ts';
import { openBeside, openFile } from './open-file.ts';

/** What a set of files holds, and everything that is wrong with any of them. */
interface ReadFiles {
  readonly activities: readonly (ActivityContent & { readonly file: string })[];
  readonly problems: readonly Problem[];
  /** What might be better, and keeps nothing from being published. */
  readonly advice: readonly Problem[];
}

const lineOfId = (text: string): number => text.split('\n').findIndex((line) => /^id\s*:/.test(line)) + 1;

/** Reads and checks files; two of them cannot describe the same activity, or one would overwrite the other. */
export async function readActivityFiles(files: readonly string[]): Promise<ReadFiles> {
  const activities: (ActivityContent & { readonly file: string })[] = [];
  const problems: Problem[] = [];
  const advice: Problem[] = [];
  const now = new Date().toISOString();
  for (const file of files) {
    const read = openFile(file);
    if (read.kind === 'unreadable') {
      const { message, remedy } = read;
      problems.push({ ...{ file, line: 1, column: 1 }, ...blamed({ field: '', message, remedy }) });
      continue;
    }
    const parsed = parseActivity({ ...read, now }, openBeside);
    advice.push(...parsed.advice);
    if (parsed.kind === 'faulty') {
      problems.push(...parsed.problems);
      continue;
    }
    const { activityId } = parsed.activity;
    const first = activities.find(({ activity }) => activity.activityId === activityId);
    if (first)
      problems.push({
        ...{ file, line: lineOfId(read.text), column: 1 },
        ...blamed({
          field: 'id',
          message: `“${activityId}” is the activity of ${first.file} already.`,
          remedy: 'Give this one another id.',
        }),
      });
    const { kind: _, ...content } = parsed;
    activities.push({ file, ...content });
  }
  return { activities, problems, advice };
}
