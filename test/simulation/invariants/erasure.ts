import { type Erasure, isOpen } from '../../../shared/domain/erasure.ts';
import { DAY, epochMs, MINUTE } from '../../../shared/domain/kinds.ts';
import type { Row } from '../../../shared/ports.ts';
import { unsealed } from '../../support/unsealed.ts';
import { type Contents, dataOf, type Say } from '../contents.ts';
import { simulatedCiphers } from '../ports/simulated-ciphers.ts';
import type { Witness } from '../witness.ts';
import type { World } from '../world.ts';

/** How long learners may think better of it (ADR 26). */
const GRACE_MS = 7 * DAY;
/** Two clocks may be wrong by ten minutes each. */
const APART_MS = 20 * MINUTE;
/** A mail that was composed before may still be on its way. */
const ON_ITS_WAY_MS = 2 * MINUTE;

/** What accreditors demand for years: no erasure writes over it (ADR 26). */
const retentionCore: ReadonlySet<string> = new Set([
  ...['credit', 'snapshot', 'certificate', 'credential', 'statusEntry', 'statusMark', 'change', 'decided'],
  ...['ledgerEntry', 'ledgerHead', 'consent', 'boardReport', 'audit', 'response', 'sitting', 'firstAnswers'],
]);

/**
 * The rows as they would be had nobody been erased: what was taken of learners, put back under the keys of then. Erasing takes away what
 * is personal and changes nothing else, so that everything else holds of these as if nothing had been.
 */
export function asIfKept(world: World): { readonly rows: readonly Row[]; readonly keyRows: readonly Row[] } {
  const putBack = new Set(['learner', 'attempt', 'participation', 'boardIdentity', 'dataKey']);
  const taken = new Map(
    world.erasures.taken.filter(({ kind }) => putBack.has(String(kind))).map((row) => [`${row.pk} ${row.sk}`, row]),
  );
  const kept = (row: Row): Row => taken.get(`${row.pk} ${row.sk}`) ?? row;
  if (taken.size === 0) return { rows: world.table.rows(), keyRows: world.keyTable.rows() };
  return { rows: world.table.rows().map(kept), keyRows: world.keyTable.rows().map(kept) };
}

/** The accounts of whoever is erased with an account: itself, and those that were merged into it. */
const accountsOfErased = ({ learners }: Contents, learnerId: string): readonly string[] => [
  learnerId,
  ...(learners.find((one) => one.learnerId === learnerId)?.merged ?? []),
];

/** Whether an account is erased, or closed to be. */
export const isErased = (contents: Contents, learnerId: string): boolean =>
  contents.erasures.some(
    ({ status, learnerId: erased }) =>
      (status === 'done' || status === 'closing') && accountsOfErased(contents, erased).includes(learnerId),
  );

/** Whether something of an account waits where staff see it. */
function waitsForStaff({ states, snapshots, participations, work }: Contents, accounts: readonly string[]): boolean {
  const certificates = snapshots.filter(({ learnerId }) => accounts.includes(learnerId));
  return (
    states.some(
      ({ status, certificateId }) =>
        status === 'parked' && certificates.some((snapshot) => snapshot.certificateId === certificateId),
    ) ||
    participations.some(({ learnerId, parked }) => parked && accounts.includes(learnerId)) ||
    work.some(({ status, input }) => status === 'parked' && accounts.includes(input.learnerId))
  );
}

type Held = Readonly<Record<string, unknown>>;
const isEmpty = (thing: unknown): boolean => thing === undefined || Object.keys(Object(thing)).length === 0;

/** What of a row must be gone once its learner is erased, by its kind; whether it is. */
const blanks: Readonly<Record<string, (held: Held, row: Row) => boolean>> = {
  learner: ({ learnerId: _, createdAt: __, erasedAt, email, ...rest }) =>
    erasedAt !== undefined && email === '' && isEmpty(rest),
  attempt: ({ sealed, answers, grade, feedback }) =>
    sealed === undefined && isEmpty(answers) && grade === undefined && feedback === undefined,
  participation: ({ certificateId, title }) => certificateId !== undefined || title === '',
  boardIdentity: ({ sealed, identities }) => sealed === undefined && isEmpty(identities),
  share: ({ withdrawnAt }) => withdrawnAt !== undefined,
  // What the mail service reports later may say once more why a mail came back; not to whom.
  mail: ({ status }) => !['queued', 'leased', 'parked'].includes(String(status)),
  address: () => false,
  dataKey: ({ key }) => key === undefined,
  directoryCard: ({ person }) => person === undefined,
  // Where they stood is forgotten soon, since it cannot be deleted.
  directoryEntry: (_, { expiresAt }) => expiresAt !== undefined,
};

