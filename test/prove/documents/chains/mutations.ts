import { nodeDigests } from '../../../../functions/adapters/system.ts';
import { signHead } from '../../../../shared/documents/signed-head.ts';
import { type CertificateSnapshot, snapshotText } from '../../../../shared/domain/certificate.ts';
import type { SignedHead } from '../../../../shared/domain/daily-head.ts';
import { chain, type LedgerEntry, type LedgerFact } from '../../../../shared/domain/ledger.ts';
import { type Award, awardText } from '../../../../shared/domain/wallet.ts';
import type { LedgerEvents } from '../../../../shared/events.ts';
import type { Row } from '../../../../shared/ports.ts';
import { entities, shardOf } from '../../../../shared/table.ts';
import { createMemorySigner } from '../../../simulation/ports/memory-signer.ts';
import type { Random } from '../../../simulation/random.ts';
import { changedLeaf } from '../../../support/tampering.ts';
import type { Hand } from './hand.ts';

const { sha256 } = nodeDigests();

/** A way to tamper with a store. @returns what was done, told so that it can be looked at; nothing when it changed nothing. */
export type Mutation = (hand: Hand, random: Random) => Promise<string | undefined>;

const where = ({ pk, sk }: Row): string => `${pk} ${sk}`;
const entriesOf = (hand: Hand): readonly (readonly Row[])[] =>
  Object.values(Object.groupBy(hand.rows('ledgerEntry'), ({ pk }) => pk)).flatMap((rows) => (rows ? [rows] : []));
const entryIn = (row: Row): LedgerEntry => row.data as unknown as LedgerEntry;

/** Which work issues a certificate is no record of credit, and no ledger tells it. */
const bookkeeping: readonly string[] = ['workId'];

/** Alters one value of a row of a kind, or takes it away. */
const altered =
  (kind: string): Mutation =>
  async (hand, random) => {
    const row = random.pick(hand.rows(kind));
    const { data, path } = changedLeaf(row.data, [random.fraction(), random.fraction()]);
    if (bookkeeping.includes(path) || JSON.stringify(data) === JSON.stringify(row.data)) return undefined;
    await hand.put(row, data);
    return `${where(row)} ${path}`;
  };

const takenAway =
  (kind: string): Mutation =>
  async (hand, random) => {
    const row = random.pick(hand.rows(kind));
    hand.lose(row);
    return where(row);
  };

/** Two rows of a kind hold what the other held. */
const swapped =
  (kind: string): Mutation =>
  async (hand, random) => {
    const rows = hand.rows(kind);
    const [one, other] = [random.pick(rows), random.pick(rows)];
    if (JSON.stringify(one.data) === JSON.stringify(other.data)) return undefined;
    await hand.put(one, other.data);
    await hand.put(other, one.data);
    return `${where(one)} and ${where(other)}`;
  };

