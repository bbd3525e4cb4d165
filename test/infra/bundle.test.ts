import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Bundles, bundleFolder, bundleFunctions, overBudget } from '../../infra/bundle.ts';
import { functionSources } from '../../infra/functions.ts';
import { needsOf } from '../../infra/house/needs.ts';

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundleFunctions();
}, 120_000);

const madeOf = (module: string): string[] =>
  Object.entries(bundles)
    .filter(([, { modules }]) => modules.includes(`functions/adapters/${module}.ts`))
    .map(([name]) => name)
    .toSorted();
const needing = (need: 'documents' | 'employer' | 'mail' | 'signer' | 'workflow'): string[] =>
  Object.keys(functionSources)
    .filter((name) => needsOf(name)[need] !== undefined)
    .toSorted();

describe('the bundles', () => {
  it('are one for every function', () => {
    expect(Object.keys(bundles).toSorted()).toEqual(Object.keys(functionSources).toSorted());
    for (const name of Object.keys(functionSources))
      expect(existsSync(join(bundleFolder, name, 'index.mjs')), name).toBe(true);
  });

  it('are no larger than a cold start may read', () => {
    expect(overBudget(bundles)).toEqual([]);
  });

  it('are found too large a byte over their budget, whatever some routes read later', () => {
    const of = (bytes: number) => ({ thing: { bytes, laterBytes: 1_000_000, modules: [] } });
    expect(overBudget(of(360 * 1024))).toEqual([]);
    expect(overBudget(of(360 * 1024 + 1))).toEqual(['thing is 361 KiB, over its 360 KiB']);
  });

  it('have what few of an area’s routes need beside them, with every file that is imported', async () => {
    const parted = Object.keys(bundles).filter((name) => (bundles[name]?.laterBytes ?? 0) > 0);
    expect(parted.toSorted()).toEqual(['admin-activities', 'admin-staff']);
    for (const name of parted) {
      const folder = join(bundleFolder, name);
      const files = readdirSync(folder).filter((file) => file.endsWith('.mjs'));
      const imported = files.flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)\(?"\.\/([^"]+\.mjs)"/g)].map(
          ([, at]) => at,
        ),
      );
      expect(files.filter((file) => file !== 'index.mjs').toSorted()).toEqual([...new Set(imported)].toSorted());
    }
  });

  it('reach beyond the table exactly where the function is given the right and the settings for it', () => {
    expect(madeOf('s3-documents')).toEqual(needing('documents'));
    expect(madeOf('kms-signer')).toEqual(needing('signer'));
    expect(madeOf('ses-mailer')).toEqual(needing('mail'));
    expect(madeOf('openid-employer')).toEqual(needing('employer'));
    expect(madeOf('step-functions')).toEqual(needing('workflow'));
  });

  it('bring the fonts to where certificates and transcripts are printed, and nowhere else', () => {
    const having = Object.keys(functionSources).filter((name) =>
      existsSync(join(bundleFolder, name, 'assets', 'EBGaramond_500Medium.ttf')),
    );
    expect(having.toSorted()).toEqual(['get-shared-transcript-pdf', 'get-transcript-pdf', 'render-certificate']);
  });

  it('spare each request what the SDK does for nothing: a copy for a log that is none, an error in advance, its own name', () => {
    const code = readFileSync(join(bundleFolder, 'grade-attempt', 'index.mjs'), 'utf8');
    expect(code).not.toContain('overrideInputFilterSensitiveLog');
    expect(code).not.toMatch(/=new Error[,;]/);
    expect(code).not.toContain('defaultUserAgentProvider()).map');
    expect(code).not.toMatch(/=await \w+\(\w+,\w+\.secretAccessKey,\w+\.accessKeyId\)/);
  });

  it('leave out the full build of the schema library', () => {
    // `zod` instead of `zod/mini` brings its locales and doubles a bundle.
    expect(bundles['get-health']?.bytes).toBeLessThan(800 * 1024);
  });
});
