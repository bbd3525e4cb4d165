import { addressesOf } from '../../shared/domain/addresses.ts';
import { type Erasure, isOpen } from '../../shared/domain/erasure.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import { cleanName, type Learner } from '../../shared/domain/learner.ts';
import { type Account, checkMerge, checkSeparation, type Merge } from '../../shared/domain/merge.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Write } from '../../shared/ports.ts';
import { openSessions } from '../accounts/sessions.ts';
import type { LedgerEnd } from '../records/ledger.ts';
import type { Stored } from '../records/rows.ts';
import { changeMailKey } from '../views/change-mail-key.ts';
import { type Changing, type Deed, none } from './deed.ts';
import { proofOf } from './subject.ts';

interface Asked {
  readonly kind: Merge['kind'];
  readonly learnerId: LearnerId;
  readonly into: LearnerId;
  readonly reason: string;
  readonly by: string;
}

type Loaded = Account & {
  readonly stored: Stored<Learner>;
  /** Where its erasure stands, if one was ever asked for. */
  readonly erasure: Stored<Erasure> | undefined;
};

interface Ground {
  readonly from: Stored<Learner>;
  readonly into: Stored<Learner>;
  /** Where both ledgers ended before anything else was read. */
  readonly ends: readonly LedgerEnd[];
  /** That of neither account an erasure was asked for, kept back or gone on with since. */
  readonly erasuresUnchanged: readonly Write[];
}

const unknownLearner: Refusal = refuse({
  code: 'learner-unknown',
  message: 'There is no such learner.',
  remedy: 'Choose both accounts from the list.',
  field: '/learnerId',
});

/** A merging, or its undoing, as it is asked for. */
export const askedMerge = ({ by, reason, ...asked }: Asked, { ids, clock }: Changing): Merge => ({
  ...{ ...asked, changeId: ids.id(), reason: reason.trim() },
  ...{ proposedBy: cleanName(by), proposedAt: clock.now(), status: 'proposed' },
});

/** An account with what it and those that were merged into it hold. */
export async function accountOf(learnerId: LearnerId, capabilities: Changing): Promise<Loaded | undefined> {
  const { learners, credits, participations, erasures } = capabilities;
  const stored = await learners.byId(learnerId);
  if (!stored) return undefined;
  const ids = [learnerId, ...(stored.value.merged ?? [])];
  const [awards, courses, erasure] = await Promise.all([
    Promise.all(ids.map(credits.awards)),
    Promise.all(ids.map(participations.list)),
    erasures.of(learnerId),
  ]);
  return {
    ...{ stored, learner: stored.value, awards: awards.flat(), participations: courses.flat() },
    ...{ erasure, isBeingErased: isOpen(erasure?.value) },
  };
}

/**
 * Both accounts as they stand, or why they cannot be merged or separated. The ends of their ledgers are read first and written to
 * in the end: whoever claims or is attested credit meanwhile moves one of them on, and all of this is judged again. So it is where
 * an erasure is asked for meanwhile: an account that is to be erased goes into no other, since nobody would find it there to keep it.
 */
export async function examineMerge(change: Merge, capabilities: Changing): Promise<Ground | Refusal> {
  const ends = await Promise.all([change.learnerId, change.into].map(capabilities.ledger.end));
  const [from, into] = await Promise.all([
    accountOf(change.learnerId, capabilities),
    accountOf(change.into, capabilities),
  ]);
  if (!from || !into) return unknownLearner;
  const refusal =
    change.kind === 'merge'
      ? checkMerge(change, from, into)
      : checkSeparation(change, from.learner, into.learner, into.erasure?.value.status === 'closing');
  const erasuresUnchanged = [from, into].map(({ learner, erasure }) =>
    capabilities.erasures.unchanged(learner.learnerId, erasure),
  );
  return refusal ?? { from: from.stored, into: into.stored, ends, erasuresUnchanged };
}

