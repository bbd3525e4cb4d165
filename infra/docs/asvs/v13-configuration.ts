import { deviation, met, type Requirement } from './requirement.ts';

/** Chapter 13: how it is deployed. */
export const configuration: readonly Requirement[] = [
  met(
    ['13.1.1', 2, 'whom it talks to is written down'],
    'With who may name further addresses.',
    'docs/policies.md',
    'docs/procedures/webhooks.md',
  ),
  deviation(
    ['13.2.1', 2, 'parts prove themselves to each other by what changes'],
    'Functions have roles with credentials of hours. CloudFront, which has none, proves itself to the gateway by a secret of 48 characters that nobody knows and that is replaced by hand.',
    'docs/adr/0015-one-stack-one-origin.md',
    'docs/deploy.md',
    'test/functions/gateway/verify-origin.test.ts',
  ),
  met(
    ['13.2.2', 2, 'parts may do what they need'],
    'Each function’s role comes from the access patterns; a test reads the synthesised policies.',
    'infra/house/grants.ts',
    'test/infra/policies.test.ts',
  ),
  met(
    ['13.2.3', 2, 'no default credentials'],
    'There are none; the one shared secret is made at random with the stack.',
    'infra/credit-wallet-stack.ts',
    'test/infra/app.test.ts',
  ),
  met(
    ['13.2.4', 2, 'whom the application may talk to'],
    'AWS’s services by endpoints that are fixed, the one employer, and the addresses that an owner named as webhooks.',
    'functions/webhooks/check-url.ts',
    'functions/adapters/openid-employer.ts',
    'test/functions/webhooks.test.ts',
  ),
  deviation(
    ['13.2.5', 2, 'whom the server may talk to'],
    'Functions are in no network of the account, so no firewall looks at what they send. What code sends where is bounded as in 13.2.4, and each function’s role says which of AWS’s services it may use. A network of its own with a proxy would bring servers to look after.',
    'functions/adapters/public-address.ts',
    'test/infra/policies.test.ts',
  ),
  deviation(
    ['13.3.1', 2, 'secrets in a vault'],
    'Signing keys never leave KMS; the origin’s and the employer’s secrets come from Secrets Manager when it is deployed. Secrets of webhooks are rows of the table, under its KMS key, because owners make and replace them in the console; two functions may read them.',
    'infra/credit-wallet-stack.ts',
    'docs/access-patterns.md',
    'test/infra/policies.test.ts',
  ),
  met(
    ['13.3.2', 2, 'who reaches secrets'],
    'Those functions that sign with a key, or send by a secret.',
    'infra/house/grants.ts',
    'test/infra/policies.test.ts',
  ),
  met(
    ['13.4.1', 1, 'no metadata of the repository'],
    'What is deployed is bundles and built files.',
    'infra/bundle.ts',
    'test/infra/bundle.test.ts',
  ),
  met(
    ['13.4.2', 2, 'no debug modes'],
    'There is none. An error tells the world its request id alone.',
    'functions/middleware/answering.ts',
    'test/functions/endpoint.test.ts',
  ),
  met(
    ['13.4.3', 2, 'no listings of folders'],
    'A path without a file gives the site’s page; buckets are closed.',
    'infra/house/site.ts',
    'test/infra/house/deep-links.test.ts',
    'test/infra/app.test.ts',
  ),
  met(
    ['13.4.4', 2, 'no TRACE'],
    'CloudFront hands on no such method, and no route takes it.',
    'infra/house/site.ts',
    'test/infra/local/parts/http-api.test.ts',
  ),
  met(
    ['13.4.5', 2, 'only documents that are meant to be seen'],
    'The contract and the health of the service are public on purpose; neither tells of a person or a secret.',
    'functions/api/get-open-api.ts',
    'functions/api/get-health.ts',
  ),
];
