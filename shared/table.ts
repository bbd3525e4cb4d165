/**
 * The third registry: the single table's rows with their keys, and every access pattern with the functions that use it
 * (`table/patterns/`). From it come the keys in code, the least privilege of each function's role, and
 * `docs/access-patterns.md`.
 */
import { entity } from './table/entity.ts';

export const entities = {
  learner: entity('LEARNER#{learnerId}', 'PROFILE', 'Who the learner is: address, name, profession.'),
  dataKey: entity(
    'DATAKEY#{learnerId}',
    'KEY',
    'The key that a learner’s personal values are sealed under, or that it was destroyed. In a table of its own, of which there is no backup.',
  ),
  directoryEntry: entity(
    'DIRECTORY#{by}',
    '{text}#{learnerId}',
    'A learner by the beginning of their family name, given name or address, for staff to find. Beside the keys, so that no backup has it; blank, and soon forgotten, where the name was another.',
  ),
  directoryCard: entity(
    'CARD#{learnerId}',
    'CARD',
    'A learner’s name and address for lists, and where in the directory they stand. Beside the keys.',
  ),
  address: entity('ADDRESS#{emailHash}', 'LEARNER', 'Whose account an e-mail address is.'),
  session: entity('SESSION#{sessionHash}', 'SESSION', 'A signed-in browser. Forgotten when it ends.'),
  signIn: entity(
    'LEARNER#{learnerId}',
    'SESSION#{sessionHash}',
    'That a learner signed in, to find their sessions by.',
  ),
  staff: entity('STAFF', '{staffId}', 'Who works for the provider, and in which role.'),
  staffAddress: entity('STAFFADDRESS#{emailHash}', 'STAFF', 'Whose an e-mail address of staff is.'),
  staffSession: entity('STAFFSESSION#{sessionHash}', 'SESSION', 'A browser that staff signed in with.'),
  employerSignIn: entity(
    'EMPLOYER#{browserHash}',
    'SIGNIN',
    'A sign-in that was begun at an employer. Forgotten soon after it expires.',
  ),
  passkey: entity('PASSKEYS#{staffId}', '{passkeyId}', 'The public half of a passkey of staff.'),
  challenge: entity('CHALLENGE#{browserHash}', 'CHALLENGE', 'A mailed sign-in code. Forgotten soon after it expires.'),
  rate: entity('RATE#{scope}#{who}', '{window}', 'How often something was asked for in a window of time.'),
  reply: entity('REPLY#{who}#{keyHash}', 'REPLY', 'The answer to a POST with an Idempotency-Key. Kept for a day.'),
  catalog: entity('CATALOG', '{activityId}', 'The summary of an activity’s published version.'),
  version: entity('ACTIVITY#{activityId}', 'VERSION#{version}', 'A frozen, published version of an activity.'),
  authored: entity(
    'AUTHORED',
    '{activityId}',
    'Where an activity stands with its authors: its draft, its published version, whether it is withdrawn.',
  ),
  draft: entity('DRAFT#{activityId}', '{part}', 'A part of an activity’s draft, as it was last saved.'),
  publication: entity('PUBLICATIONS#{activityId}', '{version}', 'Who published a version. Never changed.'),
  provider: entity('PROVIDERS', '{providerId}', 'What a provider says of itself, for drafts that name it.'),
  drawing: entity('DRAWINGS#{providerId}', '{drawing}', 'A drawing of a provider’s theme, as SVG.'),
  evaluationSet: entity('EVALUATIONSETS', '{setId}', 'Questions of evaluations, to be put into drafts as copies.'),
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
  boardIdentity: entity(
    'LEARNER#{learnerId}',
    'MOC#{activityId}#{cycle}',
    'Who a learner is to certifying boards, for points that they asked for. Never changed.',
  ),
  consent: entity(
    'LEARNER#{learnerId}',
    'CONSENT#{purpose}#{number}',
    'What a learner allowed or withdrew, and on which words. Never changed.',
  ),
  erasure: entity('LEARNER#{learnerId}', 'ERASURE', 'That a learner’s account is to be erased, or was.'),
  response: entity(
    'RESPONSE#{part}',
    '{on}#{responseId}',
    'A completed evaluation, without who gave it. By part of the activity, as what attempts leave is.',
  ),
  firstAnswers: entity(
    'ANSWERS#{part}',
    '{on}#{answersId}',
    'What a first attempt answered, without whose it was. Never changed.',
  ),
  sitting: entity(
    'SITTING#{part}',
    '{on}#{sittingId}',
    'That an attempt passed or failed, in how many minutes, without whose it was. By part of the activity, because a live event brings many at once. Never changed.',
  ),
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
  dailyHead: entity('HEADS', '{day}', 'The signed head of a day over every ledger. Never changed.'),
  newestHead: entity('NEWESTHEAD', 'DAY', 'The day of the newest head, so that each head follows one other.'),
  headPart: entity('HEADPARTS#{day}', '{shard}', 'A shard that was read for the head of a day. Never changed.'),
  certificate: entity('CERTIFICATE#{certificateId}', 'STATUS', 'What has become of a certificate.'),
  snapshot: entity('CERTIFICATE#{certificateId}', 'VERSION#{version}', 'What a certificate says. Never changed.'),
  credential: entity(
    'CREDENTIAL#{certificateId}',
    'IDENTITY',
    'Where a certificate stands in the status lists, and the salt of its credential. Never changed.',
  ),
  walletOffer: entity(
    'OFFER#{tokenHash}',
    'OFFER',
    'A credential that its holder has a wallet fetch. Forgotten soon after it expires.',
  ),
  statusEntry: entity('PLACE#{list}', '{index}', 'Whose place in the status lists it is. Never changed.'),
  statusMark: entity(
    'STATUS#{purpose}#{list}',
    '{index}',
    'Whether a certificate is revoked, or suspended, in its status list.',
  ),
  change: entity(
    'CHANGE#{changeId}',
    'CHANGE',
    'A correction, revocation or suspension: what, why, who asked and who decided.',
  ),
  decided: entity(
    'DECIDED#{year}',
    '{at}#{id}',
    'That a change or a batch was decided, so that lists find it. Never changed.',
  ),
  batch: entity('BATCH#{batchId}', 'BATCH', 'Many changes or awards that are decided together, and how far they are.'),
  batchItem: entity('BATCH#{batchId}', 'ITEM#{number}', 'One of a batch, and what became of it.'),
  share: entity('LEARNER#{learnerId}', 'SHARE#{shareId}', 'A link to a part of the transcript, and how it stands.'),
  shareToken: entity('TRANSCRIPT#{tokenHash}', 'SHARE', 'Whose link a token opens. Never changed.'),
  seal: entity('SEAL#{kid}', 'CERTIFICATE', 'The certificate of a key that documents are signed with.'),
  import: entity('IMPORTS', '{importId}', 'A file that staff bring in: what it is, and how far it is.'),
  importPassage: entity(
    'IMPORT#{importId}',
    'FILE#{number}',
    'A passage of an imported file. Forgotten after 30 days.',
  ),
  importVerdicts: entity(
    'IMPORT#{importId}',
    'CHECK#{from}',
    'What was found of some rows before anything was written. Forgotten after 30 days.',
  ),
  importResults: entity('IMPORT#{importId}', 'RESULT#{from}', 'What became of some rows. Forgotten after 30 days.'),
  earlierCredit: entity(
    'LEARNER#{learnerId}',
    'EARLIER#{creditId}',
    'Credit of before this system, as earlier records had it: no award.',
  ),
  audit: entity('AUDIT#{day}', '{at}#{entryId}', 'Who did what, for staff and auditors.'),
  work: entity('WORK#{workId}', 'WORK', 'An outbox item: work that a state change asked for.'),
  mail: entity('MAIL#{messageKey}', 'INTENT', 'A mail that is to be sent, or was.'),
  webhookEndpoint: entity('ENDPOINTS', '{endpointId}', 'An address of the provider’s own that is told of events.'),
  webhookSecret: entity('ENDPOINTSECRET#{endpointId}', 'SECRET', 'What the messages to an endpoint are signed with.'),
  apiKey: entity(
    'APIKEYS',
    '{keyId}',
    'A key of the provider’s own systems: what it may read, and whether it still does.',
  ),
  apiKeySecret: entity('APIKEYSECRET#{secretHash}', 'KEY', 'Which key has a secret, by its hash. Never changed.'),
  delivery: entity(
    'DELIVERIES#{endpointId}#{shard}',
    '{messageId}',
    'A message to an endpoint, and how often it was tried. By shard, because a live event brings many at once.',
  ),
  pulse: entity('PULSE#{name}', 'LAST', 'When something that runs again and again ran last.'),
} as const;
export type EntityName = keyof typeof entities;

