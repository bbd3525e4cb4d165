import type { Routes } from '../../shared/api/routes.ts';
import { type Scope, scopes } from '../../shared/domain/api-key.ts';
import { createBrowser, type Sent } from './browser.ts';
import type { Service } from './service.ts';
import { createStaff } from './staff.ts';

/** One of the provider's own systems, with a key that an owner made for it in the console. */
export async function createKeyHolder(
  service: Service,
  {
    name = 'Register',
    allowed = scopes,
    expiresOn,
  }: { name?: string; allowed?: readonly Scope[]; expiresOn?: string } = {},
) {
  const owner = await createStaff(service, 'owner');
  const body = { name, scopes: [...allowed], ...(expiresOn && { expiresOn }) };
  const { key, secret } = (await owner.ask('makeApiKey', { body })).body;
  const program = createBrowser(service);
  const ask = <Name extends keyof Routes>(route: Name, sent: Sent = {}) =>
    program.ask(route, { ...sent, headers: { authorization: `Bearer ${secret}`, ...sent.headers } });
  return { ask, cookies: program.cookies, owner, secret, keyId: key.keyId, key };
}
export type KeyHolder = Awaited<ReturnType<typeof createKeyHolder>>;
