import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { employerAt } from '../../../functions/adapters/openid-employer.ts';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const own = pair();
const strangers = pair();
const clientId = 'credit-wallet';
const checks = { state: 'a state', nonce: 'a nonce', verifier: 'v'.repeat(43) };

/** An ID token as it is made: by which key, under which header. */
interface Made {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly by?: KeyObject | 'nobody';
}

/** An employer that answers every code with the token that it is told to make. */
const state: { token: string; issuer: string; told: string } = { token: '', issuer: '', told: '' };
const server = createServer((request, response) => {
  const { issuer } = state;
  const body = request.url?.endsWith('openid-configuration')
    ? {
        ...{ issuer: state.told, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
        ...{ jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'] },
        id_token_signing_alg_values_supported: ['ES256'],
      }
    : request.url === '/keys'
      ? { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] }
      : { access_token: 'of no use here', token_type: 'Bearer', id_token: state.token };
  response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.told = state.issuer;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

/** Whom the employer vouches for by such a token. */
async function vouchedBy({ claims = {}, header = {}, by = own.privateKey }: Made): Promise<string | undefined> {
  const now = Math.floor(Date.now() / 1_000);
  const said = {
    ...{ iss: state.issuer, sub: '4711', aud: clientId, iat: now, exp: now + 60, nonce: checks.nonce },
    ...{ email: 'nurse@hospital.example', email_verified: true },
    ...claims,
  };
  const signed = `${base64url({ alg: 'ES256', kid: 'one', ...header })}.${base64url(said)}`;
  const signature =
    by === 'nobody'
      ? ''
      : sign('sha256', Buffer.from(signed), { key: by, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  state.token = `${signed}.${signature}`;
  const employer = employerAt({ issuer: state.issuer, clientId });
  return employer.vouchedFor(
    checks,
    `https://credit.example.org/callback?code=any&state=${encodeURIComponent(checks.state)}`,
  );
}

describe('an employer’s word', () => {
  it('is believed when it is signed by the key that the employer publishes', async () =>
    expect(await vouchedBy({})).toBe('nurse@hospital.example'));

  it.each<[string, Made]>([
    ['signed by somebody else', { by: strangers.privateKey }],
    ['signed by nobody', { by: 'nobody' }],
    ['signed by nobody, which its header says', { by: 'nobody', header: { alg: 'none' } }],
    ['signed by the public key as if it were a password', { by: 'nobody', header: { alg: 'HS256' } }],
    [
      'signed by a key that it brings along',
      { by: strangers.privateKey, header: { jwk: strangers.publicKey.export({ format: 'jwk' }) } },
    ],
    [
      'signed by a key that it says where to fetch',
      { by: strangers.privateKey, header: { jku: 'https://evil.example/keys' } },
    ],
    ['meant for another client', { claims: { aud: 'another' } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['of another sign-in', { claims: { nonce: 'another' } }],
    ['over', { claims: { exp: 1, iat: 0 } }],
    ['about an address that it did not verify', { claims: { email_verified: false } }],
  ])('is not when it is %s', async (_, made) => expect(await vouchedBy(made)).toBeUndefined());

  it('is not asked for where the metadata are of another issuer', async () => {
    state.told = 'https://evil.example';
    await expect(vouchedBy({})).rejects.toThrow('The employer does not answer');
    state.told = state.issuer;
  });
});
