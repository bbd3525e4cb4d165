import { type Access, isForKeys, isForStaff, type StaffAccess } from '../../shared/api/route.ts';
import { provedLately } from '../../shared/domain/sign-in.ts';
import type { Clock, Digests } from '../../shared/ports.ts';
import type { ApiKeys } from '../records/api-keys.ts';
import type { SignIns } from '../records/sign-ins.ts';
import type { StaffPrincipal, StaffRecords } from '../records/staff.ts';
import { byKey } from './by-key.ts';
import { sessionCookie, staffCookie } from './cookies.ts';
import { Interruption, problemReply, stepUpNeeded } from './reply.ts';
import { type ApiMiddleware, cookieOf } from './request.ts';

interface Needed {
  readonly signIns: SignIns;
  readonly staff: StaffRecords;
  readonly apiKeys: ApiKeys;
  readonly digests: Digests;
  readonly clock: Clock;
}

const refused = (status: 401 | 403, code: string, message: string, remedy: string): Interruption =>
  new Interruption(problemReply(status, [{ code, message, remedy }]));

/** The answer to whoever is not signed in, or not any more. */
export const notSignedIn = (): Interruption =>
  refused(
    401,
    'not-signed-in',
    'You are not signed in, or your session has ended.',
    'Sign in; you will come back to this page.',
  );

/** Refuses staff whose sign-in, role or time since their last passkey is not what the route wants. */
function checkStaff(access: StaffAccess, staff: StaffPrincipal | undefined, now: string): void {
  if (!staff) throw notSignedIn();
  if (access.by === 'code') return;
  if (staff.verifiedAt === undefined)
    throw refused(
      401,
      'passkey-needed',
      'Your address is proved, and your passkey is not yet.',
      'Sign in with your passkey, or make one if you have none.',
    );
  if (!access.staff.includes(staff.role))
    throw refused(
      403,
      'role-may-not',
      `This takes another role than ${staff.role}.`,
      `Ask somebody who is ${access.staff.join(' or ')}.`,
    );
  if (access.stepUp && !provedLately(staff.verifiedAt, now)) throw new Interruption(stepUpNeeded);
}

/** Finds out whose request it is, as the route's access demands. */
export const signedIn = (access: Access, needed: Needed): ApiMiddleware => ({
  before: async ({ event, context: { found } }) => {
    if (access === 'public') return;
    if (isForKeys(access)) return byKey(access, needed, event, found);
    const { signIns, staff, digests, clock } = needed;
    const secret = cookieOf(event, isForStaff(access) ? staffCookie : sessionCookie);
    const sessionHash = secret ? digests.sha256(secret) : undefined;
    if (isForStaff(access)) {
      const who = sessionHash && (await staff.principalOf(sessionHash));
      if (who) found.staff = who;
      checkStaff(access, found.staff, clock.now());
      return;
    }
    const session = sessionHash && (await signIns.sessionOf(sessionHash));
    if (session) found.principal = { learnerId: session.value.learnerId, sessionHash };
    if (access === 'learner' && !found.principal) throw notSignedIn();
  },
});
