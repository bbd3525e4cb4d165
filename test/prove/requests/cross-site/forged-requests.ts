import { isForKeys, isForStaff, type Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import type { Service } from '../../../support/service.ts';
import { askAs } from '../authorisation/ask-as.ts';
import { storeOf } from '../fuzz/in-use.ts';
import { copyOf, type LivingStore } from '../living-store.ts';
import { type Attempt, attempt } from './attempt.ts';

const site = 'https://credit.example.org';

/** What a page of another site has a signed-in browser send, as if its cookie came along in spite of SameSite. */
const fromElsewhere: readonly (readonly string[])[] = [
  ...['https://evil.example', 'null', `${site}.evil.example`, 'http://credit.example.org', `${site}:8443`].map(
    (origin) => [...['origin', origin]],
  ),
  ...[
    'https://evil.example/credit.example.org',
    'https://credit-example.org',
    `${site}/`,
    'HTTPS://CREDIT.EXAMPLE.ORG',
    '',
  ].map((origin) => ['origin', origin]),
  ...['cross-site', 'same-site', 'x', 'CROSS-SITE'].map((where) => ['sec-fetch-site', where]),
  ['origin', site, 'sec-fetch-site', 'cross-site'],
  ['origin', 'https://evil.example', 'sec-fetch-site', 'same-origin'],
  ['origin', site, 'origin', 'https://evil.example'],
  // Of a browser that tells neither where it is, a form’s own types.
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain;charset=UTF-8',
  ].map((type) => ['content-type', type]),
  ['content-type', 'text/plain; x=application/json'],
];

const standOf = ({ table, keyTable }: Service): string =>
  JSON.stringify([...table.rows(), ...keyTable.rows()].filter(({ pk }) => !pk.startsWith('RATE#')));

/** Everything that changes something, asked by who may, from another site: it is refused, and nothing is otherwise than before. */
export async function forgedRequests(living: LivingStore): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  const store = storeOf(living);
  for (const [name, route] of Object.entries(routes) as [keyof Routes, Route][]) {
    if (route.method === 'GET' || isForKeys(route.access)) continue;
    const caller = isForStaff(route.access) ? living.callers.owner : living.callers.own;
    const inUse = { ...store.inUse, ...store.ofRoute[name] };
    const service = await copyOf(living.service, 9);
    const before = standOf(service);
    for (const headers of fromElsewhere) {
      const { status } = await askAs(service, name, caller, inUse, { headers });
      const isRefused = [403, 415].includes(status);
      attempts.push(attempt('refused', isRefused ? undefined : `${name} with ${headers} was answered ${status}`));
    }
    if (standOf(service) !== before)
      attempts.push(attempt('changed', `${name}: another site’s page changed something`));
    const own = ['origin', site, 'sec-fetch-site', 'same-origin'];
    const { codes } = await askAs(service, name, caller, inUse, { headers: own });
    attempts.push(
      attempt(
        'the site’s own page is let in',
        codes.includes('cross-origin') ? `${name} refuses its own site` : undefined,
      ),
    );
  }
  return attempts;
}
