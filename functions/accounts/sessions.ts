import type { LearnerId, Sha256 } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';
import type { Session } from '../records/sign-ins.ts';

type Ending = Pick<Capabilities<Record<never, never>>, 'signIns' | 'ledger' | 'table' | 'clock'>;

/** A browser in which a learner is signed in. */
export interface OpenSession {
  readonly sessionHash: Sha256;
  readonly session: Stored<Session>;
}

/** Where a learner is signed in now, the latest first. */
export async function openSessions(
  learnerId: LearnerId,
  { signIns }: Pick<Ending, 'signIns'>,
): Promise<readonly OpenSession[]> {
  const begun = await signIns.sessionsOf(learnerId);
  // Whoever signed out ended the session, and not the note that it began.
  const found = await Promise.all(
    begun.map(async ({ sessionHash }) => ({ sessionHash, session: await signIns.sessionOf(sessionHash) })),
  );
  return found
    .flatMap(({ sessionHash, session }) => (session ? [{ sessionHash, session }] : []))
    .toSorted((a, b) => b.session.value.startedAt.localeCompare(a.session.value.startedAt));
}

/** A transaction takes a hundred writes. */
const AT_ONCE = 50;

/** Ends sessions, with who did it in the audit trail; says how many. A repeat finds none of them any more, and ends nothing. */
export async function endSessions(
  learnerId: LearnerId,
  sessions: readonly OpenSession[],
  by: string,
  { signIns, ledger, table, clock }: Ending,
): Promise<number> {
  for (let from = 0; from < sessions.length; from += AT_ONCE) {
    const some = sessions.slice(from, from + AT_ONCE);
    await table.write([
      ...some.map(({ sessionHash, session }) =>
        signIns.putSession(sessionHash, { ...session.value, endsAt: clock.now() }, session),
      ),
      ledger.audit(by, 'learner.sessions-ended', { learnerId, ended: some.length }),
    ]);
  }
  return sessions.length;
}
