import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CreditOffer } from '../../../shared/domain/activity.ts';
import { builtInTypes } from '../../../shared/domain/built-in-credit-types.ts';
import { certifiedCredits, checkClaims, offersFor } from '../../../shared/domain/claim.ts';
import type { CreditType } from '../../../shared/domain/credit-rule.ts';
import {
  byCreditType,
  creditForMinutes,
  creditTypeIds,
  frozen,
  knownType,
  ruleOf,
} from '../../../shared/domain/credit-type.ts';
import { idPattern } from '../../../shared/domain/kinds.ts';
import { type Profession, professions } from '../../../shared/domain/learner.ts';
import { basisFor } from '../../../shared/domain/statement.ts';

const someone = fc.constantFrom(...professions);

/** Rules of every shape that a provider can make up. */
const anyRule: fc.Arbitrary<CreditType> = fc.record({
  creditType: fc.constantFrom('harbor-hour', 'harbor-point', ...creditTypeIds),
  name: fc.constant('Harbor hour'),
  plural: fc.constant('Harbor hours'),
  unit: fc.constant('hour'),
  step: fc.constantFrom(1, 5, 10, 25, 33, 50, 100),
  rounding: fc.constantFrom('nearest' as const, 'down' as const),
  minutes: fc.constantFrom(45, 50, 60),
  claiming: fc.constantFrom('commensurate' as const, 'whole' as const),
  awardedTo: fc.oneof(fc.constant('everyone' as const), fc.uniqueArray(someone, { minLength: 1 })),
  others: fc.constantFrom('attendance' as const, 'refused' as const),
});
const anyOffers: fc.Arbitrary<readonly CreditOffer[]> = fc
  .uniqueArray(fc.record({ rule: anyRule, steps: fc.integer({ min: 1, max: 40 }) }), {
    selector: ({ rule }) => rule.creditType,
    maxLength: 5,
  })
  .map((all) => all.map(({ rule, steps }) => ({ creditType: rule.creditType, rule, maximum: rule.step * steps })));

/** A claim of some share of everything that somebody is offered. */
const claimsOf = (offers: readonly CreditOffer[], profession: Profession, share: number) =>
  offersFor(offers, profession).map(({ creditType, maximum, rule }) => {
    const step = rule?.step ?? 1;
    const part = Math.max(step, Math.floor((maximum * share) / step) * step);
    return { creditType, amount: rule?.claiming === 'whole' ? maximum : part };
  });

describe('whatever the rules of the credit', () => {
  it('what is claimed is what is certified, to the hundredth', () => {
    fc.assert(
      fc.property(anyOffers, someone, fc.double({ min: 0, max: 1, noNaN: true }), (offers, profession, share) => {
        const claims = claimsOf(offers, profession, share);
        fc.pre(claims.length > 0);
        expect(checkClaims(claims, offers, profession)).toBeUndefined();
        const certified = certifiedCredits(claims, offers, profession) ?? [];
        expect(certified.map(({ creditType, amount }) => ({ creditType, amount }))).toEqual(claims);
        for (const { amount, maximum, creditType } of certified) {
          const rule = offers.find((offer) => offer.creditType === creditType)?.rule;
          expect(Number.isSafeInteger(amount) && amount > 0 && amount <= maximum).toBe(true);
          expect(amount % (rule?.step ?? 1)).toBe(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nobody is offered or certified what is not for their profession', () => {
    fc.assert(
      fc.property(anyOffers, someone, (offers, profession) => {
        for (const { rule } of offersFor(offers, profession)) expect(rule && basisFor(rule, profession)).toBeDefined();
        for (const { creditType, maximum, rule } of offers) {
          const basis = rule && basisFor(rule, profession);
          const [certified] = certifiedCredits([{ creditType, amount: maximum }], offers, profession) ?? [];
          expect(certified?.basis).toBe(basis);
          expect(checkClaims([{ creditType, amount: maximum }], offers, profession) === undefined).toBe(
            basis !== undefined,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('who has credit of their own is never offered mere attendance beside it', () => {
    fc.assert(
      fc.property(anyOffers, someone, (offers, profession) => {
        const given = offersFor(offers, profession).flatMap(({ rule }) => rule ?? []);
        const own = given.some(({ awardedTo }) => awardedTo !== 'everyone' && awardedTo.includes(profession));
        if (own) expect(given.every((rule) => basisFor(rule, profession) === 'awarded')).toBe(true);
        // What goes to everyone is never lost, whatever else there is.
        expect(given.filter(({ awardedTo }) => awardedTo === 'everyone')).toHaveLength(
          offers.filter(({ rule }) => rule?.awardedTo === 'everyone').length,
        );
      }),
    );
  });

  it('minutes are worth whole steps, at most half a step more than they are, and never more where they are rounded down', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: 0, max: 10_000 }), (rule, minutes) => {
        const credit = creditForMinutes(rule, minutes);
        const exact = (minutes * 100) / rule.minutes;
        expect(credit % rule.step).toBe(0);
        expect(credit - exact).toBeLessThanOrEqual(rule.rounding === 'down' ? 1e-9 : rule.step / 2);
        expect(exact - credit).toBeLessThan(rule.rounding === 'down' ? rule.step : rule.step / 2 + 1e-9);
      }),
    );
  });
});

describe('the kinds of credit that the software knows', () => {
  it.each([
    ['ama-pra-category-1', 52, 75],
    ['ama-pra-category-1', 53, 100],
    ['aafp-prescribed', 53, 100],
    ['ancc-contact-hour', 50, 83],
    ['acpe-contact-hour', 59, 75],
    ['cope', 59, 75],
  ])('of %s make %i minutes %i hundredths', (creditType, minutes, credit) => {
    expect(creditForMinutes(knownType(creditType), minutes)).toBe(credit);
  });

  it('have ids that addresses can hold, in one order with a provider’s own after them', () => {
    expect(new Set(creditTypeIds).size).toBe(builtInTypes.length);
    expect(creditTypeIds.every((id) => idPattern.test(id))).toBe(true);
    const [first = '', second = ''] = creditTypeIds;
    expect(['zebra', 'harbor', second, first].toSorted(byCreditType)).toEqual([first, second, 'harbor', 'zebra']);
    expect(['harbor', 'zebra', first, second].toSorted(byCreditType)).toEqual([first, second, 'harbor', 'zebra']);
    for (const id of ['harbor', first]) expect(byCreditType(id, id)).toBe(0);
  });

  it('leave no profession without credit of its own but those that are named “other”', () => {
    const everything = creditTypeIds.map((creditType) => frozen({ creditType, maximum: 100 }));
    const without = professions.filter((profession) =>
      offersFor(everything, profession).every(
        (offer) => basisFor(ruleOf(offer), profession) === 'attendance' || ruleOf(offer).awardedTo === 'everyone',
      ),
    );
    expect(without).toEqual(['other']);
  });

  it('tell pharmacists’ Universal Activity Numbers from technicians’', () => {
    const patterns = ['acpe-contact-hour', 'acpe-contact-hour-technician'].map(
      (creditType) => new RegExp(knownType(creditType).number?.pattern ?? 'none'),
    );
    const fits = (number: string) => patterns.map((pattern) => pattern.test(number));
    expect(fits('JA4008106-0000-24-035-H01-P')).toEqual([true, false]);
    expect(fits('1234-0000-21-0001-L01-T')).toEqual([false, true]);
    expect(fits('1234-0000-21-01-L01-P')).toEqual([false, false]);
  });
});
