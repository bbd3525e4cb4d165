import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { provedLately } from '../../../shared/domain/sign-in.ts';
import type { Write } from '../../../shared/ports.ts';
import { madeBy, usedBy } from '../../adapters/passkeys.ts';
import type { Capabilities } from '../../capabilities.ts';
import { endpoint } from '../../endpoint.ts';
import { reply } from '../../middleware/reply.ts';
import { required } from '../../records/require.ts';
import type { StaffPrincipal } from '../../records/staff.ts';
import { renewSession } from './begin-session.ts';
import { staffMeOf } from './staff-me.ts';

const unproved = refuse({
  code: 'passkey-unproved',
  message: 'That did not prove a passkey of yours.',
  remedy: 'Try again. If you lost your passkey, ask an owner to have it forgotten, and make a new one.',
});

/** The write of the passkey that an answer makes or proves, or nothing where it does neither. */
async function proved(
  answer: Readonly<Record<string, unknown>>,
  challenge: string,
  who: StaffPrincipal,
  { staff, ledger, clock, config }: Capabilities<object>,
): Promise<readonly Write[] | undefined> {
  const known = await staff.passkeysOf(who.staffId);
  const keys = known.map(({ value }) => value);
  const used = await usedBy(answer, challenge, keys, config);
  if (used)
    return [
      staff.putPasskey(
        used,
        known.find(({ value }) => value.passkeyId === used.passkeyId),
      ),
    ];
  // The same rule as where the challenge was given: a first one by the code, a further one by an earlier one, proved lately.
  if (known.length > 0 && !provedLately(who.verifiedAt, clock.now())) return undefined;
  const made = await madeBy(answer, challenge, config);
  if (!made) return undefined;
  const { staffId } = who;
  return [
    staff.putPasskey({ ...made, staffId, createdAt: clock.now() }),
    ledger.audit(staffId, 'staff.passkey-added', { staffId, passkey: made.passkeyId }),
  ];
}

/**
 * Proves a passkey, or makes it: the session is signed in from now on, under a new secret, and what is grave may be done for
 * five minutes.
 */
export const handler = endpoint(staffRoutes.provePasskey, {}, async ({ body, staff: who }, capabilities) => {
  const { staff, table, clock } = capabilities;
  const session = required(await staff.session(who.sessionHash), 'A session of staff');
  const { challenge, ...rest } = session.value;
  if (challenge === undefined) return unproved;
  const writes = await proved(body.response, challenge, who, capabilities);
  // A challenge is answered once, well or not.
  if (!writes) {
    await table.write([staff.putSession(who.sessionHash, rest, session)]);
    return unproved;
  }
  const verified = { ...rest, verifiedAt: clock.now() };
  const renewed = renewSession({ ...session, value: rest }, who.sessionHash, verified, capabilities);
  await table.write([...renewed.writes, ...writes]);
  const member = required(await staff.byId(who.staffId), 'The account of a session of staff');
  return reply(200, await staffMeOf(member.value, true, capabilities), { cookies: [renewed.cookie] });
});
