import type { Certificate } from '../../shared/domain/certificate.ts';
import type { Certificates } from './certificates.ts';

/** One version of a certificate, with how its row stands. */
export type CertificateVersion = NonNullable<Awaited<ReturnType<Certificates['byId']>>>;

/** The versions before a certificate (`replaces`) or after it (`replacedBy`), the nearest first. */
export async function* versionsFrom(
  from: Certificate,
  next: 'replaces' | 'replacedBy',
  { byId }: Pick<Certificates, 'byId'>,
): AsyncGenerator<CertificateVersion> {
  for (let id = from[next]; id !== undefined; ) {
    const version = await byId(id);
    if (!version) return;
    yield version;
    id = version[next];
  }
}

/** A certificate with every version before and after it. */
export async function everyVersion(
  of: CertificateVersion,
  certificates: Pick<Certificates, 'byId'>,
): Promise<readonly CertificateVersion[]> {
  const versions = [of];
  for (const next of ['replaces', 'replacedBy'] as const)
    for await (const version of versionsFrom(of, next, certificates)) versions.push(version);
  return versions;
}
