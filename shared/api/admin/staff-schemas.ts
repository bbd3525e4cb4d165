import * as z from 'zod/mini';
import { roles } from '../../domain/staff.ts';
import { email, fileFormat, instant } from '../fields.ts';

const role = z.enum(roles);

const said = z.optional(z.string().check(z.maxLength(4_000)));
/** What an employer leads back with (OpenID Connect Core 3.1.2.5; RFC 9207). */
export const employerAnswer = z.object({
  ...{ code: said, state: said, iss: said, session_state: said, error: said, error_description: said },
});

/** The employer as the sign-in page calls it, where one vouches for staff. */
export const signInWays = z.object({ employer: z.optional(z.string()) });

/** Who is signed in, and how far. */
export const staffMe = z.object({
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  /** Whether a passkey was used in this session; before that nothing but this can be asked for. */
  verified: z.boolean(),
  hasPasskey: z.boolean(),
});

export const passkeyRequest = z.object({
  /** `add`: another passkey, for another device. */
  purpose: z.optional(z.enum(['verify', 'add'])),
});

/** What the browser hands to its authenticator (WebAuthn Level 3, `PublicKeyCredential…OptionsJSON`). */
export const passkeyChallenge = z.object({
  ceremony: z.enum(['create', 'get']),
  options: z.record(z.string(), z.unknown()),
});

/** What the authenticator answered, as WebAuthn’s JSON has it. */
export const passkeyAnswer = z.object({ response: z.record(z.string(), z.unknown()) });

export const staffMember = z.object({
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  createdAt: instant,
  endedAt: z.optional(instant),
});
export const staffFileQuery = z.object({
  role: z.optional(role),
  /** `has`: without those whose access has ended. */
  access: z.optional(z.enum(['has', 'all'])),
  format: fileFormat,
});
export const staffList = z.object({ staff: z.array(staffMember) });

const name = z
  .string('Give the name of the person.')
  .check(z.trim(), z.minLength(1, 'Give the name of the person.'), z.maxLength(100, 'The name is too long.'));

export const newStaff = z.object({ email, name, role });
export const roleChange = z.object({ role });
