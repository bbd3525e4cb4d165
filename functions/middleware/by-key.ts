import type { KeyAccess } from '../../shared/api/route.ts';
import { bearerOf, keyLimit, standingOf } from '../../shared/domain/api-key.ts';
import type { Clock, Digests } from '../../shared/ports.ts';
import type { ApiKeys } from '../records/api-keys.ts';
import type { SignIns } from '../records/sign-ins.ts';
import { Interruption, problemReply, tooMany } from './reply.ts';
import { type ApiEvent, type Found, headerOf } from './request.ts';

interface Needed {
  readonly apiKeys: ApiKeys;
  readonly signIns: SignIns;
  readonly digests: Digests;
  readonly clock: Clock;
}

/** A refusal with the challenge that RFC 6750, section 3, wants: why, for programs; nothing but the realm where no key came. */
const refused = (
  status: 401 | 403,
  code: string,
  [message, remedy]: readonly [message: string, remedy: string],
  why = '',
): Interruption =>
  new Interruption(
    problemReply(status, [{ code, message, remedy }], {
      headers: { 'www-authenticate': `Bearer realm="Credit Wallet"${why}` },
    }),
  );
const INVALID = ', error="invalid_token"';

/** Finds out which key a request came with, and refuses it where that does not open the route. Cookies are not looked at. */
export async function byKey(access: KeyAccess, needed: Needed, event: ApiEvent, found: Found): Promise<void> {
  const { apiKeys, signIns, digests, clock } = needed;
  const header = headerOf(event, 'authorization');
  if (header === undefined)
    throw refused(401, 'key-unknown', ['There is no API key with this request.', 'Send Authorization: Bearer cw_….']);
  const secret = bearerOf(header);
  const key = secret && (await apiKeys.ofSecret(digests.sha256(secret)));
  if (!key)
    throw refused(
      401,
      'key-unknown',
      [
        'This API key is not known here.',
        'Look whether it was copied whole; an owner can make another in the console.',
      ],
      INVALID,
    );
  const { keyId, scopes } = key.value;
  found.apiKey = { keyId, scopes };
  const today = clock.now().slice(0, 10);
  const standing = standingOf(key.value, today);
  if (standing !== 'active')
    throw refused(
      401,
      `key-${standing}`,
      [
        `This API key was ${standing === 'revoked' ? 'revoked' : 'for use until a day that is over'}.`,
        'Ask an owner for another.',
      ],
      INVALID,
    );
  const wait = await signIns.countAgainst(keyLimit, keyId);
  if (wait) throw new Interruption(tooMany(wait));
  if (!scopes.includes(access.key))
    throw refused(
      403,
      'scope-missing',
      [`This API key does not have the scope ${access.key}.`, 'Ask an owner for a key that has it.'],
      `, error="insufficient_scope", scope="${access.key}"`,
    );
  await apiKeys.used(key, today);
}
