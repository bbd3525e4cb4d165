import { epochMs, type Instant, type LearnerId, type Sha256 } from '../../shared/domain/kinds.ts';
import { type Challenge, type RateLimit, windowOf } from '../../shared/domain/sign-in.ts';
import type { Ciphers, Clock, Digests, Ids, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { keyFrom } from './key-from.ts';
import { forgetAfter, held, putRow, type Stored } from './rows.ts';

export interface Session {
  readonly learnerId: LearnerId;
  readonly startedAt: Instant;
  readonly endsAt: Instant;
  /** Which browser it was, in a few words; absent in sessions that began before they were kept. */
  readonly device?: string;
}

/** A challenge as it is kept: its address opens by the secret of the browser alone, which is kept as a hash. */
type KeptChallenge = Omit<Challenge, 'email'> & { readonly sealed: string };

/** Challenges, sessions and rate limits. Secrets of browsers are kept as hashes only. */
export interface SignIns {
  /** The challenge of a browser, by its secret. */
  challengeOf(browser: string): Promise<Stored<Challenge> | undefined>;
  putChallenge(browser: string, challenge: Challenge, before?: Stored<Challenge>): Write;
  /** The session of a cookie's secret, unless it has ended. */
  sessionOf(sessionHash: Sha256): Promise<Stored<Session> | undefined>;
  /** The writes that begin a session, and note it where the learner's sessions are found. */
  begin(sessionHash: Sha256, session: Session): readonly Write[];
  putSession(sessionHash: Sha256, session: Session, before: Stored<Session>): Write;
  /** A learner's sessions that the table has not forgotten, with the hashes that they stand under. */
  sessionsOf(learnerId: LearnerId): Promise<readonly (Session & { readonly sessionHash: Sha256 })[]>;
  /** Counts one more request; the seconds to wait when that is too many. */
  countAgainst(limit: RateLimit, who: string): Promise<number | undefined>;
}

interface Needed {
  readonly table: Table;
  readonly clock: Clock;
  readonly digests: Digests;
  readonly ciphers: Ciphers;
  readonly ids: Ids;
}

export function signIns({ table, clock, digests, ciphers, ids }: Needed): SignIns {
  const challengeKey = (browser: string) => entities.challenge.keyOf({ browserHash: digests.sha256(browser) });
  const addressBy = (browser: string) => ({ key: keyFrom(digests, 'address', browser), place: 'challenge' });
  const putSession = (sessionHash: Sha256, session: Session, before?: Stored<Session>): Write =>
    putRow(entities.session.keyOf({ sessionHash }), 'session', session, before, forgetAfter(session.endsAt));

  return {
    challengeOf: async (browser) => {
      const kept = held<KeptChallenge>(await table.get(challengeKey(browser)));
      // One of before they were sealed is ten minutes old at most: a new code is asked for.
      if (kept?.value.sealed === undefined) return undefined;
      const { sealed, ...challenge } = kept.value;
      return { value: { ...challenge, email: ciphers.open(sealed, addressBy(browser)) }, rev: kept.rev };
    },
    putChallenge: (browser, { email, ...challenge }, before) => {
      const sealed = ciphers.seal(email, { ...addressBy(browser), nonce: ids.secret() });
      const kept: KeptChallenge = { ...challenge, sealed };
      return putRow(challengeKey(browser), 'challenge', kept, before, forgetAfter(challenge.expiresAt));
    },
    sessionOf: async (sessionHash) => {
      const session = held<Session>(await table.get(entities.session.keyOf({ sessionHash })));
      return session && clock.now() < session.value.endsAt ? session : undefined;
    },
    begin: (sessionHash, session) => {
      const { learnerId, endsAt } = session;
      const key = entities.signIn.keyOf({ learnerId, sessionHash });
      return [
        putSession(sessionHash, session),
        putRow(key, 'signIn', { ...session, sessionHash }, undefined, forgetAfter(endsAt)),
      ];
    },
    putSession,
    sessionsOf: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'SESSION#' });
      return rows
        .flatMap((row) => held<Session & { readonly sessionHash: Sha256 }>(row)?.value ?? [])
        .filter(({ endsAt }) => clock.now() < endsAt);
    },
    countAgainst: async (limit, who) => {
      const now = clock.now();
      const { start, end } = windowOf(limit, now);
      const key = entities.rate.keyOf({ scope: limit.scope, who: digests.sha256(who), window: String(start) });
      // Kept for a window more: by a clock that is slow this one goes on for a while, and must not begin to count anew.
      const count = await table.count(key, 1, Math.ceil((end + limit.windowMs) / 1_000));
      return count > limit.limit ? Math.max(1, Math.ceil((end - epochMs(now)) / 1_000)) : undefined;
    },
  };
}