/** Both accounts as they stand afterwards, and the addresses that lead elsewhere than before. */
function rearranged({ kind }: Merge, { from: { value: from }, into: { value: into } }: Pick<Ground, 'from' | 'into'>) {
  const moving = addressesOf(from);
  if (kind === 'merge') {
    const next: Learner = {
      ...into,
      otherEmails: [...(into.otherEmails ?? []), ...moving],
      merged: [...(into.merged ?? []), from.learnerId, ...(from.merged ?? [])],
    };
    return { from: { ...from, mergedInto: into.learnerId }, into: next, moving, to: into.learnerId };
  }
  const { mergedInto: _, ...alone } = from;
  const back = addressesOf(into).filter((address) => moving.includes(address));
  const [email = into.email, ...otherEmails] = addressesOf(into).filter((address) => !back.includes(address));
  const gone = [from.learnerId, ...(from.merged ?? [])];
  const merged = (into.merged ?? []).filter((account) => !gone.includes(account));
  return { from: alone, into: { ...into, email, otherEmails, merged }, moving: back, to: from.learnerId };
}

/** What a merged account had open: browsers are signed out, links to its transcript are withdrawn. */
async function closing(learnerId: LearnerId, { signIns, shares, clock }: Changing): Promise<readonly Write[]> {
  const now = clock.now();
  const sessions = (await openSessions(learnerId, { signIns })).map(({ sessionHash, session }) =>
    signIns.putSession(sessionHash, { ...session.value, endsAt: now }, session),
  );
  const links = await Promise.all(
    (await shares.list(learnerId)).map(async ({ shareId, withdrawnAt }) => {
      const share = withdrawnAt === undefined ? await shares.of(learnerId, shareId) : undefined;
      return share ? [shares.put({ ...share.value, withdrawnAt: now }, share)] : [];
    }),
  );
  return [...sessions, ...links.flat()];
}

/** A transaction takes a hundred writes; what an account had open beyond this is closed before it. */
const MOST_BESIDE = 50;

/**
 * Merges one account into another, or separates them again. No award, ledger or certificate moves or changes: both ledgers say
 * that the one is the other's, and whoever reads the one reads both from then on.
 */
export async function carryOutMerge(
  { change, before, beside = none }: Deed<Merge>,
  ground: Ground,
  capabilities: Changing,
): Promise<Merge> {
  const { changes, learners, ledger, outbox, table, clock } = capabilities;
  const { changeId, kind, learnerId, into, decidedBy = change.proposedBy } = change;
  const next = rearranged(change, ground);
  const open = kind === 'merge' ? await closing(learnerId, capabilities) : [];
  for (const write of open.slice(MOST_BESIDE)) await table.write([write]);
  const event = kind === 'merge' ? 'account.merged' : 'account.separated';
  const said = { learnerId, into, ...proofOf(change, capabilities) };
  const now = clock.now();
  const mail = { messageKey: changeMailKey(changeId), kind: event, learnerId: into, tries: 0 } as const;
  await table.write([
    ...ground.erasuresUnchanged,
    ...changes.settle(change, before),
    ...(await learners.put(next.from, ground.from)),
    ...(await learners.put(next.into, ground.into)),
    ...(await Promise.all(next.moving.map((email) => learners.lead(email, next.to)))),
    ...open.slice(0, MOST_BESIDE),
    ...ground.ends.flatMap((end) => ledger.appendTo(end, event, said, now)),
    outbox.putMail({ ...mail, status: 'queued', createdAt: now, dueAt: now }),
    ledger.audit(decidedBy, kind === 'merge' ? 'accounts.merged' : 'accounts.separated', {
      ...{ changeId, kind, learnerId, into },
    }),
    ...beside(change),
  ]);
  return change;
}

/** What a merging would do, for whoever asks for it and whoever approves it. */
export async function previewMerge(change: Merge, capabilities: Changing) {
  const [from, into] = await Promise.all([
    accountOf(change.learnerId, capabilities),
    accountOf(change.into, capabilities),
  ]);
  if (!from || !into) return unknownLearner;
  const examined = await examineMerge(change, capabilities);
  const open = await closing(change.learnerId, capabilities);
  return {
    ...{ from, into },
    sessions: open.filter(({ kind, ...write }) => kind === 'put' && 'row' in write && write.row.kind === 'session')
      .length,
    links: open.filter(({ kind, ...write }) => kind === 'put' && 'row' in write && write.row.kind === 'share').length,
    reasons: isRefusal(examined) ? examined.reasons : [],
  };
}
