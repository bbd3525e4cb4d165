import type { Access } from '../../shared/api/route.ts';
import type { Digests } from '../../shared/ports.ts';
import type { SignIns } from '../records/sign-ins.ts';
import { sessionCookie } from './cookies.ts';
import { Interruption, problemReply } from './reply.ts';
import { type ApiMiddleware, cookieOf } from './request.ts';

/** Finds out whose request it is, as the route's access demands. */
export const signedIn = (
  access: Access,
  { signIns, digests }: { signIns: SignIns; digests: Digests },
): ApiMiddleware => ({
  before: async ({ event, context: { found } }) => {
    if (access === 'public') return;
    const secret = cookieOf(event, sessionCookie);
    if (secret) {
      const sessionHash = digests.sha256(secret);
      const session = await signIns.sessionOf(sessionHash);
      if (session) found.principal = { learnerId: session.value.learnerId, sessionHash };
    }
    if (access === 'learner' && !found.principal)
      throw new Interruption(
        problemReply(401, [
          {
            code: 'not-signed-in',
            message: 'You are not signed in, or your session has ended.',
            remedy: 'Sign in; you will come back to this page.',
          },
        ]),
      );
  },
});
