/**
 * The third registry: the single table's rows with their keys, and every access pattern with the functions that use it.
 * From it come the keys in code, the least privilege of each function's role, and `docs/access-patterns.md`.
 */
import { routes } from './api/routes.ts';
import type { Key } from './ports.ts';

type NamesIn<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** A kind of row: its key as templates, what it holds, and the key of given parts. */
export interface Entity<Parts extends string = string> {
  readonly pk: string;
  readonly sk: string;
  readonly holds: string;
  /** @throws when a part holds `#`, which would let one key reach into another's space. */
  keyOf(parts: { readonly [Name in Parts]: string | number }): Key;
}

/** Numbers are padded, so that they sort as numbers: `0000000012`. */
const text = (part: string | number): string => (typeof part === 'number' ? String(part).padStart(10, '0') : part);

function entity<const Pk extends string, const Sk extends string>(
  pk: Pk,
  sk: Sk,
  holds: string,
): Entity<NamesIn<Pk> | NamesIn<Sk>> {
  const fill = (template: string, parts: Readonly<Record<string, string | number>>): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => {
      const part = text(parts[name] ?? '');
      if (part === '' || part.includes('#')) throw new RangeError(`“${part}” cannot be the ${name} of a key`);
      return part;
    });
  return { pk, sk, holds, keyOf: (parts) => ({ pk: fill(pk, parts), sk: fill(sk, parts) }) };
}

export const entities = {
  learner: entity('LEARNER#{learnerId}', 'PROFILE', 'Who the learner is: address, name, profession.'),
  address: entity('ADDRESS#{emailHash}', 'LEARNER', 'Whose account an e-mail address is.'),
  session: entity('SESSION#{sessionHash}', 'SESSION', 'A signed-in browser. Forgotten when it ends.'),
  challenge: entity('CHALLENGE#{browserHash}', 'CHALLENGE', 'A mailed sign-in code. Forgotten soon after it expires.'),
  rate: entity('RATE#{scope}#{who}', '{window}', 'How often something was asked for in a window of time.'),
  reply: entity(
    'REPLY#{learnerId}#{keyHash}',
    'REPLY',
    'The answer to a POST with an Idempotency-Key. Kept for a day.',
  ),
  catalog: entity('CATALOG', '{activityId}', 'The summary of an activity’s published version.'),
  version: entity('ACTIVITY#{activityId}', 'VERSION#{version}', 'A frozen, published version of an activity.'),
  answerKey: entity('KEY#{activityId}', 'VERSION#{version}', 'What is right in a version. Only the grader reads it.'),
  participation: entity(
    'LEARNER#{learnerId}',
    'PARTICIPATION#{activityId}#{cycle}',
    'Where the learner stands in an activity.',
  ),
  attempt: entity(
    'LEARNER#{learnerId}',
    'ATTEMPT#{attemptId}',
    'An attempt with its answers and, once graded, its result.',
  ),
  response: entity('RESPONSE#{activityId}', '{responseId}', 'A completed evaluation, without who gave it.'),
  credit: entity(
    'CREDIT#{learnerId}',
    '{activityId}#{cycle}',
    'The award: its permanent natural key lets it exist once.',
  ),
  ledgerHead: entity(
    'LEDGERS#{shard}',
    '{learnerId}',
    'The last link of a learner’s chain. By shard, so that an audit finds every ledger.',
  ),
  ledgerEntry: entity('LEDGER#{learnerId}', 'ENTRY#{seq}', 'A link of the learner’s hash chain. Never changed.'),
  certificate: entity('CERTIFICATE#{certificateId}', 'STATUS', 'What has become of a certificate.'),
  snapshot: entity('CERTIFICATE#{certificateId}', 'VERSION#{version}', 'What a certificate says. Never changed.'),
  credential: entity(
    'CREDENTIAL#{certificateId}',
    'IDENTITY',
    'Where a certificate stands in the status lists, and the salt of its credential. Never changed.',
  ),
  statusEntry: entity('PLACE#{list}', '{index}', 'Whose place in the status lists it is. Never changed.'),
  statusMark: entity(
    'STATUS#{purpose}#{list}',
    '{index}',
    'Whether a certificate is revoked, or suspended, in its status list.',
  ),
  seal: entity('SEAL#{kid}', 'CERTIFICATE', 'The certificate of a key that documents are signed with.'),
  audit: entity('AUDIT#{day}', '{at}#{entryId}', 'Who did what, for staff and auditors.'),
  work: entity('WORK#{workId}', 'WORK', 'An outbox item: work that a state change asked for.'),
  mail: entity('MAIL#{messageKey}', 'INTENT', 'A mail that is to be sent, or was.'),
} as const;
export type EntityName = keyof typeof entities;

