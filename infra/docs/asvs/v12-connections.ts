import { deviation, met, notApplicable, type Requirement } from './requirement.ts';

/** Chapter 12: connections. */
export const connections: readonly Requirement[] = [
  deviation(
    ['12.1.1', 1, 'versions of TLS'],
    'With a domain of its own a deployment speaks TLS 1.2 and 1.3 alone. Without one it has CloudFront’s certificate, whose oldest version cannot be chosen: take that for trying only.',
    'infra/house/site.ts',
    'docs/deploy.md',
    'test/infra/app.test.ts',
  ),
  deviation(
    ['12.1.2', 2, 'cipher suites'],
    'CloudFront’s policy TLSv1.2_2021 with a domain of its own; CloudFront’s default without one.',
    'infra/house/site.ts',
    'docs/deploy.md',
  ),
  ...notApplicable('No certificate of a client opens anything.', ['12.1.3', 2, 'certificates of clients']),
  met(
    ['12.2.1', 1, 'TLS to everybody outside'],
    'Files lead from HTTP to HTTPS, the API takes HTTPS alone, buckets refuse connections without TLS.',
    'infra/house/site.ts',
    'infra/house/records.ts',
    'test/infra/app.test.ts',
  ),
  met(
    ['12.2.2', 1, 'certificates that everybody trusts'],
    'Of AWS Certificate Manager or CloudFront.',
    'infra/house/site.ts',
    'docs/deploy.md',
  ),
  met(
    ['12.3.1', 2, 'TLS everywhere'],
    'AWS’s services by the SDK, mail servers with TLS demanded, webhooks and the employer over HTTPS. One machine is the exception: its parts speak over the loopback.',
    'infra/house/mail.ts',
    'functions/adapters/webhook-poster.ts',
    'test/functions/adapters/webhook-poster.test.ts',
    'test/infra/app.test.ts',
  ),
  met(
    ['12.3.2', 2, 'certificates are looked at'],
    'Node’s own check, which nothing here turns off.',
    'functions/adapters/webhook-poster.ts',
    'functions/adapters/aws.ts',
  ),
  met(
    ['12.3.3', 2, 'TLS within'],
    'CloudFront to the gateway, functions to the table, the bucket, KMS and SES.',
    'infra/house/site.ts',
    'functions/adapters/aws.ts',
  ),
  met(
    ['12.3.4', 2, 'certificates within'],
    'All are of public authorities; none is signed by ourselves.',
    'functions/adapters/aws.ts',
  ),
];
