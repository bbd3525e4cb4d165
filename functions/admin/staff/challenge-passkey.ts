import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { provedLately } from '../../../shared/domain/sign-in.ts';
import { askToMake, askToUse } from '../../adapters/passkeys.ts';
import { endpoint } from '../../endpoint.ts';
import { stepUpNeeded } from '../../middleware/reply.ts';
import { required } from '../../records/require.ts';

const verifyFirst = refuse({
  code: 'passkey-first',
  message: 'Another passkey is made by whoever has proved the one that they have.',
  remedy: 'Sign in with your passkey first. If you lost it, ask an owner to have it forgotten.',
});

/**
 * Asks the browser's authenticator for a passkey. Whoever has none makes their first one on the strength of the mailed code;
 * from then on the code alone lets nobody in, and makes nobody another. Another one is grave (ASVS 7.5.1): whoever finds a desk
 * unlocked must not leave with a passkey of their own.
 */
export const handler = endpoint(staffRoutes.challengePasskey, {}, async ({ body, staff: who }, capabilities) => {
  const { staff, table, ids, config, clock } = capabilities;
  const member = required(await staff.byId(who.staffId), 'The account of a session of staff').value;
  const session = required(await staff.session(who.sessionHash), 'A session of staff');
  const known = (await staff.passkeysOf(who.staffId)).map(({ value }) => value);
  const adds = body.purpose === 'add';
  if (adds && known.length > 0 && who.verifiedAt === undefined) return verifyFirst;
  if (adds && known.length > 0 && !provedLately(who.verifiedAt, clock.now())) return stepUpNeeded;
  const challenge = ids.secret();
  await table.write([staff.putSession(who.sessionHash, { ...session.value, challenge }, session)]);
  return known.length === 0 || adds ? askToMake(challenge, member, known, config) : askToUse(challenge, known, config);
});
