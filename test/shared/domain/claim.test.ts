import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certifiedCredits, checkClaims, offersFor, sameClaims } from '../../../shared/domain/claim.ts';
import { creditTypeIds, knownType } from '../../../shared/domain/credit-type.ts';
import { type Profession, professions } from '../../../shared/domain/learner.ts';
import type { Claim } from '../../../shared/domain/participation.ts';
import { basisFor } from '../../../shared/domain/statement.ts';
import { everyOffer } from '../../support/activity.ts';
import { codesOf } from '../../support/refusals.ts';

const ama = 'ama-pra-category-1';
const check = (profession: Profession, ...claims: readonly Claim[]) => checkClaims(claims, everyOffer, profession);
const claimed = (amount: number, creditType: Claim['creditType'] = ama): Claim => ({ creditType, amount });

describe('a claim of credit', () => {
  it.each([25, 50, 125, 150])('is granted to a physician for %i hundredths of the 150 designated', (amount) => {
    expect(check('physician', claimed(amount))).toBeUndefined();
  });

  it.each([
    [0, ['amount-not-positive']],
    [-25, ['amount-not-positive']],
    [-1, ['amount-not-positive', 'amount-off-step']],
    [10, ['amount-off-step']],
    [126, ['amount-off-step']],
    [151, ['amount-above-maximum', 'amount-off-step']],
    [175, ['amount-above-maximum']],
    [15_000, ['amount-above-maximum']],
  ])('is refused for %i hundredths, with every reason', (amount, codes) => {
    expect(check('physician', claimed(amount))).toBeRefusedFor(...codes);
  });

  it('is refused when it is empty', () => {
    const refusal = check('physician');
    expect(refusal).toBeRefusedFor('claim-empty');
    expect(refusal?.reasons[0].field).toBe('/claims');
  });

  it('is refused for the same kind of credit twice, at the second', () => {
    const refusal = check('physician', claimed(25), claimed(50));
    expect(refusal).toBeRefusedFor('credit-claimed-twice');
    expect(refusal?.reasons[0].field).toBe('/claims/1/creditType');
    expect(check('physician', claimed(25), claimed(25), claimed(25))).toBeRefusedFor(
      ...['credit-claimed-twice', 'credit-claimed-twice'],
    );
  });

  it('is refused for what the activity does not offer, and says what it does', () => {
    const refusal = checkClaims([claimed(100, 'ancc-contact-hour')], everyOffer.slice(0, 1), 'nurse');
    expect(refusal).toBeRefusedFor('credit-not-offered');
    expect(refusal?.reasons[0]).toMatchObject({
      remedy: 'Choose from: AMA PRA Category 1 Credits™.',
      field: '/claims/0/creditType',
    });
  });

  it('is refused for a kind of credit that is not for the profession', () => {
    expect(check('physician', claimed(100, 'ancc-contact-hour'))).toBeRefusedFor('credit-not-for-profession');
    expect(check('nurse', claimed(100, ama))).toBeUndefined();
    expect(check('other', claimed(100, 'aapa-category-1'))).toBeRefusedFor('credit-not-for-profession');
  });

  it('takes contact hours of nurses to the hundredth and those of pharmacists by the quarter', () => {
    expect(check('nurse', claimed(111, 'ancc-contact-hour'))).toBeUndefined();
    expect(check('pharmacist', claimed(111, 'acpe-contact-hour'))).toBeRefusedFor('amount-off-step');
  });

  it('is refused for a part of what is awarded whole, where its amount stands', () => {
    const whole = [{ creditType: ama, maximum: 100, rule: { ...knownType(ama), claiming: 'whole' as const } }];
    const refusal = checkClaims([claimed(75)], whole, 'physician');
    expect(refusal).toBeRefusedFor('amount-not-whole');
    expect(refusal?.reasons[0].field).toBe('/claims/0/amount');
    expect(checkClaims([claimed(100)], whole, 'physician')).toBeUndefined();
  });

  it('says of an amount below nothing that it stands at its line', () => {
    expect(check('physician', claimed(25), claimed(-25, 'aafp-prescribed'))?.reasons[0]).toMatchObject({
      ...{ code: 'amount-not-positive', field: '/claims/1/amount' },
    });
  });

  it('is granted for several kinds at once where each is for the profession', () => {
    expect(check('physician', claimed(100), claimed(75, 'aafp-prescribed'), claimed(100, 'ipce'))).toBeUndefined();
    expect(check('nurse', claimed(111, 'ancc-contact-hour'), claimed(100, 'ipce'))).toBeUndefined();
  });

  it('says the faults of every line at once, each with its place', () => {
    const refusal = check('nurse', claimed(200), claimed(7, 'aapa-category-1'));
    expect(refusal?.reasons.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'amount-above-maximum /claims/0/amount',
      'credit-not-for-profession /claims/1/creditType',
      'amount-off-step /claims/1/amount',
    ]);
  });

  it('is granted exactly where it is a positive multiple of the step, within the maximum, for the profession, and whole where that is the rule', () => {
    const line = fc.record({
      creditType: fc.constantFrom(...creditTypeIds),
      amount: fc.integer({ min: -60, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom(...professions), (claims, profession) => {
        const good =
          claims.length > 0 &&
          new Set(claims.map(({ creditType }) => creditType)).size === claims.length &&
          claims.every(({ creditType, amount }) => {
            const maximum = everyOffer.find((offer) => offer.creditType === creditType)?.maximum ?? 0;
            const { step, awardedTo, others, claiming } = knownType(creditType);
            const allowed = awardedTo === 'everyone' || awardedTo.includes(profession) || others === 'attendance';
            const fits = claiming === 'whole' ? amount === maximum : amount > 0 && amount <= maximum;
            return allowed && fits && amount % step === 0;
          });
        expect(codesOf(checkClaims(claims, everyOffer, profession)).length === 0).toBe(good);
      }),
      { numRuns: 500, examples: [[[{ creditType: 'apa-ce', amount: 25 }], 'psychologist']] },
    );
  });

  it('is the same claim whatever the order of its lines, and another when an amount or a line differs', () => {
    const [one, other] = [claimed(25), claimed(100, 'ancc-contact-hour')];
    expect(sameClaims([one, other], [other, one])).toBe(true);
    expect(sameClaims([one], [claimed(50)])).toBe(false);
    expect(sameClaims([one], [one, other])).toBe(false);
    expect(sameClaims([one, other], [one])).toBe(false);
    expect(sameClaims([one, other], [one, claimed(75, 'ancc-contact-hour')])).toBe(false);
    expect(sameClaims([claimed(100)], [claimed(100, 'ancc-contact-hour')])).toBe(false);
  });
});

describe('what a claim certifies', () => {
  it('is each line with its maximum, and the number that the activity has for that credit', () => {
    const offers = [
      { creditType: ama, maximum: 150 },
      { creditType: 'ipce', maximum: 100, activityNumber: 'JA0000123' },
    ];
    const certified = certifiedCredits([claimed(25), claimed(100, 'ipce')], offers, 'physician');
    expect(certified).toMatchObject([
      { creditType: ama, amount: 25, maximum: 150, basis: 'awarded' },
      { creditType: 'ipce', amount: 100, maximum: 100, activityNumber: 'JA0000123' },
    ]);
    expect(certified?.[0]).not.toHaveProperty('activityNumber');
  });

  it('is nothing at all where one of its lines is not for the profession, or is not offered', () => {
    const both = [claimed(100), claimed(100, 'ancc-contact-hour')];
    expect(certifiedCredits(both, everyOffer, 'physician')).toBeUndefined();
    expect(certifiedCredits(both, everyOffer.slice(0, 1), 'physician')).toBeUndefined();
  });
});

describe('what a profession is offered', () => {
  it.each([
    ['physician', [ama, 'aafp-prescribed', 'aafp-elective', 'ipce']],
    ['nurse', ['ancc-contact-hour', 'ipce']],
    ['physician-assistant', ['aapa-category-1', 'ipce']],
    ['pharmacist', ['acpe-contact-hour', 'ipce']],
    ['pharmacy-technician', ['acpe-contact-hour-technician', 'ipce']],
    ['psychologist', ['apa-ce', 'ipce']],
    ['social-worker', ['aswb-ace', 'ipce']],
    ['dentist', ['ada-cerp', 'ipce']],
    ['optometrist', ['cope', 'ipce']],
    ['dietitian', ['cdr-cpeu', 'ipce']],
    ['athletic-trainer', ['boc-ceu', 'ipce']],
    ['other', [ama, 'ipce']],
  ] as const)('is for a %s the credit that is awarded, before mere attendance', (profession, types) => {
    expect(offersFor(everyOffer, profession).map(({ creditType }) => creditType)).toEqual(types);
  });

  it('is nothing where there is nothing for the profession', () => {
    expect(offersFor([{ creditType: 'ancc-contact-hour', maximum: 100 }], 'physician')).toEqual([]);
  });

  it('can always be claimed in full by that profession', () => {
    for (const profession of professions)
      for (const { creditType, maximum } of offersFor(everyOffer, profession))
        expect(check(profession, claimed(maximum, creditType))).toBeUndefined();
  });

  it('awards each kind of credit to one profession only but the team’s, and the AMA’s to physicians alone', () => {
    for (const creditType of creditTypeIds.filter((id) => id !== 'ipce'))
      expect(
        professions.filter((profession) => basisFor(knownType(creditType), profession) === 'awarded'),
      ).toHaveLength(1);
    expect(professions.map((profession) => basisFor(knownType(ama), profession))).toEqual(
      professions.map((profession) => (profession === 'physician' ? 'awarded' : 'attendance')),
    );
  });
});
