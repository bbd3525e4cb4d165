import type { Sha256 } from '../../shared/domain/kinds.ts';
import type { Digests } from '../../shared/ports.ts';
import type { OpenSession } from '../accounts/sessions.ts';

/** What a session is called outside: nothing by which its row could be asked for. */
export const sessionIdOf = (sessionHash: Sha256, { digests }: { readonly digests: Digests }): string =>
  digests.sha256(`session ${sessionHash}`);

/** A browser in which the learner is signed in, as they see it. @param here the session that asks */
export const sessionView = (
  { sessionHash, session: { value } }: OpenSession,
  here: Sha256,
  needed: { readonly digests: Digests },
) => ({
  ...{ sessionId: sessionIdOf(sessionHash, needed), startedAt: value.startedAt, isThis: sessionHash === here },
  ...(value.device !== undefined && { device: value.device }),
});
