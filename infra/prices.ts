/**
 * What AWS asks for in us-east-1, in US dollars, as far as it was known on the day below: DynamoDB, the HTTP API, invocations of Lambda,
 * Express workflows, WAF, SES and X-Ray were held against stored pages of that time, some of them others' than AWS's; the rest is
 * not confirmed, and its pages, which each price names, decide. Prices of the first tier and without what is
 * given for nothing, so that a bill is lower: `npm run bench:cost` prices a journey by them, and `docs/costs.md` a year.
 */
export const PRICES_AS_OF = '2026-11-26';

export interface Price {
  readonly service: string;
  /** What is billed: `write request units`. */
  readonly of: string;
  readonly dollars: number;
  /** For how many of them. */
  readonly per: number;
  readonly source: string;
  /** How many a month cost nothing, for as long as the account lives. */
  readonly freeEachMonth?: number;
}

const page = (service: string): string => `https://aws.amazon.com/${service}/pricing/`;
const MILLION = 1_000_000;
const GB = 2 ** 30;

const dynamoDb = { service: 'DynamoDB', source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/' } as const;
const lambda = { service: 'Lambda', source: page('lambda') } as const;
const stepFunctions = { service: 'Step Functions', source: page('step-functions') } as const;
const s3 = { service: 'S3', source: page('s3') } as const;
const kms = { service: 'KMS', source: page('kms') } as const;
const cloudFront = { service: 'CloudFront', source: page('cloudfront') } as const;
const cloudWatch = { service: 'CloudWatch', source: page('cloudwatch') } as const;

/** What a journey is billed for. */
export const prices = {
  apiRequests: {
    ...{ service: 'API Gateway', of: 'requests to an HTTP API', dollars: 1, per: MILLION },
    source: page('api-gateway'),
  },
  functionRequests: { ...lambda, of: 'invocations', dollars: 0.2, per: MILLION, freeEachMonth: MILLION },
  functionSeconds: { ...lambda, of: 'GB-seconds on Arm', dollars: 0.000_013_333_4, per: 1, freeEachMonth: 400_000 },
  tableWrites: { ...dynamoDb, of: 'write request units', dollars: 0.625, per: MILLION },
  tableReads: { ...dynamoDb, of: 'read request units', dollars: 0.125, per: MILLION },
  workflowStarts: { ...stepFunctions, of: 'Express executions', dollars: 1, per: MILLION },
  workflowSeconds: { ...stepFunctions, of: 'GB-seconds of Express executions', dollars: 0.06, per: 3_600 },
  documentPuts: { ...s3, of: 'PUT requests', dollars: 0.005, per: 1_000 },
  documentGets: { ...s3, of: 'GET and HEAD requests', dollars: 0.0004, per: 1_000 },
  documentBytes: { ...s3, of: 'bytes that leave AWS', dollars: 0.09, per: GB, freeEachMonth: 100 * GB },
  signatures: { ...kms, of: 'signatures on P-256', dollars: 0.15, per: 10_000 },
  mails: { service: 'SES', of: 'mails', dollars: 0.1, per: 1_000, source: page('ses') },
  siteRequests: { ...cloudFront, of: 'HTTPS requests', dollars: 0.01, per: 10_000, freeEachMonth: 10 * MILLION },
  siteBytes: { ...cloudFront, of: 'bytes that leave AWS', dollars: 0.085, per: GB, freeEachMonth: 1_024 * GB },
  firewallRequests: { service: 'WAF', of: 'requests looked at', dollars: 0.6, per: MILLION, source: page('waf') },
  logBytes: { ...cloudWatch, of: 'bytes of logs', dollars: 0.5, per: GB, freeEachMonth: 5 * GB },
  traces: {
    ...{ service: 'X-Ray', of: 'traces', dollars: 5, per: MILLION, freeEachMonth: 100_000 },
    source: page('xray'),
  },
} as const satisfies Record<string, Price>;
export type Billed = keyof typeof prices;

/** What an award is billed for in each month that it is kept. */
export const storagePrices = {
  tableBytes: { ...dynamoDb, of: 'bytes of the table and its indexes', dollars: 0.25, per: GB, freeEachMonth: 25 * GB },
  recoveryBytes: { ...dynamoDb, of: 'bytes under point-in-time recovery', dollars: 0.2, per: GB },
  exportedBytes: { ...dynamoDb, of: 'bytes exported', dollars: 0.1, per: GB },
  documentBytesKept: { ...s3, of: 'bytes of documents', dollars: 0.023, per: GB },
} as const satisfies Record<string, Price>;

/** What a choice of another design would be billed by. */
export const otherPrices = {
  restRequests: {
    ...{ service: 'API Gateway', of: 'requests to a REST API', dollars: 3.5, per: MILLION },
    source: page('api-gateway'),
  },
  transitions: { ...stepFunctions, of: 'transitions of Standard workflows', dollars: 0.025, per: 1_000 },
  tableWritesOfBefore: { ...dynamoDb, of: 'write request units before November 2024', dollars: 1.25, per: MILLION },
} as const satisfies Record<string, Price>;

/** What the stack costs a month when nobody comes, besides what looks after it each minute. A test counts them in the template. */
export const fixed = {
  keys: { service: 'KMS', of: 'keys', count: 3, dollars: 1, source: page('kms') },
  secrets: { service: 'Secrets Manager', of: 'secret', count: 1, dollars: 0.4, source: page('secrets-manager') },
  firewalls: { service: 'WAF', of: 'access control list', count: 1, dollars: 5, source: page('waf') },
  firewallRules: { service: 'WAF', of: 'rules', count: 5, dollars: 1, source: page('waf') },
  alarms: { service: 'CloudWatch', of: 'alarms', count: 18, dollars: 0.1, source: page('cloudwatch') },
  metrics: { service: 'CloudWatch', of: 'metrics of our own', count: 7, dollars: 0.3, source: page('cloudwatch') },
  dashboards: { service: 'CloudWatch', of: 'dashboard', count: 1, dollars: 3, source: page('cloudwatch') },
} as const;

/** By what name the benchmark records how many of something a journey takes. */
export const nameOf = ({ service, of }: Pick<Price, 'service' | 'of'>): string => `${service}: ${of}`;

/** What so many cost. */
export const dollarsOf = (price: Price, count: number): number => (count * price.dollars) / price.per;
