import { type CivilDate, type Instant, MINUTE } from './kinds.ts';
import type { RateLimit } from './sign-in.ts';
import type { StaffId } from './staff.ts';

/** What a key may be allowed, each by itself: there is no scope that holds another. */
export const scopes = ['credits:read', 'activities:read', 'learners:read'] as const;
export type Scope = (typeof scopes)[number];

export type ApiKeyId = string;

/** A key of one of the provider's own systems. Its secret is shown once, and kept as a hash in a row of its own. */
export interface ApiKey {
  readonly keyId: ApiKeyId;
  /** Which system has it, in the owner's words. */
  readonly name: string;
  /** How the secret begins, by which people tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  /** The last day on which it opens anything, by UTC; absent where it has none. */
  readonly expiresOn?: CivilDate;
  readonly createdAt: Instant;
  readonly createdBy: StaffId;
  /** The last day on which it was used, by UTC. Written once a day, however often it is used. */
  readonly lastUsedOn?: CivilDate;
  readonly revokedAt?: Instant;
}

/** So many keys that open something. */
export const MOST_KEYS = 50;
/** Ten a second for a minute: a million credits, a hundred a page, are read in a quarter of an hour. */
export const keyLimit: RateLimit = { scope: 'api-key', limit: 600, windowMs: MINUTE };

const BEGINS = 'cw_';
const SHOWN_CHARACTERS = 6;
/** 256 bits as base64url, after what scanners of source code can look for. */
const secretForm = /^cw_[A-Za-z0-9_-]{43}$/;

/** A secret as it is handed over. */
export const keySecretOf = (secret: string): string => BEGINS + secret;
/** How a secret begins: 36 of its 256 bits, which help nobody to the rest. */
export const prefixOf = (keySecret: string): string => keySecret.slice(0, BEGINS.length + SHOWN_CHARACTERS);

/** The secret in an `Authorization` header (RFC 6750, section 2.1), where it can be one. */
export function bearerOf(header: string | undefined): string | undefined {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(header?.trim() ?? '') ?? [];
  return secretForm.test(token) ? token : undefined;
}

/** Whether a key opens something on a day, or what it came to. */
export const standingOf = (
  { revokedAt, expiresOn }: Pick<ApiKey, 'revokedAt' | 'expiresOn'>,
  today: CivilDate,
): 'active' | 'revoked' | 'expired' =>
  revokedAt !== undefined ? 'revoked' : expiresOn !== undefined && expiresOn < today ? 'expired' : 'active';
