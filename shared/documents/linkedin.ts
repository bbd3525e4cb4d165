import type { CertificateSnapshot } from '../domain/certificate.ts';

/** LinkedIn's form for a certification, filled in from a certificate. */
export function linkedInUrl({ title, provider, awardedOn, verifyUrl, number }: CertificateSnapshot): string {
  const [year = '', month = ''] = awardedOn.split('-');
  const facts = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: provider.name,
    issueYear: year,
    issueMonth: String(Number(month)),
    certUrl: verifyUrl,
    certId: number,
  });
  return `https://www.linkedin.com/profile/add?${facts}`;
}
