import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseActivity } from '../../shared/authoring/activity-file.ts';

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
  for (const path of globSync(join(root, 'docs', 'samples', '*.yaml')).sort()) {
    const file = relative(root, path);
    const parsed = parseActivity({ file, text: readFileSync(path, 'utf8') });
    if (parsed.kind === 'faulty')
      throw new Error(`${file} has ${parsed.problems.length} errors; run npx wallet check ${file}`);
    const { activity, keys } = parsed;
    await publish({ activity, keys });
  }
  writeFileSync(marker, `${new Date().toISOString()}\n`, { flush: true });
}
