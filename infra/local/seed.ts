import { existsSync, globSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readActivityFiles } from '../cli/activity-files.ts';

const outcomeOf = (published: unknown): unknown =>
  typeof published === 'object' && published !== null && 'outcome' in published ? published.outcome : undefined;

/**
 * Publishes the sample activities on the first start of a data folder. Later starts leave what staff made of them; a seed
 * that was cut short goes on, since publishing an unchanged activity changes nothing.
 */
export async function seedSamples(options: {
  readonly root: string;
  readonly dataDir: string;
  readonly publish: (content: unknown) => Promise<unknown>;
}): Promise<void> {
  const { root, dataDir, publish } = options;
  const marker = join(dataDir, 'seeded');
  if (existsSync(marker)) return;
  const { activities, problems } = await readActivityFiles(globSync(join(root, 'docs', 'samples', '*.yaml')).sort());
  const [first] = problems;
  if (first) {
    const file = relative(root, first.file);
    throw new Error(`${file} has errors; run npx wallet check ${file}`);
  }
  for (const { file: _, ...content } of activities) {
    const published = await publish(content);
    if (outcomeOf(published) === 'refused')
      throw new Error(`${content.activity.activityId}: ${JSON.stringify(published)}`);
  }
  writeFileSync(marker, `${new Date().toISOString()}\n`, { flush: true });
}