/** The sparse index: work that is due, mail that is due, and what is parked. */
export const workIndex = {
  name: 'work',
  /** Due rows are spread, because an index partition takes 1,000 writes a second and a live event brings more. */
  shards: 8,
  due: (kind: 'work' | 'mail', shard: number): string => `DUE#${kind}#${shard}`,
  parked: (kind: 'work' | 'mail'): string => `PARKED#${kind}`,
} as const;

/** The shard of an id: FNV-1a, so that the same id always falls to the same. */
export function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % workIndex.shards;
}

/** What a pattern does to the table; `check` is a condition in a transaction, `queryWork` reads the index. */
export type Operation = 'get' | 'query' | 'put' | 'check' | 'count' | 'queryWork';

export interface AccessPattern {
  readonly does: string;
  readonly entity: EntityName;
  readonly operations: readonly Operation[];
  /** Names of functions: files of `functions/{api,workflow,scheduled,commands}`. */
  readonly usedBy: readonly string[];
}

const everyRoute = Object.values(routes);
const whoAsks = everyRoute.filter(({ access }) => access !== 'public').map(({ name }) => name);
const learnersPosts = everyRoute
  .filter(({ access, method }) => access === 'learner' && method === 'POST')
  .map(({ name }) => name);

const gradeSteps = ['unlock-evaluation', 'record-failure'];
const ledgerWriters = [...gradeSteps, 'submit-evaluation', 'claim-credit', 'award-credit', 'render-certificate'];

const pattern = (
  does: string,
  entityName: EntityName,
  operations: readonly Operation[],
  usedBy: readonly string[],
): AccessPattern => ({ does, entity: entityName, operations, usedBy });

