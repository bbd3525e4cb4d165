import { describe, expect, it } from 'vitest';
import { densityOf } from '../../web/learner/screens/certificate-density.ts';
import { certificatesOf } from '../../web/learner/screens/credit-words.ts';
import { linkedInUrl } from '../../web/learner/screens/linkedin.ts';

describe('a certificate on LinkedIn', () => {
  it('is filled in with the title, the provider, the month of the award, the number and the verification page', () => {
    const url = new URL(
      linkedInUrl({
        title: 'Pain & Policy: 100% Safe?',
        providerName: 'Meridian Society',
        awardedOn: '2026-03-09',
        number: 'CW-2026-4F7K2M',
        verifyUrl: 'https://wallet.example/v/c1',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: 'Pain & Policy: 100% Safe?',
      organizationName: 'Meridian Society',
      issueYear: '2026',
      issueMonth: '3',
      certUrl: 'https://wallet.example/v/c1',
      certId: 'CW-2026-4F7K2M',
    });
  });
});

describe('the certificates of a wallet', () => {
  const credit = {
    creditType: 'ancc-contact-hour' as const,
    name: 'ANCC contact hours',
    amount: 125,
    basis: 'awarded' as const,
    awardedOn: '2026-03-09',
    activityId: 'a1',
    certificateId: 'c1',
    title: 'Blood Thinners',
  };

  it('are listed once each, with every credit on them', () => {
    const ama = { ...credit, creditType: 'ama-pra-category-1' as const, amount: 100 };
    expect(certificatesOf([credit, { ...credit, certificateId: 'c2' }, ama])).toEqual([
      {
        certificateId: 'c1',
        title: 'Blood Thinners',
        awardedOn: '2026-03-09',
        words: ['1.25 ANCC contact hours', '1 AMA PRA Category 1 Credit™'],
      },
      { certificateId: 'c2', title: 'Blood Thinners', awardedOn: '2026-03-09', words: ['1.25 ANCC contact hours'] },
    ]);
  });

  it('never give attendance an amount of credit', () => {
    expect(certificatesOf([{ ...credit, basis: 'attendance' }])[0]?.words).toEqual(['Participation certified']);
  });
});

describe('a certificate that says much', () => {
  const short = { name: 'Ada Moss, RN', title: 'Blood Thinners', credits: [], statements: ['Accredited.'] };

  it('is set more closely, so that it prints on one sheet', () => {
    expect(densityOf(short)).toBe('airy');
    expect(densityOf({ ...short, statements: Array(3).fill('x'.repeat(600)) })).toBe('dense');
    expect(
      densityOf({
        ...short,
        name: 'x'.repeat(110),
        title: 'x'.repeat(250),
        statements: Array(5).fill('x'.repeat(350)),
      }),
    ).toBe('densest');
  });
});
