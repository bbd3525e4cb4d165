import type { App } from 'aws-cdk-lib';
import { AwsSolutionsChecks, HIPAASecurityChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';

/** The packs of rules of cdk-nag that everything that is deployed is held against. */
export const rulePacks = (app: App) => [
  new AwsSolutionsChecks(app),
  new ServerlessChecks(app),
  new HIPAASecurityChecks(app),
  new NIST80053R5Checks(app),
];
