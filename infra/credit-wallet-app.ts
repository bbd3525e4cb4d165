import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { readConfig } from './config.ts';
import { CreditWalletStack } from './credit-wallet-stack.ts';
import { acceptEverywhere } from './house/accepted-everywhere.ts';
import { Firewall } from './house/firewall.ts';
import { projectFolder, type SiteFolders } from './house/project-folder.ts';
import { SiteLog } from './house/site-log.ts';

/** Where CloudFront takes firewalls and certificates from, and where its log is ordered. */
const EDGE_REGION = 'us-east-1';

export interface AppProps {
  readonly codeOf: (name: string) => Code;
  readonly siteFolders?: SiteFolders | undefined;
  readonly commit: string;
  /** Stands above what cdk.json says: a test's configuration. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** Where the cloud assembly is written; a temporary folder when absent. */
  readonly outdir?: string;
  /**
   * Whether the CDK holds its own rules against the templates. They change nothing in them and take eight seconds of processor time to
   * load, so that only what is deployed is held against them: `cdk synth`, which `.ci/run` has of every change.
   */
  readonly validated: boolean;
}

/** What cdk.json decides: feature flags, and the configuration of the deployment. */
function contextOfProject(): Record<string, unknown> {
  return JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')).context;
}

/**
 * The CDK app: one stack, or three where the records do not live in us-east-1, for the firewall must, which the site names, and so must
 * the order for the log, which names the site.
 * @throws InvalidConfig with every mistake in the configuration
 */
export function creditWalletApp(props: AppProps): { readonly app: App; readonly stack: CreditWalletStack } {
  const { codeOf, siteFolders, commit, context, outdir, validated } = props;
  const app = new App({
    context: { ...contextOfProject(), ...context },
    ...(outdir !== undefined && { outdir }),
    builtinCloudFormationValidation: validated,
  });
  const config = readConfig(app.node.getAllContext());
  const { stackName, region, logRetentionDays } = config;
  // The account is that of whoever deploys; synthesis asks nobody.
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const env = { region, ...(account !== undefined && { account }) };
  const atEdge = (name: string): Stack | undefined =>
    region === EDGE_REGION
      ? undefined
      : new Stack(app, `${stackName}${name}`, { env: { ...env, region: EDGE_REGION }, crossRegionReferences: true });
  const edge = atEdge('Edge');
  const apart = edge && new Firewall(edge, 'Firewall', { logRetentionDays });
  const stack = new CreditWalletStack(app, stackName, {
    ...{ config, codeOf, siteFolders, commit, env },
    description: 'Credit Wallet: from post-test to certificate.',
    crossRegionReferences: edge !== undefined,
    firewall: (scope, logsKey) => apart ?? new Firewall(scope, 'Firewall', { logRetentionDays, logsKey }),
  });
  new SiteLog(atEdge('Log') ?? stack, 'SiteLog', stack.logged);
  acceptEverywhere(app);
  return { app, stack };
}
