import { namedIn } from '../../shared/domain/audit.ts';
import { closed, done, type Erasure, isOpen, underWay, waiting } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import { reminderKey } from '../../shared/domain/reminder.ts';
import type { Write } from '../../shared/ports.ts';
import { openSessions } from '../accounts/sessions.ts';
import type { Capabilities } from '../capabilities.ts';
import { found } from '../found.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { ShreddedError } from '../records/sealing.ts';
import { awardMailKey } from '../views/award-mail-key.ts';
import { changeMailKey } from '../views/change-mail-key.ts';

type Erasing = Capabilities<Record<never, never>>;

/** What a look at an erasure came to. */
export type Looked = 'closed' | 'done' | 'waiting' | 'not-due';

/**
 * Goes on with an erasure that is due: closes the account, and minutes later takes away what no accreditor demands. What is
 * under way ends first. Each part may run again after a crash: it finds what it has done, and the key is destroyed last.
 */
export async function eraseIfDue(learnerId: LearnerId, capabilities: Erasing): Promise<Looked> {
  const { erasures, learners, participations, credits, certificates, table, clock } = capabilities;
  const before = await erasures.of(learnerId);
  const now = clock.now();
  if (!before || !isOpen(before.value) || before.value.dueAt > now) return 'not-due';
  const accounts = await learners.accountsOf(learnerId);
  const courses = (await Promise.all(accounts.map(participations.list))).flat();
  const awards = await credits.awardsOf(accounts);
  const certified = await found(
    awards.map(({ certificateId }) => certificateId),
    certificates.byId,
  );
  const waitsFor = underWay(courses, certified);
  if (waitsFor !== undefined) {
    await table.write([erasures.put(waiting(before.value, waitsFor, now), before)]);
    return 'waiting';
  }
  if (before.value.status === 'asked') {
    await close(before, accounts, capabilities);
    return 'closed';
  }
  await shred(before, accounts, capabilities);
  return 'done';
}

/** Every address of an account; none where its key was destroyed before the records were brought back. Those lead nowhere. */
async function addressesOf(learnerId: LearnerId, learners: Erasing['learners']): Promise<readonly string[]> {
  try {
    const { email, otherEmails = [] } = required(await learners.byId(learnerId), `The learner ${learnerId}`).value;
    return [email, ...otherEmails];
  } catch (error) {
    if (error instanceof ShreddedError) return [];
    throw error;
  }
}

/** Frees the address and signs every browser out. From here on nobody begins anything as this learner. */
async function close(before: Stored<Erasure>, accounts: readonly LearnerId[], capabilities: Erasing): Promise<void> {
  const { learners, erasures, table, clock } = capabilities;
  const { learnerId } = before.value;
  const released = await Promise.all(
    (await addressesOf(learnerId, learners)).map((address) => learners.release(learnerId, address)),
  );
  await table.write([...released.flat(), erasures.put(closed(before.value, clock.now()), before)]);
  for (const account of accounts) await signOut(account, capabilities);
}

async function signOut(learnerId: LearnerId, { signIns, table, clock }: Erasing): Promise<void> {
  for (const { sessionHash, session } of await openSessions(learnerId, { signIns }))
    await table.write([signIns.putSession(sessionHash, { ...session.value, endsAt: clock.now() }, session)]);
}

/**
 * Takes away everything but the retention core, then the key, by which every copy of it in every backup is taken away too. Accounts
 * that were merged into it go first: it is by this one that they are found.
 */
async function shred(before: Stored<Erasure>, accounts: readonly LearnerId[], capabilities: Erasing): Promise<void> {
  const { erasures, ledger, table, clock } = capabilities;
  const { learnerId } = before.value;
  for (const account of accounts.toReversed()) await shredAccount(account, before.value, capabilities);
  await table.write([
    erasures.put(done(before.value, clock.now()), before),
    ledger.audit('system', 'learner.erased', { learnerId }),
  ]);
}

async function shredAccount(account: LearnerId, erasure: Erasure, capabilities: Erasing): Promise<void> {
  const { learners, participations, boardIdentities, imports, dataKeys, table, clock } = capabilities;
  // Whoever was entering a code as the account was closed has their session by now.
  await signOut(account, capabilities);
  const writes = [
    ...(await withdrawnShares(account, capabilities)),
    ...(await participations.blanks(account)),
    ...(await boardIdentities.blanks(account)),
    ...(await imports.blanks(account)),
    ...(await blankMails(account, erasure, capabilities)),
  ];
  // Singly: they are of one learner who is gone, and need not hold together.
  await found(writes, (write) => table.write([write]));
  // In one: what the directory says of a learner is found by what it says, and nothing else would find it again.
  const gone = await learners.blank(account, clock.now());
  if (gone.length > 0) await table.write(gone);
  await dataKeys.destroy(account);
}

/** Links to a transcript would show its bearer's name to whoever has them. */
async function withdrawnShares(learnerId: LearnerId, { shares, clock }: Erasing): Promise<readonly Write[]> {
  const made = await found(
    (await shares.list(learnerId)).filter(({ withdrawnAt }) => withdrawnAt === undefined),
    ({ shareId }) => shares.of(learnerId, shareId),
  );
  return made.map((share) => shares.put({ ...share.value, withdrawnAt: clock.now() }, share));
}

/** Mails that wait are not sent any more; what the mail service said of the others may name the address. */
async function blankMails(
  account: LearnerId,
  { messageKey }: Erasure,
  { ledger, outbox, participations }: Erasing,
): Promise<readonly Write[]> {
  const [entries, courses] = await Promise.all([ledger.of(account), participations.list(account)]);
  const { certificateIds, changeIds } = namedIn(entries);
  const reminders = courses.filter(({ reminder }) => reminder?.mailed).map(reminderKey);
  const keys = [messageKey, ...certificateIds.map(awardMailKey), ...changeIds.map(changeMailKey), ...reminders];
  return (await found(keys, outbox.mail)).flatMap((mail) => {
    const { problem, serviceId, formerIds, reported, ...rest } = mail.value;
    const waits = ['queued', 'leased', 'parked'].includes(rest.status);
    if (!waits && [problem, serviceId, formerIds, reported].every((said) => said === undefined)) return [];
    return [outbox.putMail({ ...rest, ...(waits && { status: 'withdrawn' as const }) }, mail)];
  });
}
