import type { CertificateStatus } from './certificate.ts';
import type { MailKind } from './work.ts';

/** `true`: it can be told. `waits`: it is not so now, and may be again. `overtaken`: it is not so any more, for good. */
type News = 'true' | 'waits' | 'overtaken';

const overtaken: readonly CertificateStatus[] = ['revoked', 'replaced'];
const standing = (status: CertificateStatus): News =>
  overtaken.includes(status) ? 'overtaken' : status === 'suspended' ? 'waits' : 'true';

const byKind: Readonly<Partial<Record<MailKind, (status: CertificateStatus) => News>>> = {
  'credit-award': standing,
  'certificate.corrected': standing,
  // Each suspension and each restoration has a mail of its own.
  'certificate.restored': (status) => (standing(status) === 'true' ? 'true' : 'overtaken'),
  'certificate.suspended': (status) => (status === 'suspended' ? 'true' : 'overtaken'),
};

/** Whether what a mail tells of a certificate is still so when it can be sent: the mail service may have been down for days. */
export const newsOf = (kind: MailKind, status: CertificateStatus): News => byKind[kind]?.(status) ?? 'true';
