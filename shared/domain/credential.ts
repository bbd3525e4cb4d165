import type { Certificate } from './certificate.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * Says why there is no credential of a certificate, or nothing where there is one. What was revoked, suspended or replaced
 * would be refused by whoever checks it: better that its holder hears it here, with what to do.
 */
export function checkCredential({ status, issuedAt, replacedBy, snapshot }: Certificate): Refusal | undefined {
  const { contact } = snapshot.provider;
  switch (status) {
    case 'revoked':
      return refuse({
        code: 'certificate-revoked',
        message: 'This certificate was revoked. A credential of it would be refused by everybody who checks it.',
        remedy: `If you think that is wrong, ask ${contact}.`,
      });
    case 'suspended':
      return refuse({
        code: 'certificate-suspended',
        message: 'This certificate is suspended while the provider clarifies something about it.',
        remedy: `Try again when it is restored; you will get an e-mail. Questions: ${contact}.`,
      });
    case 'replaced':
      return refuse({
        code: 'certificate-replaced',
        message: 'A corrected certificate stands in the place of this one.',
        remedy: `Take the credential of that one: open /c/${replacedBy}.`,
      });
    default:
      return issuedAt
        ? undefined
        : refuse({
            code: 'certificate-not-issued',
            message: 'The certificate is still being prepared.',
            remedy: 'Wait a moment and try again. You will get an e-mail when it is ready.',
          });
  }
}
