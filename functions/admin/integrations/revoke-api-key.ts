import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Revokes a key, for good: from the next request on it opens nothing. A repeat changes nothing. */
export const handler = endpoint(integrationsRoutes.revokeApiKey, {}, async ({ params, staff }, capabilities) => {
  const { apiKeys, ledger, table, clock, staff: members } = capabilities;
  const { keyId } = params;
  const before = await apiKeys.byId(keyId);
  if (!before) return notFound('API key');
  const revokedAt = before.value.revokedAt ?? clock.now();
  const after = { ...before.value, revokedAt };
  if (before.value.revokedAt === undefined)
    await table.write([apiKeys.put(after, before), ledger.audit(staff.staffId, 'api-key.revoked', { keyId })]);
  const nameOf = await members.names();
  return { ...after, createdBy: nameOf(after.createdBy), standing: 'revoked' as const };
});
