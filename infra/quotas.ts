/**
 * What AWS lets an account do unless it asked for more, as it was published on the day below: the herd is simulated with it,
 * and `wallet preflight` compares it with what an account really has.
 */
export const QUOTAS_READ_ON = '2026-11-26';

export interface Quota {
  readonly service: string;
  /** What is limited, as a sentence goes on after the number: `requests a second`. */
  readonly of: string;
  readonly value: number;
  /** Where AWS publishes it. */
  readonly source: string;
  /** How Service Quotas knows it, where it does. */
  readonly listed?: { readonly service: string; readonly code?: string; readonly name: string };
}

const docs = 'https://docs.aws.amazon.com';
const tableScaling = `${docs}/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html`;
const partitions = `${docs}/amazondynamodb/latest/developerguide/bp-partition-key-design.html`;
const lambdaScaling = `${docs}/lambda/latest/dg/scaling-behavior.html`;
const stepFunctions = `${docs}/step-functions/latest/dg/service-quotas.html`;
const gateway = `${docs}/apigateway/latest/developerguide/limits.html`;
const mail = `${docs}/ses/latest/dg/manage-sending-quotas.html`;

export const quotas = {
  cloudFrontRequests: {
    ...{ service: 'CloudFront', of: 'requests a second for a distribution', value: 250_000 },
    source: `${docs}/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html`,
  },
  gatewayRequests: {
    ...{ service: 'API Gateway', of: 'requests a second', value: 10_000, source: gateway },
    listed: { service: 'apigateway', code: 'L-8A5B8E43', name: 'Throttle rate' },
  },
  gatewayBurst: {
    ...{ service: 'API Gateway', of: 'requests at once', value: 5_000, source: gateway },
    listed: { service: 'apigateway', code: 'L-CDF5615A', name: 'Throttle burst rate' },
  },
  lambdaConcurrency: {
    ...{ service: 'Lambda', of: 'functions at work at once', value: 1_000, source: lambdaScaling },
    listed: { service: 'lambda', code: 'L-B99A9384', name: 'Concurrent executions' },
  },
  /** No quota to be raised: each function gains so many new instances in ten seconds. */
  lambdaScaling: {
    ...{ service: 'Lambda', of: 'more instances of a function every ten seconds', value: 1_000, source: lambdaScaling },
  },
  expressStarts: {
    ...{ service: 'Step Functions', of: 'express executions started a second', value: 6_000, source: stepFunctions },
    listed: { service: 'states', name: 'StartExecution throttle token refill rate per second - Express' },
  },
  tableWrites: {
    ...{ service: 'DynamoDB', of: 'units of writing a second in a new table', value: 4_000, source: tableScaling },
  },
  tableReads: {
    ...{ service: 'DynamoDB', of: 'units of reading a second in a new table', value: 12_000, source: tableScaling },
  },
  partitionWrites: {
    ...{ service: 'DynamoDB', of: 'units of writing a second under one key', value: 1_000, source: partitions },
  },
  partitionReads: {
    ...{ service: 'DynamoDB', of: 'units of reading a second under one key', value: 3_000, source: partitions },
  },
  signatures: {
    ...{ service: 'KMS', of: 'signatures by elliptic curves a second', value: 1_000 },
    source: `${docs}/kms/latest/developerguide/requests-per-second.html`,
    listed: { service: 'kms', name: 'Cryptographic operations (ECC) request rate' },
  },
  documentPuts: {
    ...{ service: 'S3', of: 'documents put a second under one prefix', value: 3_500 },
    source: `${docs}/AmazonS3/latest/userguide/optimizing-performance.html`,
  },
  mailRate: { service: 'SES', of: 'mails a second out of the sandbox', value: 14, source: mail },
  mailsADay: { service: 'SES', of: 'mails a day out of the sandbox', value: 50_000, source: mail },
} as const satisfies Readonly<Record<string, Quota>>;
