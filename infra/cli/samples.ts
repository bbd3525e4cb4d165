import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { Answers } from '../../shared/domain/assessment.ts';
import type { ActivityId, AssessmentId } from '../../shared/domain/kinds.ts';
import { readActivityFiles } from './activity-files.ts';
import type { Command } from './command.ts';
import { projectDir } from './project.ts';

const samplesDir = join(projectDir, 'docs', 'samples');

/** The files of the sample activities, which are seeded on the first start. */
export async function sampleFiles(): Promise<readonly string[]> {
  const names = await readdir(samplesDir);
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(samplesDir, name));
}

/** The right answers of the samples, in the form in which an attempt is submitted. */
export async function sampleAnswers(): Promise<Readonly<Record<ActivityId, Readonly<Record<AssessmentId, Answers>>>>> {
  const { activities } = await readActivityFiles(await sampleFiles());
  const rightOf = (key: (typeof activities)[number]['keys'][string]): Answers =>
    Object.fromEntries(Object.entries(key).map(([questionId, { right }]) => [questionId, right]));
  return Object.fromEntries(
    activities.map(({ activity, keys }) => [
      activity.activityId,
      Object.fromEntries(Object.entries(keys).map(([assessmentId, key]) => [assessmentId, rightOf(key)])),
    ]),
  );
}

export const samplesCommand: Command = {
  usage: 'samples [--answers]',
  does: 'Lists the sample activities, or prints their right answers as JSON.',
  async run(args, terminal) {
    const { values } = parseArgs({ args: [...args], options: { answers: { type: 'boolean' } } });
    if (values.answers) {
      terminal.print(JSON.stringify(await sampleAnswers(), null, 2));
      return true;
    }
    const { activities } = await readActivityFiles(await sampleFiles());
    for (const { file, activity } of activities)
      terminal.print(`${activity.activityId}: ${activity.title} (${relative(process.cwd(), file)})`);
    return true;
  },
};
