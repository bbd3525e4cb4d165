import type { Certificate } from './types.ts';

/** LinkedIn's form for a certification, filled in from a certificate. */
export function linkedInUrl(certificate: Pick<Certificate, LinkedInFacts>): string {
  const { title, providerName, awardedOn, verifyUrl, number } = certificate;
  const [year = '', month = ''] = awardedOn.split('-');
  const facts = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: title,
    organizationName: providerName,
    issueYear: year,
    issueMonth: String(Number(month)),
    certUrl: verifyUrl,
    certId: number,
  });
  return `https://www.linkedin.com/profile/add?${facts}`;
}

type LinkedInFacts = 'title' | 'providerName' | 'awardedOn' | 'verifyUrl' | 'number';
