import { met, open, type Requirement } from './requirement.ts';

/** Chapter 15: what it is built of, and how. */
export const code: readonly Requirement[] = [
  met(['15.1.1', 1, 'how soon known weaknesses are mended is written down'], 'By their gravity.', 'SECURITY.md'),
  met(
    ['15.1.2', 2, 'list of what it is built of'],
    'The lock file pins every package with its hash, all from the public registry of npm; `npm run sbom` writes a CycloneDX bill from it, and a page lists the licences.',
    'infra/supply/sbom.ts',
    'docs/licences.md',
    'test/architecture/supply-chain.test.ts',
  ),
  met(['15.1.3', 2, 'what costs much is written down'], 'With what bounds it.', 'docs/policies.md'),
  open(
    ['15.2.1', 1, 'nothing is older than promised'],
    'How soon is written down (SECURITY.md), and every run of CI asks the registry for known vulnerabilities of what is pinned; one that no decision argues fails it. Mirrors of the registry answer no such question (405): the check then counts as skipped, by exit code 77, never as passed. No run that was answered is recorded yet; until one is, whoever deploys asks from a machine that reaches npm’s own registry, or gives the bill of materials to a scanner of theirs.',
  ),
  met(
    ['15.2.2', 2, 'what costs much cannot be used to stop it'],
    'Printing and mail are done by the workflow, imports and batches in slices; exports are counted; each call has a time-out.',
    'functions/imports/carry-on.ts',
    'functions/api/export-data.ts',
    'test/functions/api/privacy.test.ts',
    'test/functions/admin/batches.test.ts',
  ),
  met(
    ['15.2.3', 2, 'nothing that is not needed'],
    'A bundle holds what its handler imports; samples and tests are in none.',
    'infra/bundle.ts',
    'test/infra/bundle.test.ts',
  ),
  met(
    ['15.3.1', 1, 'answers hold the fields that are meant'],
    'What the schema does not name is dropped.',
    'functions/middleware/answering.ts',
    'test/functions/endpoint.test.ts',
    'test/prove/requests/canaries/prove-canaries.test.ts',
  ),
  met(
    ['15.3.2', 2, 'no redirects are followed'],
    'A receiver that redirects has not taken the message.',
    'functions/adapters/webhook-poster.ts',
    'test/functions/adapters/webhook-poster.test.ts',
  ),
  met(
    ['15.3.3', 2, 'bodies set the fields that are meant'],
    'Handlers see what the schema names; whose row it is comes from the session.',
    'functions/middleware/parsing.ts',
    'test/functions/api/sign-in.test.ts',
    'test/functions/api/every-route.test.ts',
  ),
  met(
    ['15.3.4', 2, 'the address that a request came from'],
    'CloudFront tells it by a header that a viewer cannot set, and nothing goes around CloudFront.',
    'functions/middleware/source-ip.ts',
    'test/functions/middleware/source-ip.test.ts',
    'test/functions/gateway/verify-origin.test.ts',
  ),
  met(
    ['15.3.5', 2, 'types'],
    'Strict TypeScript, schemas at every edge, strict equality by the linter.',
    'tsconfig.json',
    'biome.json',
    'functions/middleware/parsing.ts',
  ),
  met(
    ['15.3.6', 2, 'prototypes'],
    'Bodies become new objects with the fields of a schema.',
    'functions/middleware/parsing.ts',
    'test/functions/api/every-route.test.ts',
    'test/prove/requests/fuzz/prove-fuzz.test.ts',
  ),
  met(
    ['15.3.7', 2, 'parameters that come twice'],
    'Path, query, body, cookies and headers are kept apart. The gateway joins what comes twice, and the schema refuses it.',
    'functions/endpoint.ts',
    'test/infra/local/parts/http-api.test.ts',
  ),
];
