import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Staff } from '../../shared/domain/staff.ts';
import type { Config } from '../config.ts';
import type { Passkey } from '../records/staff.ts';

/** Read when a passkey is made or used: what reads X.509 and ASN.1 takes longer to load than the rest of the console's function. */
const webauthn = () => import('@simplewebauthn/server');

/** What the authenticator is to do, for `navigator.credentials.create` or `get`, as WebAuthn's JSON. */
export interface Ceremony {
  readonly ceremony: 'create' | 'get';
  readonly options: Record<string, unknown>;
}

type Site = Pick<Config, 'siteUrl' | 'providerName'>;

/** The relying party's id: the site's host, without its port. */
const hostOf = ({ siteUrl }: Site): string => new URL(siteUrl).hostname;

/** Base64url as browsers write it: the last character of 32 bytes has bits that say nothing. */
const canonical = (challenge: string): string => Buffer.from(challenge, 'base64url').toString('base64url');

const described = ({ passkeyId, transports }: Passkey) => ({
  id: passkeyId,
  ...(transports && { transports: [...transports] }),
});

/** Asks the authenticator for a new passkey. @param challenge 32 random bytes as base64url */
export async function askToMake(challenge: string, member: Staff, known: readonly Passkey[], site: Site) {
  const options = await (await webauthn()).generateRegistrationOptions({
    ...{ rpName: site.providerName, rpID: hostOf(site), userName: member.email, userDisplayName: member.name },
    userID: new TextEncoder().encode(member.staffId),
    challenge: Buffer.from(challenge, 'base64url'),
    attestationType: 'none',
    excludeCredentials: known.map(described),
    // A passkey proves who holds it: by a fingerprint, a face or a PIN. NIST SP 800-63B asks it of whoever handles others' data.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  return { ceremony: 'create', options: { ...options } } satisfies Ceremony;
}

/** Asks for the use of a passkey that somebody has. */
export async function askToUse(challenge: string, known: readonly Passkey[], site: Site) {
  const options = await (await webauthn()).generateAuthenticationOptions({
    ...{ rpID: hostOf(site), userVerification: 'required', allowCredentials: known.map(described) },
    challenge: Buffer.from(challenge, 'base64url'),
  });
  return { ceremony: 'get', options: { ...options } } satisfies Ceremony;
}

/** What is made of an answer that was sent: anything may come, and only what proves itself is anything. */
type Answer = Readonly<Record<string, unknown>>;

/** The new passkey that an answer proves, or nothing where it proves none. */
export async function madeBy(
  answer: Answer,
  challenge: string,
  site: Site,
): Promise<Pick<Passkey, 'passkeyId' | 'publicKey' | 'counter' | 'transports'> | undefined> {
  const { verified, registrationInfo } = await (await webauthn())
    .verifyRegistrationResponse({
      ...{ response: answer as unknown as RegistrationResponseJSON, expectedChallenge: canonical(challenge) },
      ...{ expectedOrigin: site.siteUrl, expectedRPID: hostOf(site), requireUserVerification: true },
    })
    .catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) return undefined;
  const { id, publicKey, counter, transports } = registrationInfo.credential;
  const base = { passkeyId: id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
  return { ...base, ...(transports && { transports }) };
}

/** The passkey with its new counter that an answer proves, or nothing where it proves none. */
export async function usedBy(
  answer: Answer,
  challenge: string,
  known: readonly Passkey[],
  site: Site,
): Promise<Passkey | undefined> {
  const passkey = known.find(({ passkeyId }) => passkeyId === answer.id);
  if (!passkey) return undefined;
  const { verified, authenticationInfo } = await (await webauthn())
    .verifyAuthenticationResponse({
      ...{ response: answer as unknown as AuthenticationResponseJSON, expectedChallenge: canonical(challenge) },
      ...{ expectedOrigin: site.siteUrl, expectedRPID: hostOf(site), requireUserVerification: true },
      credential: {
        ...{ id: passkey.passkeyId, counter: passkey.counter },
        publicKey: Buffer.from(passkey.publicKey, 'base64url'),
      },
    })
    .catch(() => ({ verified: false, authenticationInfo: undefined }));
  return verified && authenticationInfo ? { ...passkey, counter: authenticationInfo.newCounter } : undefined;
}