/** A ledger with other facts, chained from its beginning with every hash made right, its head included. */
async function chainAnew(hand: Hand, rows: readonly Row[], facts: readonly LedgerFact[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { learnerId } = entryIn(first);
  for (const row of rows) hand.lose(row);
  let last: LedgerEntry | undefined;
  for (const fact of facts) {
    last = chain(sha256, learnerId, last, fact);
    await hand.put({ ...first, ...entities.ledgerEntry.keyOf(last) }, last);
  }
  const head = hand.rows('ledgerHead').find(({ sk }) => sk === learnerId);
  if (head && last) await hand.put(head, { learnerId, seq: last.seq, hash: last.hash });
}

/** Events that no other row has the hash of: an insider who knows the code alters these and leaves no trace in the table. */
const alone: readonly string[] = ['attempt.passed', 'attempt.failed', 'evaluation.completed', 'credit.claimed'];

/** An insider alters, drops, doubles or moves an event, and makes every hash after it right. */
const eventChained: Mutation = async (hand, random) => {
  const rows = random.pick(entriesOf(hand));
  const facts = rows.map(entryIn).map(({ type, at, data }): LedgerFact => ({ type, at, data }));
  const places = facts.flatMap(({ type }, at) => (alone.includes(type) ? [at] : []));
  const at = random.pick(places);
  const fact = facts[at];
  if (!fact) return undefined;
  const ways: Readonly<Record<string, readonly LedgerFact[]>> = {
    altered: facts.with(at, { ...fact, data: { ...fact.data, score: random.below(1_000) + 101 } }),
    redated: facts.with(at, { ...fact, at: `2026-01-0${1 + random.below(9)}T00:00:00.000Z` }),
    dropped: facts.toSpliced(at, 1),
    doubled: facts.toSpliced(at, 0, { ...fact, at: '2026-01-01T00:00:00.000Z' }),
  };
  const way = random.pick(Object.keys(ways));
  const changed = ways[way] ?? facts;
  if (changed.length === 0) return undefined;
  await chainAnew(hand, rows, changed);
  return `${rows[0]?.pk} ${way} ${at + 1}`;
};

/** An insider gives somebody more credit: in the award, on the certificate, in the events, with every hash made right. */
const creditChained: Mutation = async (hand, random) => {
  const plain = entriesOf(hand).filter((rows) => {
    const types = rows.map((row) => entryIn(row).type);
    return types.includes('certificate.issued') && !types.some((type) => /corrected|revoked|suspended/.test(type));
  });
  const rows = random.pick(plain);
  const learnerId = entryIn(rows[0] as Row).learnerId;
  const more = 25 * (1 + random.below(40));
  const raised = <Held extends { readonly credits: readonly { readonly amount: number }[] }>(held: Held): Held => ({
    ...held,
    credits: held.credits.map((credit) => ({ ...credit, amount: credit.amount + more })),
  });
  const creditRow = hand.rows('credit').find(({ pk }) => pk === `CREDIT#${learnerId}`);
  const award = creditRow && raised(creditRow.data as unknown as Award);
  const snapshotRow = hand.rows('snapshot').find(({ pk }) => pk === `CERTIFICATE#${award?.certificateId}`);
  if (!creditRow || !award || !snapshotRow) return undefined;
  const snapshot = raised(snapshotRow.data as unknown as CertificateSnapshot);
  await hand.put(creditRow, award);
  await hand.put(snapshotRow, snapshot);
  const facts = rows.map(entryIn).map(({ type, at, data }): LedgerFact => {
    if (type === 'credit.awarded') {
      const event = raised(data as unknown as LedgerEvents['credit.awarded']);
      return { type, at, data: { ...event, award: sha256(awardText(award)) } as unknown as LedgerFact['data'] };
    }
    if (type !== 'certificate.issued') return { type, at, data };
    return { type, at, data: { ...data, snapshot: sha256(snapshotText(snapshot)) } };
  });
  await chainAnew(hand, rows, facts);
  return `${learnerId} has ${more} hundredths more`;
};

/** Whatever the table holds of a learner is taken away: ledger, award, certificates. */
const learnerTakenAway: Mutation = async (hand, random) => {
  const head = random.pick(hand.rows('ledgerHead'));
  const certificates = hand
    .rows('snapshot')
    .filter(({ data }) => (data as { learnerId?: string }).learnerId === head.sk)
    .map(({ pk }) => pk);
  const gone = [`LEDGER#${head.sk}`, `CREDIT#${head.sk}`, ...certificates];
  for (const kind of ['ledgerEntry', 'credit', 'certificate', 'snapshot'])
    for (const row of hand.rows(kind)) if (gone.includes(row.pk)) hand.lose(row);
  hand.lose(head);
  return head.sk;
};

/** An entry is put behind the last one, or an award beside the others, that no function wrote. */
const putIn: Mutation = async (hand, random) => {
  if (random.chance(0.5)) {
    const row = random.pick(hand.rows('credit'));
    const { learnerId } = row.data as unknown as Award;
    const award = { ...(row.data as object), activityId: `forged-${random.below(1_000)}` };
    await hand.put({ ...row, ...entities.credit.keyOf({ learnerId, activityId: award.activityId, cycle: 1 }) }, award);
    return `an award of ${learnerId}`;
  }
  const last = entryIn(random.pick(entriesOf(hand)).at(-1) as Row);
  const fact = { type: random.pick(alone), at: '2026-03-20T00:00:00.000Z', data: {} };
  const entry = chain(sha256, last.learnerId, last, fact);
  const [some] = hand.rows('ledgerEntry');
  await hand.put({ ...(some as Row), ...entities.ledgerEntry.keyOf(entry) }, entry);
  return `an entry of ${last.learnerId}`;
};

/** A head that says otherwise and that the provider's own key signed; its document is locked. */
const headSignedAnew: Mutation = async (hand, random) => {
  const row = random.pick(hand.rows('dailyHead'));
  const { signature: _, ...head } = row.data as unknown as SignedHead;
  const shard = random.below(head.shards.length);
  const root = sha256(String(random.fraction()));
  const shards = head.shards.map((one, at) => (at === shard ? { ...one, root } : one));
  await hand.put(row, await signHead({ ...head, shards }, createMemorySigner()));
  return `${where(row)} shard ${shard}`;
};

/** A head stands under another day, as if it were that day's. */
const headCopied: Mutation = async (hand, random) => {
  const row = random.pick(hand.rows('dailyHead'));
  const day = `2026-03-${String(1 + random.below(30)).padStart(2, '0')}`;
  if (day === row.sk) return undefined;
  await hand.put({ ...row, sk: day }, row.data);
  return `${where(row)} as ${day}`;
};

/** A bit of a signature is turned. */
const signatureTurned: Mutation = async (hand, random) => {
  const row = random.pick(hand.rows('dailyHead'));
  const head = row.data as unknown as SignedHead;
  const at = head.signature.lastIndexOf('.') + 1;
  const bytes = Buffer.from(head.signature.slice(at), 'base64url');
  const bit = random.below(8 * bytes.length);
  bytes[Math.floor(bit / 8)] = (bytes[Math.floor(bit / 8)] ?? 0) ^ (1 << (bit % 8));
  await hand.put(row, { ...head, signature: `${head.signature.slice(0, at)}${bytes.toString('base64url')}` });
  return `${where(row)} bit ${bit}`;
};

const lists = ({ documents }: Hand): readonly string[] =>
  [...documents.keys()].filter((key) => /^heads\/.+\.txt$/.test(key));

/** A byte of a list, or of a head's document, is another, is missing, or is put in. */
const fileAltered =
  (files: (hand: Hand) => readonly string[]): Mutation =>
  async (hand, random) => {
    const key = random.pick(files(hand));
    const before = hand.documents.get(key)?.bytes ?? new Uint8Array();
    const at = random.below(before.length + 1);
    const byte = 32 + random.below(90);
    const cut = random.below(Math.min(2, before.length + 1));
    const after = Buffer.concat([before.subarray(0, at), Buffer.of(byte), before.subarray(at + cut)]);
    if (Buffer.compare(after, before) === 0) return undefined;
    hand.putDocument(key, after);
    return `${key} at ${at}`;
  };

const fileLost =
  (files: (hand: Hand) => readonly string[]): Mutation =>
  async (hand, random) => {
    const key = random.pick(files(hand));
    hand.loseDocument(key);
    return key;
  };

/** A learner's line in a list is that of another learner, or of another entry. */
const lineAltered: Mutation = async (hand, random) => {
  const key = random.pick(lists(hand).filter((each) => (hand.documents.get(each)?.bytes.length ?? 0) > 0));
  const lines = Buffer.from(hand.documents.get(key)?.bytes ?? [])
    .toString()
    .trimEnd()
    .split('\n');
  const entry = entryIn(random.pick(random.pick(entriesOf(hand))));
  const line = `${entry.learnerId} ${entry.seq} ${entry.hash}`;
  const at = random.below(lines.length);
  if (lines[at] === line) return undefined;
  hand.putDocument(key, Buffer.from(`${lines.with(at, line).join('\n')}\n`));
  return `${key} line ${at + 1} (shard ${shardOf(entry.learnerId)})`;
};

const headDocuments = ({ documents }: Hand): readonly string[] =>
  [...documents.keys()].filter((key) => /^heads\/[\d-]+\.json$/.test(key));

const proven = ['ledgerEntry', 'ledgerHead', 'credit', 'snapshot', 'certificate', 'change', 'dailyHead'];

/** Every way to tamper, by what is said of it. */
export const mutations: Readonly<Record<string, Mutation>> = {
  ...Object.fromEntries(proven.map((kind) => [`a value of a ${kind} altered`, altered(kind)])),
  ...Object.fromEntries(proven.map((kind) => [`a ${kind} taken away`, takenAway(kind)])),
  ...Object.fromEntries(
    ['ledgerEntry', 'credit', 'snapshot', 'dailyHead'].map((kind) => [`two of ${kind} swapped`, swapped(kind)]),
  ),
  'an event altered, and all chained anew': eventChained,
  'more credit given, and all chained anew': creditChained,
  'a learner taken away whole': learnerTakenAway,
  'an entry or award put in': putIn,
  'a head signed anew': headSignedAnew,
  'a head put under another day': headCopied,
  'a bit of a signature turned': signatureTurned,
  'a line of a list altered': lineAltered,
  'a byte of a list altered': fileAltered(lists),
  'a list lost': fileLost(lists),
  'a head’s document altered': fileAltered(headDocuments),
  'a head’s document lost': fileLost(headDocuments),
};
