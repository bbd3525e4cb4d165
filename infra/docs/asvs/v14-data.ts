import { deviation, met, type Requirement } from './requirement.ts';

/** Chapter 14: personal and other sensitive data. */
export const data: readonly Requirement[] = [
  met(
    ['14.1.1', 2, 'what is sensitive is written down'],
    'In four levels.',
    'docs/policies.md',
    'docs/procedures/privacy.md',
  ),
  met(
    ['14.1.2', 2, 'how each level is protected is written down'],
    'Sealing, keeping, logging and who sees it.',
    'docs/policies.md',
    'docs/adr/0026-erasure-destroys-a-key.md',
  ),
  deviation(
    ['14.2.1', 1, 'nothing sensitive in addresses'],
    'Whom or what somebody looks for stands in bodies alone, and in the console after `#`, which browsers send to nobody; sessions, keys and codes of ours never stand in an address. Two kinds of link are secrets in a path, because that is what a link is for: a learner hands on a transcript’s, which ends on a day and can be withdrawn, and a wallet fetches an offer’s within 15 minutes. No log keeps paths, no page tells another where it was, and a test knows every parameter. An employer’s answer has its code in the query, as OpenID Connect wants; it is worth something once, in one browser.',
    'shared/api/route.ts',
    'web/admin/components/query.ts',
    'infra/house/site-log.ts',
    'test/shared/api/addresses.test.ts',
    'test/journeys/learners.test.ts',
  ),
  met(
    ['14.2.2', 2, 'nothing sensitive in caches of servers'],
    'The distribution caches no answer of the API; a warm function remembers a learner’s key for a minute.',
    'infra/house/site.ts',
    'functions/records/data-keys.ts',
    'test/infra/app.test.ts',
    'test/functions/api/every-route.test.ts',
  ),
  met(
    ['14.2.3', 2, 'nothing to strangers'],
    'The sites talk to their own origin alone; no tracker, no font, no script of others. Webhooks tell ids and facts.',
    'infra/house/response-headers.ts',
    'test/infra/app.test.ts',
    'test/functions/webhooks.test.ts',
  ),
  met(
    ['14.2.4', 2, 'protected as written'],
    'Sealed under a key of each learner’s own; logs, ledger and audit trail hold ids.',
    'functions/records/sealing.ts',
    'test/functions/records/sealing.test.ts',
    'test/functions/privacy/erasure.test.ts',
    'test/functions/api/journey.test.ts',
  ),
  met(
    ['14.3.1', 1, 'nothing left in the browser after signing out'],
    'Pages forget what they showed, and `Clear-Site-Data` has the browser forget pages that it kept to go back to. Whoever signs out takes away what they typed and did not send, after being told so, whether the service can be reached or not. A session that merely ends leaves it, under the id of whoever typed it, so that no work is lost.',
    'web/components/sign-out-page.tsx',
    'web/components/unsent.ts',
    'functions/middleware/cookies.ts',
    'test/functions/api/sign-in.test.ts',
    'test/journeys/nurse-at-a-desk.test.ts',
  ),
  met(
    ['14.3.2', 2, 'not kept by browsers'],
    '`no-store` with every answer.',
    'functions/middleware/request.ts',
    'test/functions/api/every-route.test.ts',
  ),
  deviation(
    ['14.3.3', 2, 'nothing sensitive in the browser’s storage'],
    'What was typed and not yet taken stays there until it is: answers of an attempt, drafts of evaluations and of activities, and for ten minutes the address that a code was mailed to. Losing an hour’s work to a broken line is the greater harm.',
    'web/learner/attempt/kept-answers.ts',
    'web/learner/evaluation/draft.ts',
    'docs/policies.md',
    'test/web/answer-saver.test.ts',
  ),
];
