import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import type { Problem } from '../../../shared/api/problem.ts';
import { api, type Result } from '../../client.ts';
import type { StaffMe } from '../session.ts';

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'] &
  Parameters<typeof startAuthentication>[0]['optionsJSON'];

const refusal = (code: string, message: string, remedy: string): Problem => ({
  type: `/problems/${code}`,
  ...{ title: 'The passkey was not shown', status: 422, detail: message, requestId: '' },
  reasons: [{ code, message, remedy }],
});

/** What an authenticator's refusal means to the person before it. */
export function refusedBy(error: unknown, makes: boolean): Problem {
  const name = error instanceof Error ? error.name : '';
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED')
    return refusal('passkey-known', 'This device already holds your passkey.', 'Use it to sign in.');
  if (name === 'NotSupportedError' || name === 'SecurityError')
    return refusal(
      'no-passkeys-here',
      'This browser cannot use passkeys on this page.',
      'Use a current browser, or another device.',
    );
  // The browser does not tell which: it would tell a page too much about the person (WebAuthn Level 3, 14.5.2).
  return refusal(
    'passkey-not-shown',
    makes ? 'No passkey was made: it was cancelled, or took too long.' : 'It was cancelled, or took too long.',
    'Try again.',
  );
}

/** Asks the browser for the passkey, or to make one where there is none, and has the service look at it. */
export async function showPasskey(purpose: 'verify' | 'add' = 'verify'): Promise<Result<StaffMe>> {
  const challenged = await api('POST', '/api/admin/passkey/challenge', { body: { purpose } });
  if (!challenged.ok) return challenged;
  const { ceremony, options } = challenged.body;
  const makes = ceremony === 'create';
  try {
    const asked = { optionsJSON: options as unknown as Options };
    const response = makes ? await startRegistration(asked) : await startAuthentication(asked);
    return await api('POST', '/api/admin/passkey', { body: { response: { ...response } } });
  } catch (error) {
    return { ok: false, problem: refusedBy(error, makes) };
  }
}
