import type { ApiEvent, ApiResult } from '../../../../functions/middleware/request.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import { KEY_CANARY, RATIONALE_CANARY } from '../../../support/activity.ts';
import { authoring, leaksIn } from '../../../support/leaks.ts';
import type { Finding } from '../../proof.ts';
import { askAs } from '../authorisation/ask-as.ts';
import { allowedOf } from '../fuzz/generate-requests.ts';
import { storeOf } from '../fuzz/in-use.ts';
import { copyOf, createLivingStore, type LivingStore } from '../living-store.ts';

/** One secret of each kind that the store holds or is kept by a hash of, by what a reader calls it. */
function canariesOf({ service, callers, other, programs, code }: LivingStore): Readonly<Record<string, string>> {
  const session = callers.other.cookies['__Host-session'] ?? '';
  const [webhook = { secret: '' }] = service.held<{ readonly secret: string }>('webhookSecret');
  const dataKey = service.keyTable.rows().find(({ kind }) => kind === 'dataKey')?.data as
    | { readonly key: string }
    | undefined;
  const { sha256 } = service.portsOf('get-me').digests;
  return {
    'a session’s secret': session,
    'the hash of a session’s secret': sha256(session),
    'the secret of a browser that waits for its code': callers.waiting.cookies['__Host-sign-in'] ?? '',
    'a sign-in code': code,
    'a link to a transcript': other.token,
    'a link for a wallet': other.offerToken,
    'an API key': programs.all.secret,
    'the hash of an API key': sha256(programs.all.secret),
    'the secret of a webhook': webhook.secret,
    'a learner’s data key': dataKey?.key ?? '',
    'an answer key': KEY_CANARY,
    'a rationale before it may be shown': RATIONALE_CANARY,
  };
}

/**
 * Asks every route honestly by everybody who may, and searches each answer for the secrets of the store. Then hides each secret
 * in each of these answers and searches again: the search that stands behind every test of the suite finds it.
 */
export async function proveCanaries(): Promise<Finding> {
  const living = await createLivingStore();
  const canaries = canariesOf(living);
  const store = storeOf(living);
  const failures = Object.entries(canaries).flatMap(([kind, secret]) => (secret ? [] : [`The store holds no ${kind}`]));
  const outcomes = { 'answers without a secret': 0, 'hidden secrets that were found': 0 };
  for (const name of Object.keys(routes) as (keyof Routes)[]) {
    const service = await copyOf(living.service, 8);
    const inUse = { ...store.inUse, ...store.ofRoute[name] };
    for (const caller of new Set(allowedOf(routes[name]))) {
      const sends = living.callers[caller as keyof LivingStore['callers']];
      // The service itself refuses to tell a secret.
      await askAs(service, name, sends, inUse, { seed: 2 }).then(
        () => {
          outcomes['answers without a secret'] += 1;
        },
        (error: unknown) => failures.push(`${name}, asked by ${caller}: ${error}`),
      );
    }
    for (const [kind, secret] of Object.entries(canaries)) {
      // Authors read the keys that they wrote.
      if (authoring.includes(name) && [KEY_CANARY, RATIONALE_CANARY].includes(secret)) continue;
      const event = { rawPath: routes[name].path, headers: {}, cookies: [], body: '' } as unknown as ApiEvent;
      const told: ApiResult = {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ some: [{ field: `x ${secret}` }] }),
      };
      const found = leaksIn(name, event, told, service.secrets, service.secrets.made.size);
      if (found.length > 0) outcomes['hidden secrets that were found'] += 1;
      else failures.push(`${name}: ${kind} in an answer is not found`);
    }
  }
  const tried = outcomes['answers without a secret'] + outcomes['hidden secrets that were found'] + failures.length;
  return {
    ...{ name: 'canaries', tried, outcomes, failures },
    figures: { 'kinds of secrets': String(Object.keys(canaries).length) },
  };
}
