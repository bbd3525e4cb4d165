import { describe, expect, it } from 'vitest';
import { knownType, nameIn } from '../../shared/domain/credit-type.ts';
import { byYear, certificatesOf } from '../../web/learner/screens/credit-words.ts';

describe('the certificates of a wallet', () => {
  const credit = {
    creditType: 'ancc-contact-hour',
    name: 'ANCC contact hours',
    names: nameIn(knownType('ancc-contact-hour')),
    amount: 125,
    basis: 'awarded' as const,
    awardedOn: '2026-03-09',
    activityId: 'a1',
    certificateId: 'c1',
    title: 'Blood Thinners',
  };

  it('are listed once each, with every credit on them', () => {
    const ama = {
      ...credit,
      creditType: 'ama-pra-category-1',
      names: nameIn(knownType('ama-pra-category-1')),
      amount: 100,
    };
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

  it('say when they do not count', () => {
    expect(certificatesOf([credit])[0]).not.toHaveProperty('standing');
    expect(certificatesOf([{ ...credit, standing: 'revoked' }])[0]?.standing).toBe('revoked');
  });

  it('never give attendance an amount of credit', () => {
    expect(certificatesOf([{ ...credit, basis: 'attendance' }])[0]?.words).toEqual(['Participation certified']);
  });

  it('stand below the year in which each was awarded, the newest first', () => {
    const entries = certificatesOf(
      ['2027-01-02', '2026-12-30', '2026-03-01'].map((awardedOn) => ({
        ...credit,
        certificateId: awardedOn,
        awardedOn,
      })),
    );
    expect(byYear(entries).map(([year, ofYear]) => [year, ofYear.length])).toEqual([
      ['2027', 1],
      ['2026', 2],
    ]);
  });
});
