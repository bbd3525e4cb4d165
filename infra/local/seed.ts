import { existsSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { keepFile } from './parts/durable-files.ts';

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
  readonly keepProvider: (provider: unknown) => Promise<unknown>;
}): Promise<void> {
  const { root, dataDir, publish, keepProvider } = options;
  const marker = join(dataDir, 'seeded');
  if (existsSync(marker)) return;
  // Loaded for the one start that needs them: all of YAML and of the domain's checks.
  const { readActivityFiles } = await import('../cli/activity-files.ts');
  const { readProviderFile } = await import('../cli/provider-file.ts');
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
  // Who provides them is kept too, so that drafts of the console can name it.
  const provider = readProviderFile(join(root, 'docs', 'samples', 'meridian', 'provider.yaml'));
  if (typeof provider === 'string') throw new Error(provider);
  await keepProvider(provider);
  keepFile(marker, `${new Date().toISOString()}\n`);
}

/** Who owns the console of a new data folder. The mailbox takes mail to any address. */
const FIRST_OWNER = 'owner@example.org';

/** Makes the first owner of the console on the first start of a data folder; their address, where it did. */
export async function seedOwner(options: {
  readonly dataDir: string;
  readonly changeStaff: (asked: unknown) => Promise<unknown>;
}): Promise<string | undefined> {
  const { dataDir, changeStaff } = options;
  const marker = join(dataDir, 'owned');
  if (existsSync(marker)) return undefined;
  // An address that is staff's already is refused, which is as good: a start that was cut short made them.
  await changeStaff({ does: 'add', email: FIRST_OWNER, name: 'First Owner', role: 'owner' });
  keepFile(marker, `${new Date().toISOString()}\n`);
  return FIRST_OWNER;
}