/** Nothing is left of whoever was erased but what must be, in rows and under the keys of now. */
function checkLeft(erasure: Erasure, accounts: readonly string[], contents: Contents, world: World, say: Say): void {
  const rows = [...world.table.rows(), ...world.keyTable.rows()];
  for (const row of rows) {
    const held = dataOf<Held | undefined>(row.data) ?? {};
    const owner = accounts.find((account) => held.learnerId === account || row.sk.endsWith(`#${account}`));
    if (owner === undefined || blanks[String(row.kind)]?.(held, row) !== false) continue;
    say(`${owner} is erased, and something is left in ${row.kind}`);
  }
  for (const { kind, data } of rows) {
    const { learnerId, endsAt } =
      dataOf<{ readonly learnerId?: string; readonly endsAt?: string } | undefined>(data) ?? {};
    if (kind !== 'session' || !accounts.includes(learnerId ?? '') || !endsAt) continue;
    if (epochMs(endsAt) > epochMs(erasure.doneAt ?? '') + APART_MS) say(`${learnerId} is erased and signed in`);
  }
  // Whoever signed in again by the same address has an account that knows nothing of the one before.
  const anew = new Set(contents.learners.map(({ learnerId }) => learnerId).filter((one) => !accounts.includes(one)));
  const open = unsealed(world.table.rows(), world.keyTable.rows(), simulatedCiphers).filter(
    ({ kind, data }) =>
      !['challenge', 'reply'].includes(String(kind)) && !anew.has(String(dataOf<Held | undefined>(data)?.learnerId)),
  );
  const emails = contents.learners.filter(({ learnerId }) => accounts.includes(learnerId)).map(({ email }) => email);
  for (const { kind, data } of open) {
    const { sealed: _, ...readable } = Object(data);
    const text = JSON.stringify(readable);
    for (const email of emails) if (text.includes(email)) say(`${email} was erased, and stands in ${kind}`);
  }
}

/**
 * An erasure that was asked for and not taken back is done when its days of grace are over, or waits for what staff see; what was taken
 * back is not erased. Afterwards nothing that names the person is left but what accreditors demand, which it did not touch.
 */
export function checkErasures(contents: Contents, witness: Witness, world: World, say: Say): void {
  const statusOf = (account: string): Erasure['status'] | undefined =>
    contents.erasures.find(({ learnerId }) => learnerId === account)?.status;
  for (const { account, kept } of witness.erasures) {
    const status = statusOf(account);
    if (kept === 'no' && status !== 'done' && status !== 'asked' && status !== 'closing')
      say(`The erasure of ${account} was asked for and acknowledged, and it is ${status}`);
    if (kept === 'yes' && status !== 'withdrawn')
      say(`${account} was told that the account is kept, and its erasure is ${status}`);
  }
  for (const { kind } of world.erasures.taken)
    if (retentionCore.has(String(kind))) say(`An erasure wrote over what must be kept: ${kind}`);
  for (const erasure of contents.erasures) {
    const { learnerId, askedAt, doneAt, waitsFor } = erasure;
    const accounts = accountsOfErased(contents, learnerId);
    if (isOpen(erasure) && !(waitsFor !== undefined && waitsForStaff(contents, accounts)))
      say(`The erasure of ${learnerId} is ${erasure.status} and ${waitsFor ?? 'waits for nothing'}`);
    if (erasure.status !== 'done') continue;
    if (!doneAt || epochMs(doneAt) - epochMs(askedAt) < GRACE_MS - APART_MS)
      say(`${learnerId} was erased before the days of grace were over`);
    checkLeft(erasure, accounts, contents, world, say);
    const lastMs = (world.erasures.doneAtMs.get(learnerId) ?? Number.POSITIVE_INFINITY) + ON_ITS_WAY_MS;
    for (const { messageKey, atMs } of world.mailFates.taken) {
      const mail = contents.mail.find((intent) => intent.messageKey === messageKey);
      if (mail && accounts.includes(mail.learnerId) && atMs > lastMs)
        say(`${messageKey} was mailed to somebody who was erased`);
    }
  }
}
