import { existsSync } from 'node:fs';
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

  it('leave out the full build of the schema library', () => {
    // `zod` instead of `zod/mini` brings its locales and doubles a bundle.
    expect(bundles['get-health']?.bytes).toBeLessThan(800 * 1024);
  });
});
