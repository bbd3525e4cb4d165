import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { type ApiKey, keySecretOf, MOST_KEYS, prefixOf, scopes, standingOf } from '../../../shared/domain/api-key.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { reply } from '../../middleware/reply.ts';

const tooMany = refuse({
  code: 'too-many-keys',
  message: `There are ${MOST_KEYS} API keys in use already.`,
  remedy: 'Revoke one that is not needed any more.',
});
const over = refuse({
  code: 'day-over',
  message: 'That day is over.',
  remedy: 'Give a day to come, or none.',
  field: '/expiresOn',
});

/** Makes a key for one of the provider's own systems. Its secret is in this answer and nowhere else. */
export const handler = endpoint(integrationsRoutes.makeApiKey, {}, async ({ body, staff }, capabilities) => {
  const { apiKeys, ledger, table, clock, ids, digests } = capabilities;
  const now = clock.now();
  const today = now.slice(0, 10);
  if (body.expiresOn !== undefined && body.expiresOn < today) return over;
  const inUse = (await apiKeys.list()).filter((key) => standingOf(key, today) === 'active');
  if (inUse.length >= MOST_KEYS) return tooMany;
  const secret = keySecretOf(ids.secret());
  const keyId = ids.id();
  const allowed = scopes.filter((scope) => body.scopes.includes(scope));
  const until = body.expiresOn !== undefined && { expiresOn: body.expiresOn };
  const key: ApiKey = {
    ...{ keyId, name: body.name, prefix: prefixOf(secret), scopes: allowed },
    ...{ createdAt: now, createdBy: staff.staffId, ...until },
  };
  await table.write([
    ...apiKeys.make(key, digests.sha256(secret)),
    ledger.audit(staff.staffId, 'api-key.made', { keyId, scopes: allowed, ...until }),
  ]);
  return reply(201, { key: { ...key, createdBy: staff.name, standing: 'active' }, secret });
});