export const accessPatterns: readonly AccessPattern[] = [
  pattern('Find whose session a cookie is', 'session', ['get'], whoAsks),
  pattern('Begin a session', 'session', ['put'], ['enter-code']),
  pattern('End a session', 'session', ['put'], ['sign-out']),
  pattern('Begin a sign-in', 'challenge', ['put'], ['start-sign-in']),
  pattern('Judge and spend a code', 'challenge', ['get', 'put'], ['enter-code']),
  pattern('Count what is asked for', 'rate', ['count'], ['start-sign-in', 'enter-code', 'resend-mail']),
  pattern('Replay an answer', 'reply', ['get', 'put'], learnersPosts),
  pattern('Find or make the account of an address', 'address', ['get', 'put'], ['enter-code']),
  pattern('Make an account', 'learner', ['get', 'put'], ['enter-code']),
  pattern(
    'Read the profile',
    'learner',
    ['get'],
    [
      ...['get-me', 'get-activity', 'claim-credit', 'get-certificate', 'get-credential', 'resend-mail'],
      ...['award-credit', 'send-award-email', 'sweep-outbox', 'redrive-work'],
    ],
  ),
  pattern('Change the profile', 'learner', ['get', 'put'], ['put-me']),
  pattern('List the activities', 'catalog', ['query'], ['list-activities']),
  pattern(
    'Find the published version',
    'catalog',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'publish-activity'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit'],
    ],
  ),
  pattern(
    'Read a version',
    'version',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'get-attempt', 'save-answers', 'submit-attempt'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit'],
      ...['grade-attempt', 'unlock-evaluation', 'award-credit', 'publish-activity'],
    ],
  ),
  pattern('Publish a version', 'version', ['put'], ['publish-activity']),
  pattern('Publish its answer keys', 'answerKey', ['get', 'put'], ['publish-activity']),
  pattern('List it', 'catalog', ['put'], ['publish-activity']),
  pattern('Read what is right', 'answerKey', ['get'], ['grade-attempt']),
  pattern('List where a learner stands', 'participation', ['query'], ['list-activities', 'get-history']),
  pattern(
    'Read where a learner stands in an activity',
    'participation',
    ['get'],
    [
      ...['get-activity', 'start-attempt', 'get-attempt', 'save-answers', 'submit-attempt'],
      ...['get-evaluation', 'submit-evaluation', 'claim-credit', ...gradeSteps],
      ...['award-credit', 'render-certificate', 'send-award-email', 'sweep-outbox', 'park-work', 'redrive-work'],
    ],
  ),
  pattern(
    'Move a participation on',
    'participation',
    ['put'],
    [
      ...['start-attempt', 'submit-attempt', 'submit-evaluation', 'claim-credit', ...gradeSteps],
      ...['award-credit', 'render-certificate', 'send-award-email', 'sweep-outbox', 'park-work', 'redrive-work'],
    ],
  ),
  pattern('Start an attempt', 'attempt', ['get', 'put'], ['start-attempt']),
  pattern('Save or submit answers', 'attempt', ['get', 'put'], ['save-answers', 'submit-attempt']),
  pattern('Read an attempt', 'attempt', ['get'], ['get-attempt', 'grade-attempt', ...gradeSteps]),
  pattern('Record a grade', 'attempt', ['put'], ['grade-attempt', ...gradeSteps]),
  pattern('Keep a completed evaluation', 'response', ['put'], ['submit-evaluation']),
  pattern('Award credit once', 'credit', ['get', 'put'], ['award-credit']),
  pattern('List the credits of a learner', 'credit', ['query'], ['get-wallet', 'audit-ledger']),
  pattern('Chain to the ledger', 'ledgerHead', ['get', 'put'], ledgerWriters),
  pattern('Append to the ledger', 'ledgerEntry', ['put'], ledgerWriters),
  pattern('Find every ledger', 'ledgerHead', ['get', 'query'], ['audit-ledger']),
  pattern('Read a whole ledger', 'ledgerEntry', ['query'], ['audit-ledger']),
  pattern('Give a certificate its identity', 'certificate', ['put'], ['award-credit']),
  pattern('Freeze what a certificate says', 'snapshot', ['put'], ['award-credit', 'redrive-work']),
  pattern(
    'Record that it is issued or parked',
    'certificate',
    ['put'],
    ['render-certificate', 'park-work', 'redrive-work', 'sweep-outbox'],
  ),
  pattern(
    'Read a certificate with its snapshot',
    'certificate',
    ['query'],
    [
      ...['get-certificate', 'download-certificate', 'get-credential', 'resend-mail'],
      ...['verify-certificate', 'check-pdf', 'audit-ledger'],
      ...['render-certificate', 'send-award-email', 'sweep-outbox', 'park-work', 'redrive-work'],
    ],
  ),
  pattern('Give a certificate its place in the status lists, once', 'credential', ['get', 'put'], ['get-credential']),
  pattern('Take a place in the status lists', 'statusEntry', ['put'], ['get-credential']),
  pattern('See whether a status list was begun', 'statusEntry', ['query'], ['get-status-list']),
  pattern('Tell who is revoked or suspended', 'statusMark', ['query'], ['get-status-list']),
  pattern('Find or make the certificate of the signing key', 'seal', ['get', 'put'], ['render-certificate']),
  pattern(
    'Keep the audit trail',
    'audit',
    ['put'],
    [
      'send-award-email',
      'award-credit',
      'park-work',
      'redrive-work',
      'sweep-outbox',
      'publish-activity',
      'record-mail-feedback',
    ],
  ),
  pattern('Ask for work', 'work', ['put'], ['submit-attempt', 'claim-credit']),
  pattern(
    'Follow, finish, park or redrive work',
    'work',
    ['get', 'put'],
    [
      ...gradeSteps,
      'award-credit',
      'render-certificate',
      'park-work',
      'sweep-outbox',
      'redrive-work',
      'get-attempt',
      'get-activity',
    ],
  ),
  pattern('Find work that is due', 'work', ['queryWork'], ['sweep-outbox']),
  pattern('Find work that is parked', 'work', ['queryWork', 'get'], ['list-parked', 'redrive-work']),
  pattern('Ask for a mail', 'mail', ['put'], ['render-certificate', 'resend-mail']),
  pattern('Lease, send and settle a mail', 'mail', ['get', 'put'], ['send-award-email', 'sweep-outbox']),
  pattern('Find mail that is due', 'mail', ['queryWork'], ['sweep-outbox']),
  pattern(
    'Find mail that is parked, and redrive it',
    'mail',
    ['queryWork', 'get', 'put'],
    ['list-parked', 'redrive-work'],
  ),
  pattern('Say where a mail stands', 'mail', ['get'], ['get-certificate', 'resend-mail']),
  pattern('Record a bounce or complaint', 'mail', ['get', 'put'], ['record-mail-feedback']),
];
