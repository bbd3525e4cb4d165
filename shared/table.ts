/**
 * The third registry: the single table's rows with their keys, and every access pattern with the functions that use it
 * (`table/patterns/`). From it come the keys in code, the least privilege of each function's role, and
 * `docs/access-patterns.md`.
 */
import { entity } from './table/entity.ts';

export const entities = {
  /** Who the learner is: address, name, profession. */
  learner: entity('LEARNER#{learnerId}', 'PROFILE'),
  /** The key that a learner’s personal values are sealed under, or that it was destroyed. In a table of its own, of which there is no backup. */
  dataKey: entity('DATAKEY#{learnerId}', 'KEY'),
  /** A learner by the beginning of their family name, given name or address, for staff to find. Beside the keys, so that no backup has it; blank, and soon forgotten, where the name was another. */
  directoryEntry: entity('DIRECTORY#{by}', '{text}#{learnerId}'),
  /** A learner’s name and address for lists, and where in the directory they stand. Beside the keys. */
  directoryCard: entity('CARD#{learnerId}', 'CARD'),
  /** Whose account an e-mail address is. */
  address: entity('ADDRESS#{emailHash}', 'LEARNER'),
  /** A signed-in browser. Forgotten when it ends. */
  session: entity('SESSION#{sessionHash}', 'SESSION'),
  /** That a learner signed in, to find their sessions by. */
  signIn: entity('LEARNER#{learnerId}', 'SESSION#{sessionHash}'),
  /** Who works for the provider, and in which role. */
  staff: entity('STAFF', '{staffId}'),
  /** Whose an e-mail address of staff is. */
  staffAddress: entity('STAFFADDRESS#{emailHash}', 'STAFF'),
  /** A browser that staff signed in with. */
  staffSession: entity('STAFFSESSION#{sessionHash}', 'SESSION'),
  /** A sign-in that was begun at an employer. Forgotten soon after it expires. */
  employerSignIn: entity('EMPLOYER#{browserHash}', 'SIGNIN'),
  /** The public half of a passkey of staff. */
  passkey: entity('PASSKEYS#{staffId}', '{passkeyId}'),
  /** A mailed sign-in code. Forgotten soon after it expires. */
  challenge: entity('CHALLENGE#{browserHash}', 'CHALLENGE'),
  /** How often something was asked for in a window of time. */
  rate: entity('RATE#{scope}#{who}', '{window}'),
  /** The answer to a POST with an Idempotency-Key. Kept for a day. */
  reply: entity('REPLY#{who}#{keyHash}', 'REPLY'),
  /** The summary of an activity’s published version. */
  catalog: entity('CATALOG', '{activityId}'),
  /** A frozen, published version of an activity. */
  version: entity('ACTIVITY#{activityId}', 'VERSION#{version}'),
  /** Where an activity stands with its authors: its draft, its published version, whether it is withdrawn. */
  authored: entity('AUTHORED', '{activityId}'),
  /** A part of an activity’s draft, as it was last saved. */
  draft: entity('DRAFT#{activityId}', '{part}'),
  /** Who published a version. Never changed. */
  publication: entity('PUBLICATIONS#{activityId}', '{version}'),
  /** What a provider says of itself, for drafts that name it. */
  provider: entity('PROVIDERS', '{providerId}'),
  /** A drawing of a provider’s theme, as SVG. */
  drawing: entity('DRAWINGS#{providerId}', '{drawing}'),
  /** Questions of evaluations, to be put into drafts as copies. */
  evaluationSet: entity('EVALUATIONSETS', '{setId}'),
  /** What is right in a version. Only the grader reads it. */
  answerKey: entity('KEY#{activityId}', 'VERSION#{version}'),
  /** Where the learner stands in an activity. */
  participation: entity('LEARNER#{learnerId}', 'PARTICIPATION#{activityId}#{cycle}'),
  /** An attempt with its answers and, once graded, its result. */
  attempt: entity('LEARNER#{learnerId}', 'ATTEMPT#{attemptId}'),
  /** Who a learner is to certifying boards, for points that they asked for. Never changed. */
  boardIdentity: entity('LEARNER#{learnerId}', 'MOC#{activityId}#{cycle}'),
  /** That a certifying board was told of points, and what it answered. */
  boardReport: entity('LEARNER#{learnerId}', 'REPORT#{activityId}#{cycle}#{board}'),
  /** What a learner allowed or withdrew, and on which words. Never changed. */
  consent: entity('LEARNER#{learnerId}', 'CONSENT#{purpose}#{number}'),
  /** That a learner’s account is to be erased, or was. */
  erasure: entity('LEARNER#{learnerId}', 'ERASURE'),
  /** A completed evaluation, without who gave it. By part of the activity, as what attempts leave is. */
  response: entity('RESPONSE#{part}', '{on}#{responseId}'),
  /** What a first attempt answered, without whose it was. Never changed. */
  firstAnswers: entity('ANSWERS#{part}', '{on}#{answersId}'),
  /** That an attempt passed or failed, in how many minutes, without whose it was. By part of the activity, because a live event brings many at once. Never changed. */
  sitting: entity('SITTING#{part}', '{on}#{sittingId}'),
  /** The award: its permanent natural key lets it exist once. */
  credit: entity('CREDIT#{learnerId}', '{activityId}#{cycle}'),
  /** The last link of a learner’s chain. By shard, so that an audit finds every ledger. */
  ledgerHead: entity('LEDGERS#{shard}', '{learnerId}'),
  /** A link of the learner’s hash chain. Never changed. */
  ledgerEntry: entity('LEDGER#{learnerId}', 'ENTRY#{seq}'),
  /** The signed head of a day over every ledger. Never changed. */
  dailyHead: entity('HEADS', '{day}'),
  /** The day of the newest head, so that each head follows one other. */
  newestHead: entity('NEWESTHEAD', 'DAY'),
  /** A shard that was read for the head of a day. Never changed. */
  headPart: entity('HEADPARTS#{day}', '{shard}'),
  /** What has become of a certificate. */
  certificate: entity('CERTIFICATE#{certificateId}', 'STATUS'),
  /** What a certificate says. Never changed. */
  snapshot: entity('CERTIFICATE#{certificateId}', 'VERSION#{version}'),
  /** Where a certificate stands in the status lists, and the salt of its credential. Never changed. */
  credential: entity('CREDENTIAL#{certificateId}', 'IDENTITY'),
  /** A credential that its holder has a wallet fetch. Forgotten soon after it expires. */
  walletOffer: entity('OFFER#{tokenHash}', 'OFFER'),
  /** Whose place in the status lists it is. Never changed. */
  statusEntry: entity('PLACE#{list}', '{index}'),
  /** Whether a certificate is revoked, or suspended, in its status list. */
  statusMark: entity('STATUS#{purpose}#{list}', '{index}'),
  /** A correction, revocation or suspension: what, why, who asked and who decided. */
  change: entity('CHANGE#{changeId}', 'CHANGE'),
  /** That a change or a batch was decided, so that lists find it. Never changed. */
  decided: entity('DECIDED#{year}', '{at}#{id}'),
  /** Many changes or awards that are decided together, and how far they are. */
  batch: entity('BATCH#{batchId}', 'BATCH'),
  /** One of a batch, and what became of it. */
  batchItem: entity('BATCH#{batchId}', 'ITEM#{number}'),
  /** A link to a part of the transcript, and how it stands. */
  share: entity('LEARNER#{learnerId}', 'SHARE#{shareId}'),
  /** Whose link a token opens. Never changed. */
  shareToken: entity('TRANSCRIPT#{tokenHash}', 'SHARE'),
  /** The certificate of a key that documents are signed with. */
  seal: entity('SEAL#{kid}', 'CERTIFICATE'),
  /** A file that staff bring in: what it is, and how far it is. */
  import: entity('IMPORTS', '{importId}'),
  /** A passage of an imported file. Forgotten after 30 days. */
  importPassage: entity('IMPORT#{importId}', 'FILE#{number}'),
  /** What was found of some rows before anything was written. Forgotten after 30 days. */
  importVerdicts: entity('IMPORT#{importId}', 'CHECK#{from}'),
  /** What became of some rows. Forgotten after 30 days. */
  importResults: entity('IMPORT#{importId}', 'RESULT#{from}'),
  /** Credit of before this system, as earlier records had it: no award. */
  earlierCredit: entity('LEARNER#{learnerId}', 'EARLIER#{creditId}'),
  /** Who did what, for staff and auditors. */
  audit: entity('AUDIT#{day}', '{at}#{entryId}'),
  /** An outbox item: work that a state change asked for. */
  work: entity('WORK#{workId}', 'WORK'),
  /** A mail that is to be sent, or was. */
  mail: entity('MAIL#{messageKey}', 'INTENT'),
  /** An address of the provider’s own that is told of events. */
  webhookEndpoint: entity('ENDPOINTS', '{endpointId}'),
  /** What the messages to an endpoint are signed with. */
  webhookSecret: entity('ENDPOINTSECRET#{endpointId}', 'SECRET'),
  /** A key of the provider’s own systems: what it may read, and whether it still does. */
  apiKey: entity('APIKEYS', '{keyId}'),
  /** Which key has a secret, by its hash. Never changed. */
  apiKeySecret: entity('APIKEYSECRET#{secretHash}', 'KEY'),
  /** A message to an endpoint, and how often it was tried. By shard, because a live event brings many at once. */
  delivery: entity('DELIVERIES#{endpointId}#{shard}', '{messageId}'),
  /** When something that runs again and again ran last. */
  pulse: entity('PULSE#{name}', 'LAST'),
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
  due: (kind: 'work' | 'mail' | 'erasure' | 'batch' | 'delivery' | 'import' | 'participation', shard: number): string =>
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
  boardReport: 'REPORTS',
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
