import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateHeading } from '../../../shared/domain/certificate.ts';
import { creditPhrase, creditTypeIds, formatCredit, knownType } from '../../../shared/domain/credit-type.ts';
import { runsOf } from '../../../shared/domain/run.ts';
import { awardSentence, claimAttestation } from '../../../shared/domain/statement.ts';

const ama = knownType('ama-pra-category-1');
const ancc = knownType('ancc-contact-hour');

describe('the wording of a certificate', () => {
  it('says that a physician is awarded what was claimed, never the maximum', () => {
    expect(awardSentence(ama, 'awarded', 125, 150)).toBe('and is awarded 1.25 AMA PRA Category 1 Credits™');
  });

  it('says of anybody else that the activity was designated for the maximum, and never that it was awarded', () => {
    const sentence = awardSentence(ama, 'attendance', 125, 150);
    expect(sentence).toBe('The activity was designated for 1.5 AMA PRA Category 1 Credits™');
    for (const creditType of creditTypeIds)
      expect(awardSentence(knownType(creditType), 'attendance', 25, 100)).not.toMatch(/award/i);
  });

  it('has one credit in the singular', () => {
    expect(awardSentence(ama, 'awarded', 100, 150)).toBe('and is awarded 1 AMA PRA Category 1 Credit™');
    expect(creditPhrase(ancc, 100)).toBe('1 ANCC contact hour');
    expect(creditPhrase(ancc, 50)).toBe('0.5 ANCC contact hours');
  });

  it('is headed by credit only where some of it is awarded', () => {
    const credit = (basis: 'awarded' | 'attendance') =>
      ({ creditType: ama.creditType, basis, amount: 100, maximum: 100 }) as const;
    expect(certificateHeading({ credits: [credit('attendance'), credit('awarded')] })).toBe('Certificate of Credit');
    expect(certificateHeading({ credits: [credit('attendance')] })).toBe('Certificate of Participation');
  });

  it('reminds physicians of the AMA’s duty in its own words', () => {
    expect(claimAttestation(ama)).toBe(
      'Physicians should claim only the credit commensurate with the extent of their participation in the activity.',
    );
    expect(claimAttestation(ancc)).not.toMatch(/physician/i);
  });
});

describe('the AMA’s mark', () => {
  it.each(['AMA PRA Category 1 Credit™', 'AMA PRA Category 1 Credits™', 'AMA PRA Category 1 Credit(s)™'])(
    'is in italics with its ™ wherever “%s” stands',
    (mark) => {
      expect(runsOf(`a maximum of 1.5 ${mark}. And ${mark}`)).toEqual([
        { text: 'a maximum of 1.5 ', italic: false },
        { text: mark, italic: true },
        { text: '. And ', italic: false },
        { text: mark, italic: true },
      ]);
    },
  );

  it('is not mistaken for any other credit', () => {
    for (const sentence of ['AAPA Category 1 CME credits', 'Category 1 credit', 'AMA PRA Category 1 Credits'])
      expect(runsOf(sentence)).toEqual([{ text: sentence, italic: false }]);
  });

  it('loses and adds no character', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('AMA PRA Category 1 Credits™', 'AMA PRA Category 1 Credit™'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const runs = runsOf(pieces.join(''));
        expect(runs.map(({ text }) => text).join('')).toBe(pieces.join(''));
      }),
    );
  });
});

describe('amounts of credit', () => {
  it.each([
    [1, '0.01'],
    [25, '0.25'],
    [29, '0.29'],
    [50, '0.5'],
    [100, '1'],
    [115, '1.15'],
    [125, '1.25'],
    [2_050, '20.5'],
  ])('of %i hundredths are written %s', (amount, written) => {
    expect(formatCredit(amount)).toBe(written);
  });

  it('have at most two decimals and come back as they were, up to a thousand credits', () => {
    for (let amount = 1; amount <= 100_000; amount++) {
      const written = formatCredit(amount);
      if (!/^\d+(\.\d{1,2})?$/.test(written) || Math.round(Number(written) * 100) !== amount)
        expect.fail(`${amount} is written ${written}`);
    }
  });
});
