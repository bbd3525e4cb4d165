import { isForKeys, isForStaff, type Route } from '../../../../shared/api/route.ts';
import { roles } from '../../../../shared/domain/staff.ts';
import type { Caller, LivingStore } from '../living-store.ts';

/** Every way of asking that there is: whoever lives in the store, and secrets that are carried where they do not belong. */
export function callersOf({ callers, programs }: LivingStore): Readonly<Record<string, Caller>> {
  const learners = callers.own.cookies['__Host-session'] ?? '';
  const owners = callers.owner.cookies['__Host-staff'] ?? '';
  return {
    ...callers,
    'a learner’s session as staff’s': { cookies: { '__Host-staff': learners } },
    'staff’s session as a learner’s': { cookies: { '__Host-session': owners } },
    'a learner’s session as a key': { cookies: {}, authorization: `Bearer ${learners}` },
    'a key as a session': { cookies: { '__Host-session': programs.all.secret, '__Host-staff': programs.all.secret } },
    'a session that is none': { cookies: { '__Host-session': 'x'.repeat(43), '__Host-staff': '%00' } },
  };
}

const learners = ['own', 'other', 'newcomer'];
const isRole = (caller: string): boolean => roles.some((role) => role === caller);

/** The code with which a caller is refused at the door of a route, by the registry alone; nothing for whom it is open. */
export function refusalOf({ access }: Route, caller: string): string | undefined {
  if (access === 'public' || access === 'optional') return undefined;
  if (access === 'learner') return learners.includes(caller) ? undefined : 'not-signed-in';
  if (isForStaff(access)) {
    if (caller === 'by code alone') return access.by === 'code' ? undefined : 'passkey-needed';
    if (!isRole(caller)) return 'not-signed-in';
    return access.staff.some((role) => role === caller) ? undefined : 'role-may-not';
  }
  if (isForKeys(access)) {
    if (caller === 'a revoked key') return 'key-revoked';
    if (caller === 'an expired key') return 'key-expired';
    if (caller === 'a key' || caller === `a key for ${access.key}`) return undefined;
    return caller.startsWith('a key for ') ? 'scope-missing' : 'key-unknown';
  }
  return undefined;
}

/** What a door says, and nothing behind it. */
export const doorCodes: readonly string[] = [
  ...['not-signed-in', 'passkey-needed', 'role-may-not', 'step-up-needed'],
  ...['key-unknown', 'key-revoked', 'key-expired', 'scope-missing'],
];
