import type { Place } from '../asvs/requirement.ts';

/** Who wants what, what stands in the way, and what tries it. */
export interface Threat {
  readonly what: string;
  readonly control: string;
  readonly see: readonly [Place, ...Place[]];
  readonly tried: readonly [Place, ...Place[]];
}

export const threats: readonly Threat[] = [
  {
    what: 'A learner reads or changes another’s records',
    control: 'Keys of rows come from the session. Another’s looks as if there were none: 404 with the same body.',
    see: ['functions/middleware/signed-in.ts', 'functions/accounts/holder.ts'],
    tried: ['test/prove/requests/authorisation/prove-authorisation.test.ts', 'test/functions/api/every-route.test.ts'],
  },
  {
    what: 'Somebody holds a link that was mailed or forwarded',
    control:
      'Links say where to go and carry no authority. Downloads are links of five minutes at most, made for each click.',
    see: ['shared/domain/sign-in.ts', 'functions/adapters/s3-documents.ts'],
    tried: [
      'test/prove/requests/cross-site/prove-cross-site.test.ts',
      'test/functions/adapters/s3-documents.test.ts',
      'test/infra/local/parts/s3.test.ts',
      'test/web/landing.test.ts',
    ],
  },
  {
    what: 'A member of staff does more than their work, or does it alone',
    control:
      'Roles by route, a passkey, another one of the last five minutes for what is grave, a second person where an amount or a person changes. Whatever staff change leaves an entry in the audit trail; a draft leaves one when it is begun and one when it is published. A file that names people takes the passkey too and leaves an entry, and many of them in an hour raise an alarm. No role may delete.',
    see: ['shared/domain/staff.ts', 'docs/adr/0018-two-people-and-no-rewriting.md'],
    tried: [
      'test/prove/requests/authorisation/prove-authorisation.test.ts',
      'test/prove/requests/audit-trail/staff-writes.test.ts',
      'test/functions/commands/changes.test.ts',
      'test/infra/policies.test.ts',
    ],
  },
  {
    what: 'A forged or altered certificate, credential or transcript',
    control:
      'Signed by a key that does not leave KMS; the public page shows every fact from the records and the document’s hash.',
    see: ['functions/adapters/kms-signer.ts', 'functions/api/verify-certificate.ts'],
    tried: [
      'test/prove/documents/pdfs/prove-pdfs.test.ts',
      'test/prove/documents/credentials/prove-credentials.test.ts',
    ],
  },
  {
    what: 'Records are altered, and every hash after them made right again',
    control: 'The ends of all ledgers are signed each day, locked and public; the audit compares.',
    see: ['functions/scheduled/sign-heads.ts', 'functions/commands/audit-heads.ts'],
    tried: ['test/functions/commands/audit-heads.test.ts', 'test/prove/documents/chains/prove-chains.test.ts'],
  },
  {
    what: 'A certificate that was handed on tells its holder’s name to whoever finds it',
    control:
      'Its holder turns the verification page off: every version’s then answers as for an unknown id, and no correction opens it again.',
    see: ['functions/api/set-verification-page.ts', 'docs/adr/0050-a-page-its-holder-turns-off.md'],
    tried: ['test/functions/api/set-verification-page.test.ts', 'test/journeys/after-the-award.test.ts'],
  },
  {
    what: 'Certificates are found by trying ids',
    control: 'Ids of 128 random bits, which are not the number that is printed.',
    see: ['functions/adapters/system.ts'],
    tried: [
      'test/prove/requests/cross-site/prove-cross-site.test.ts',
      'test/functions/adapters/system.test.ts',
      'test/functions/api/every-route.test.ts',
    ],
  },
  {
    what: 'Answer keys are seen early',
    control:
      'Keys are rows of their own that learners’ functions may not read; an answer holds what its schema names; right answers are shown at the end.',
    see: ['functions/middleware/answering.ts', 'docs/adr/0011-right-answers-after-the-end.md'],
    tried: [
      'test/prove/requests/canaries/prove-canaries.test.ts',
      'test/infra/policies.test.ts',
      'test/functions/api/attempts.test.ts',
      'test/support/leaks.ts',
    ],
  },
  {
    what: 'A cell of an export runs as a formula',
    control: 'Every cell is quoted; what a spreadsheet would run gets an apostrophe; XLSX cells are text.',
    see: ['shared/domain/formula.ts', 'shared/documents/csv.ts'],
    tried: [
      'test/prove/injection/prove-injection.test.ts',
      'test/shared/documents/table-file.test.ts',
      'test/shared/documents/transcript-csv.test.ts',
    ],
  },
  {
    what: 'Markup or headers in mails',
    control: 'Templates escape; a mail has one address of a strict form; a subject has no line ends.',
    see: ['functions/adapters/mail-message.ts', 'shared/documents/mail/layout.ts'],
    tried: [
      'test/prove/injection/prove-injection.test.ts',
      'test/functions/adapters/mail-message.test.ts',
      'test/shared/documents/mail.test.ts',
    ],
  },
  {
    what: 'The service is made to ask addresses within (SSRF)',
    control:
      'Only webhooks go where a person says, to public addresses over HTTPS, looked at where the connection is made; no redirect is followed.',
    see: ['functions/adapters/webhook-poster.ts', 'functions/webhooks/check-url.ts'],
    tried: ['test/functions/adapters/webhook-poster.test.ts', 'test/functions/webhooks.test.ts'],
  },
  {
    what: 'Script in a page',
    control:
      'Text is set as text; nothing is inline; the policy lets the site’s own files run; Trusted Types on every page.',
    see: ['infra/house/response-headers.ts', 'web/components/markup.tsx'],
    tried: [
      'test/prove/injection/screens/prove-screens.test.ts',
      'test/prove/injection/prove-injection.test.ts',
      'test/infra/app.test.ts',
      'test/web/markup.test.ts',
      'test/shared/documents/html.test.ts',
    ],
  },
  {
    what: 'Another site acts in somebody’s name (CSRF)',
    control: '`__Host-` cookies with SameSite=Lax; `Origin` and `Sec-Fetch-Site` are looked at; bodies are JSON.',
    see: ['functions/middleware/same-origin.ts', 'functions/middleware/cookies.ts'],
    tried: ['test/prove/requests/cross-site/prove-cross-site.test.ts', 'test/functions/api/every-route.test.ts'],
  },
  {
    what: 'A link leads off the site (open redirect)',
    control: 'Where a sign-in leads back to is one of a few paths, never a URL.',
    see: ['shared/domain/sign-in.ts', 'web/components/landing.ts'],
    tried: [
      'test/prove/requests/cross-site/prove-cross-site.test.ts',
      'test/web/landing.test.ts',
      'test/web/admin-sign-in.test.ts',
    ],
  },
  {
    what: 'Codes are guessed',
    control: 'Five tries a code, ten minutes, one browser; limits by address, by network and in total.',
    see: ['functions/sign-in/judge-entry.ts'],
    tried: ['test/prove/sign-in/prove-sign-in.test.ts', 'test/functions/api/sign-in.test.ts'],
  },
  {
    what: 'Somebody finds out who has an account',
    control: 'The same work and the same answer for every address.',
    see: ['functions/sign-in/mail-code.ts'],
    tried: [
      'test/prove/sign-in/prove-sign-in.test.ts',
      'test/functions/api/sign-in.test.ts',
      'test/functions/admin/staff.test.ts',
      'test/functions/api/addresses.test.ts',
    ],
  },
  {
    what: 'A mail scanner opens the link, runs its script and posts its form',
    control: 'It lacks the cookie of the browser that asked, so that it neither signs in nor spends the code.',
    see: ['functions/sign-in/judge-entry.ts', 'docs/adr/0007-own-sign-in.md'],
    tried: [
      'test/prove/sign-in/robots/prove-robots.test.ts',
      'test/prove/sign-in/prove-sign-in.test.ts',
      'test/functions/api/sign-in.test.ts',
    ],
  },
  {
    what: 'A session is planted beforehand, or stolen',
    control:
      'A new secret of 256 bits with each sign-in, kept as a hash, in a cookie that no script reads, ended on the server.',
    see: ['functions/api/enter-code.ts', 'functions/admin/staff/begin-session.ts'],
    tried: [
      'test/prove/sign-in/prove-sign-in.test.ts',
      'test/functions/api/sign-in.test.ts',
      'test/functions/admin/staff.test.ts',
    ],
  },
  {
    what: 'A key of the provider’s systems is stolen',
    control:
      'Scopes, a last day, revoking that works at once, 600 requests a minute, and the log says what the key did.',
    see: ['functions/middleware/by-key.ts'],
    tried: ['test/functions/admin/keys.test.ts'],
  },
  {
    what: 'A message to a receiver is forged',
    control: 'Signed by Standard Webhooks under a secret of 256 bits.',
    see: ['functions/webhooks/sign.ts'],
    tried: ['test/functions/webhooks.test.ts'],
  },
  {
    what: 'Personal data in backups after an erasure',
    control: 'Sealed under a key of each learner’s own, in a table of which there is no backup. Erasure destroys it.',
    see: ['functions/records/sealing.ts', 'docs/adr/0026-erasure-destroys-a-key.md'],
    tried: ['test/functions/privacy/erasure.test.ts', 'test/infra/app.test.ts'],
  },
  {
    what: 'Somebody reads the logs, or a browser’s history',
    control:
      'Whom staff look for stands in bodies, and in the console after `#`. The logs at the edge hold neither paths, queries, referring pages nor cookies; functions log ids.',
    see: ['infra/house/site-log.ts', 'web/admin/components/query.ts'],
    tried: ['test/shared/api/addresses.test.ts', 'test/infra/app.test.ts', 'test/journeys/learners.test.ts'],
  },
  {
    what: 'Somebody uses the ward’s computer next',
    control:
      'Whoever signs out leaves nothing of theirs, and is told first what they would lose. A session that ends leaves what was not sent to its owner alone.',
    see: ['web/components/sign-out-page.tsx', 'web/components/unsent.ts'],
    tried: ['test/journeys/nurse-at-a-desk.test.ts', 'test/journeys/console.test.ts'],
  },
  {
    what: 'A file that is handed in breaks the service, or has it do more than read',
    control:
      'XML without entities of its own, outlines alone of drawings, so many elements, columns and characters; names out of a file are looked up among what was put there.',
    see: ['shared/authoring/xml.ts', 'shared/authoring/csv-table.ts', 'shared/domain/kinds.ts'],
    tried: [
      'test/shared/authoring/xml.test.ts',
      'test/shared/authoring/svg/read-drawing.test.ts',
      'test/shared/authoring/csv-table.test.ts',
    ],
  },
  {
    what: 'Somebody asks for what is costly over and over',
    control:
      'Counted by learner, link, offer and network, of IPv6 by 64 bits; the firewall counts before that, and so does the gateway for all.',
    see: ['functions/views/signing-limits.ts', 'functions/middleware/source-ip.ts', 'infra/house/firewall.ts'],
    tried: ['test/functions/api/signing-limits.test.ts', 'test/functions/middleware/source-ip.test.ts'],
  },
  {
    what: 'Whose an evaluation is',
    control: 'It is kept with a random id and a day; outcomes are shown in groups of five that no filter can cut.',
    see: ['docs/adr/0009-unlinkable-evaluations.md', 'shared/domain/outcomes/groups.ts'],
    tried: ['test/functions/api/journey.test.ts', 'test/shared/domain/outcomes/groups.test.ts'],
  },
  {
    what: 'Somebody goes around the firewall',
    control: 'The gateway takes what CloudFront hands on with its secret.',
    see: ['functions/gateway/verify-origin.ts'],
    tried: ['test/functions/gateway/verify-origin.test.ts', 'test/infra/app.test.ts'],
  },
];