/** Kinds of rows that are in the keys' own table, of which there is no backup. */
const inKeyTable: readonly EntityName[] = ['dataKey', 'directoryEntry', 'directoryCard'];

/** Whether rows of a kind are in the keys' own table. */
export const isInKeyTable = (name: EntityName): boolean => inKeyTable.includes(name);

const keyTablePrefixes = inKeyTable.map((name) => entities[name].pk.replace(/\{.*/, ''));
/** Whether a partition is in the keys' own table. */
export const isPartitionOfKeyTable = (pk: string): boolean => keyTablePrefixes.some((prefix) => pk.startsWith(prefix));

/** The sparse index: work that is due, mail that is due, and what is parked or waits for a second person. */
export const workIndex = {
  name: 'work',
  /** Due rows are spread, because an index partition takes 1,000 writes a second and a live event brings more. */
  shards: 8,
  due: (kind: 'work' | 'mail' | 'erasure' | 'batch' | 'delivery' | 'import', shard: number): string =>
    `DUE#${kind}#${shard}`,
  parked: (kind: 'work' | 'mail' | 'change' | 'batch' | 'delivery'): string => `PARKED#${kind}`,
} as const;

/**
 * The second sparse index: long lists that staff read page by page, newest first or by name. It holds of a row what its list
 * shows (`listed`), so that a page of a list of a million is one read, and a write that changes nothing of that costs the
 * index nothing. A partition of an index takes about 1,000 writes a second: ADR 30 says what is written when.
 */
export const listsIndex = { name: 'lists', holds: 'listed' } as const;

/** The lists that there are, by the kind of their rows: the index's partition key as a template. */
export const lists = {
  credit: 'CREDITS',
  participation: 'COMPLETIONS#{activityId}',
  mail: 'MAILS#{status}',
} as const satisfies { readonly [Name in EntityName]?: string };

/** The list of an activity's completions. */
export const completionsOf = (activityId: string): string => lists.participation.replace('{activityId}', activityId);

/**
 * Where what attempts and evaluations leave of an activity is written: one of some parts of it, by the row's own id. Ten thousand who
 * submit within 15 s write 1,333 units a second of each kind, and one key takes 1,000.
 */
export const partOf = (activityId: string, id: string): string => `${activityId}.${shardOf(id)}`;

/** Every part in which there may be some of an activity: those by shard, and the whole one, which was all there was at first. */
export const partsOf = (activityId: string): readonly string[] => [
  activityId,
  ...Array.from({ length: workIndex.shards }, (_, shard) => `${activityId}.${shard}`),
];

/** The shard of an id: FNV-1a, so that the same id always falls to the same. */
export function shardOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % workIndex.shards;
}
