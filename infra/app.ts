/** What `cdk` runs: bundles the functions, builds the site and the app, and has cdk-nag look at it. */
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFolder, bundleFunctions } from './bundle.ts';
import { InvalidConfig } from './config.ts';
import { creditWalletApp } from './credit-wallet-app.ts';
import { currentCommit } from './house/commit.ts';
import { siteFolders } from './house/project-folder.ts';
import { rulePacks } from './house/rule-packs.ts';
import { buildSites } from './local/build.ts';

try {
  await Promise.all([bundleFunctions(), buildSites()]);
  const { app } = creditWalletApp({
    codeOf: (name) => Code.fromAsset(join(bundleFolder, name)),
    siteFolders,
    commit: currentCommit(),
    validated: true,
  });
  Validations.of(app).addPlugins(...rulePacks(app));
  app.synth();
} catch (error) {
  if (!(error instanceof InvalidConfig)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
