/** The shapes of signing in and of the profile. */
import * as z from 'zod/mini';
import { cleanName, professions } from '../domain/learner.ts';
import { email } from './fields.ts';

export const signInRequest = z.object({ email });
export const signInStarted = z.object({ status: z.literal('code-sent'), expiresInSeconds: z.int() });
export const codeEntry = z.object({
  code: z
    .string({ error: 'Enter the code from the e-mail.' })
    .check(z.trim(), z.minLength(1, { error: 'Enter the code from the e-mail.' }), z.maxLength(64)),
});
export const signedIn = z.object({ learnerId: z.string(), profileComplete: z.boolean() });

/** What stands in the place of a letter whose bytes could not be read. On a certificate it would be somebody else's name. */
const whole = (label: string) =>
  z.regex(/^[^\ufffd]*$/, {
    error: `${label} holds “\ufffd”, which stands for a letter that was lost. Type it again.`,
  });
const name = (label: string) => {
  const missing = `Enter your ${label.toLowerCase()}.`;
  return z
    .pipe(
      z
        .string({ error: missing })
        .check(z.maxLength(200, { error: `${label} can have at most 100 characters.` }), whole(label)),
      z.transform(cleanName),
    )
    .check(
      z.minLength(1, { error: missing }),
      z.maxLength(100, { error: `${label} can have at most 100 characters.` }),
    );
};
export const profile = z.object({
  givenName: name('Given name'),
  familyName: name('Family name'),
  profession: z.enum(professions, { error: 'Choose your profession.' }),
  credentials: z.optional(
    z.pipe(
      z
        .string({ error: 'Credentials are text, like MD, FACP. Leave them out where there are none.' })
        .check(z.maxLength(100, { error: 'Credentials can have at most 100 characters.' }), whole('Credentials')),
      z.transform(cleanName),
    ),
  ),
});
export const me = z.object({
  learnerId: z.string(),
  email: z.string(),
  /** The others that the learner signs in by. */
  otherEmails: z.optional(z.array(z.string())),
  givenName: z.optional(z.string()),
  familyName: z.optional(z.string()),
  profession: z.optional(z.enum(professions)),
  credentials: z.optional(z.string()),
  /** As certificates will print it. */
  nameOnCertificate: z.optional(z.string()),
});
