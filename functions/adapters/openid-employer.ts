import * as oidc from 'openid-client';
import { type Employer, type EmployerChecks, TransientError } from '../../shared/ports.ts';
import { once, setting } from './once.ts';

/** Who vouches for staff, and who we are there. */
export interface EmployerSettings {
  /** `https://login.hospital.example/tenant` */
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client, with PKCE alone. */
  readonly clientSecret?: string;
}

const PATIENCE_SECONDS = 10;

/** On one machine an employer may be tried out without a certificate. */
const isLoopback = (url: URL): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);

/** A broken line or a server's fault: the same may succeed later. What is refused stays refused. */
const isPassing = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)) ||
  (error instanceof oidc.ResponseBodyError && error.status >= 500);

/** An employer by OpenID Connect: authorization code with PKCE (RFC 7636), state and nonce; asked what it is once a process. */
export function employerAt({ issuer, clientId, clientSecret }: EmployerSettings): Employer {
  let known: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => {
    const url = new URL(issuer);
    known ??= oidc
      .discovery(url, clientId, undefined, clientSecret ? oidc.ClientSecretBasic(clientSecret) : oidc.None(), {
        timeout: PATIENCE_SECONDS,
        execute: [
          // OpenID Connect lets a client rely on TLS to the token endpoint; the signature is looked at all the same (ASVS 6.8.2).
          oidc.enableNonRepudiationChecks,
          ...(isLoopback(url) && url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []),
        ],
      })
      .catch((cause: unknown) => {
        known = undefined;
        throw new TransientError('The employer does not answer', { cause });
      });
    return known;
  };
  return {
    begin: async ({ state, nonce, verifier }: EmployerChecks, callback) => {
      const url = oidc.buildAuthorizationUrl(await discover(), {
        ...{ redirect_uri: callback, scope: 'openid email', state, nonce },
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return url.href;
    },
    vouchedFor: async ({ state, nonce, verifier }, arrived) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(await discover(), new URL(arrived), checks).catch((cause) => {
        if (isPassing(cause)) throw new TransientError('The employer does not answer', { cause });
        return undefined;
      });
      const claims = tokens?.claims();
      // Whoever lets its users write any address into their profile vouches for none. Microsoft Entra says it by a claim of its own.
      const vouched = [claims?.email_verified, claims?.xms_edov].some((word) => [true, 1, '1'].includes(word as never));
      return vouched && typeof claims?.email === 'string' ? claims.email : undefined;
    },
  };
}

/** The employer that the function's environment names. */
export const openIdEmployer = once(
  (): Employer =>
    employerAt({
      ...{ issuer: setting('EMPLOYER_ISSUER'), clientId: setting('EMPLOYER_CLIENT_ID') },
      ...(process.env.EMPLOYER_CLIENT_SECRET && { clientSecret: process.env.EMPLOYER_CLIENT_SECRET }),
    }),
);
