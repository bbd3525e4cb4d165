import { DefaultStackSynthesizer, type Stack } from 'aws-cdk-lib';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { acknowledge, inSecurityPacks, wildcardFindings } from './acknowledge.ts';
import type { SiteFolders } from './project-folder.ts';
import type { Site } from './site.ts';

/**
 * Uploads the built sites when the stack is deployed, the console under its prefix. Files with a fingerprint in their name come first and for good, and
 * those of earlier deployments stay, for pages that are still open; the shell comes last and is asked for each time.
 */
export function uploadSites(stack: Stack, site: Site, folders: SiteFolders): void {
  upload(stack, site, { folder: folders.learner, idPrefix: '' });
  upload(stack, site, { folder: folders.admin, idPrefix: 'Admin', under: 'admin' });
  acceptUploader(stack, site);
}

interface Upload {
  readonly folder: string;
  readonly idPrefix: string;
  readonly under?: string;
}

function upload(stack: Stack, site: Site, { folder, idPrefix, under }: Upload): void {
  const destination = {
    ...{ destinationBucket: site.bucket, prune: false, memoryLimit: 512 },
    ...(under && { destinationKeyPrefix: under }),
  };
  const fingerprinted = new BucketDeployment(stack, `Upload${idPrefix}Assets`, {
    ...destination,
    sources: [Source.asset(folder)],
    exclude: ['*'],
    include: ['assets/*'],
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  });
  const shell = new BucketDeployment(stack, `Upload${idPrefix}Shell`, {
    ...destination,
    sources: [Source.asset(folder)],
    exclude: ['assets/*'],
    cacheControl: [CacheControl.noCache()],
    distribution: site.distribution,
    distributionPaths: [under ? `/${under}/*` : '/*'],
  });
  shell.node.addDependency(fingerprinted);
}

/** The function that uploads is the CDK's own, with its role and its runtime. */
function acceptUploader(stack: Stack, site: Site): void {
  const why = 'The CDK’s own function: it runs while the stack is deployed, and writes to the site’s bucket alone.';
  const assets = `arn:aws:s3:::cdk-${DefaultStackSynthesizer.DEFAULT_QUALIFIER}-assets-${stack.account}-${stack.region}/*`;
  const rules = [
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['GetBucket*', 'GetObject*', 'List*', 'Abort*', 'DeleteObject*'].map(
      (action) => `AwsSolutions-IAM5[Action::s3:${action}]`,
    ),
    ...['AwsSolutions-L1', 'Serverless-LambdaDLQ', 'Serverless-LambdaLatestVersion', 'Serverless-LambdaTracing'],
  ];
  const findings = {
    ...Object.fromEntries(rules.map((rule) => [rule, why])),
    ...inSecurityPacks({
      CloudWatchLogGroupEncrypted: 'It logs names of the site’s files, which everybody may fetch.',
    }),
    ...wildcardFindings(stack, { '*': why, [assets]: why, [`${site.bucket.bucketArn}/*`]: why }),
  };
  for (const child of stack.node.children)
    if (child.node.id.startsWith('Custom::CDKBucketDeployment')) acknowledge(child, findings);
}
