import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentKinds } from '../../../shared/domain/assessment.ts';
import type { CertifiedCredit } from '../../../shared/domain/certificate.ts';
import { professions } from '../../../shared/domain/learner.ts';
import {
  checkMoc,
  derivedMoc,
  mocOffersFor,
  mocPermission,
  mocPhrase,
  mocPoints,
  reportBy,
  sameMoc,
} from '../../../shared/domain/moc.ts';
import { boardIds, boards } from '../../../shared/domain/moc-boards.ts';
import type { MocOffer, MocRequest, MocRule } from '../../../shared/domain/moc-facts.ts';
import { totalsOf } from '../../../shared/domain/wallet.ts';
import '../../support/refusals.ts';

const ama = 'ama-pra-category-1';
const offer = (overrides: Partial<MocOffer> = {}): MocOffer => ({
  ...{ board: 'ABIM', boardName: boards.ABIM.name, creditType: ama },
  ...{ rule: { kind: 'equal-to-claimed' }, maximum: 150, step: 25 },
  ...overrides,
});
const request = (overrides: Partial<MocRequest> = {}): MocRequest => ({
  ...{ board: 'ABIM', boardId: '123456', birthMonthDay: '03-09', permission: true, wording: mocPermission().wording },
  ...overrides,
});
const claim = [{ creditType: ama, amount: 125 }];

const anyRule: fc.Arbitrary<MocRule> = fc.oneof(
  fc.constant({ kind: 'equal-to-claimed' as const }),
  fc.record({ kind: fc.constant('ratio' as const), perCredit: fc.integer({ min: 1, max: 1_000 }) }),
  fc.record({ kind: fc.constant('fixed' as const), points: fc.integer({ min: 1, max: 5_000 }) }),
);
const anyOffer = fc
  .record({
    board: fc.constantFrom(...boardIds),
    rule: anyRule,
    step: fc.constantFrom(1, 25, 50, 100),
    steps: fc.integer({ min: 1, max: 80 }),
  })
  .map(({ board, rule, step, steps }) => offer({ board, rule, step, maximum: step * steps }));
const anyAmount = fc.integer({ min: -100, max: 999_999 });

describe('points for maintenance of certification', () => {
  it('are as many as the credits that are claimed, by ABIM’s rule, up to what qualifies', () => {
    expect([25, 125, 150].map((claimed) => mocPoints(offer(), claimed))).toEqual([25, 125, 150]);
    expect(mocPoints(offer({ maximum: 100 }), 150)).toBe(100);
  });

  it('are whole where a board counts whole ones, and a half credit earns none', () => {
    expect([50, 100, 175].map((claimed) => mocPoints(offer({ step: 100, maximum: 200 }), claimed))).toEqual([
      ...[0, 100, 100],
    ]);
  });

  it('follow another rule where the activity has one', () => {
    expect(mocPoints(offer({ rule: { kind: 'ratio', perCredit: 200 }, maximum: 1_000 }), 125)).toBe(250);
    expect(mocPoints(offer({ rule: { kind: 'fixed', points: 500 }, maximum: 500 }), 25)).toBe(500);
  });

  it('are never more than the board’s maximum, never a broken step, and never less for a greater claim, by any rule', () => {
    fc.assert(
      fc.property(anyOffer, anyAmount, fc.nat(1_000), (board, claimed, more) => {
        const points = mocPoints(board, claimed);
        expect(Number.isSafeInteger(points) && points >= 0 && points <= board.maximum).toBe(true);
        expect(points % board.step).toBe(0);
        if (board.rule.kind === 'equal-to-claimed') expect(points).toBeLessThanOrEqual(Math.max(0, claimed));
        expect(mocPoints(board, claimed + more)).toBeGreaterThanOrEqual(points);
      }),
      { numRuns: 1_000 },
    );
  });

  it('come from credit that is awarded, never from attendance, and only for boards that were asked for', () => {
    const certified = (basis: CertifiedCredit['basis']): CertifiedCredit => ({
      ...{ creditType: ama, basis, amount: 125, maximum: 150 },
    });
    const offers = [offer(), offer({ board: 'ABP', boardName: boards.ABP.name, maximum: 100, step: 100 })];
    expect(derivedMoc(['ABIM', 'ABP'], offers, [certified('awarded')])).toMatchObject([
      { board: 'ABIM', points: 125 },
      { board: 'ABP', points: 100 },
    ]);
    expect(derivedMoc(['ABP'], offers, [certified('awarded')])).toHaveLength(1);
    expect(derivedMoc([], offers, [certified('awarded')])).toEqual([]);
    expect(derivedMoc(['ABIM'], offers, [certified('attendance')])).toEqual([]);
    expect(derivedMoc(['ABIM'], offers, [{ ...certified('awarded'), creditType: 'ipce' }])).toEqual([]);
  });

  it('are offered to physicians who passed a post-test, and to nobody else', () => {
    for (const profession of professions)
      for (const passed of [...assessmentKinds, undefined])
        expect(mocOffersFor([offer()], { profession, passed })).toHaveLength(
          profession === 'physician' && passed === 'post-test' ? 1 : 0,
        );
  });

  it('are said in the right number, and are due at the board within thirty days', () => {
    expect(mocPhrase({ board: 'ABIM', points: 100 })).toBe('1 ABIM MOC point');
    expect(mocPhrase({ board: 'ABP', points: 125 })).toBe('1.25 ABP MOC points');
    expect(reportBy('2026-03-09')).toBe('2026-04-08');
    expect(reportBy('2027-12-15')).toBe('2028-01-14');
  });

  it('are no credit: no total of credit knows of them', () => {
    expect(totalsOf([])).toEqual([]);
    // @ts-expect-error A count of points is no amount of credit.
    const points: import('../../../shared/domain/kinds.ts').CreditHundredths = mocPoints(offer(), 100);
    expect(points).toBe(100);
  });
});

describe('a wish for points', () => {
  it('is granted with a permission, an ID and a birthday', () => {
    expect(checkMoc([request()], [offer()], claim)).toBeUndefined();
    expect(checkMoc([request({ birthMonthDay: '02-29' })], [offer()], claim)).toBeUndefined();
    expect(checkMoc([], [], claim)).toBeUndefined();
  });

  it.each([
    ['without permission', request({ permission: false }), 'moc-permission-required', '/moc/0/permission'],
    ['on words that are not shown any more', request({ wording: 0 }), 'wording-changed', '/moc/0/permission'],
    ['of a board that is not offered', request({ board: 'ABP' }), 'moc-not-offered', '/moc/0/board'],
    ['without an ID', request({ boardId: '' }), 'board-id-unreadable', '/moc/0/boardId'],
    ['with an ID of other signs', request({ boardId: '123 456' }), 'board-id-unreadable', '/moc/0/boardId'],
    ['with no day of the calendar', request({ birthMonthDay: '02-30' }), 'birthday-unreadable', '/moc/0/birthMonthDay'],
    ['with a year', request({ birthMonthDay: '1970-03-09' }), 'birthday-unreadable', '/moc/0/birthMonthDay'],
  ])('%s is refused with the reason at its field', (_, wish, code, field) => {
    const refusal = checkMoc([wish], [offer()], claim);
    expect(refusal).toBeRefusedFor(code);
    expect(refusal?.reasons[0].field).toBe(field);
  });

  it('is refused where the credit that it follows from is not claimed, or is too little', () => {
    expect(checkMoc([request()], [offer()], [{ creditType: 'aafp-prescribed', amount: 100 }])).toBeRefusedFor(
      'moc-no-points',
    );
    expect(checkMoc([request()], [offer({ step: 100 })], [{ creditType: ama, amount: 75 }])).toBeRefusedFor(
      'moc-no-points',
    );
  });

  it('is the same as another where board, ID and birthday are, in any order', () => {
    const [one, other] = [request(), request({ board: 'ABP', boardId: '777' })];
    expect(sameMoc([], [])).toBe(true);
    expect(sameMoc([one, other], [other, { ...one }])).toBe(true);
    for (const different of [
      [],
      [one],
      [one, other, other],
      [one, { ...other, board: 'ABA' as const }],
      [one, { ...other, boardId: '778' }],
      [one, { ...other, birthMonthDay: '03-10' }],
    ])
      expect(sameMoc([one, other], different)).toBe(false);
  });

  it('is refused twice for the same board; a birthday that is wrong for all is told once', () => {
    expect(checkMoc([request(), request()], [offer()], claim)).toBeRefusedFor('moc-asked-twice');
    const offers = [offer(), offer({ board: 'ABP' })];
    const wishes = [request({ birthMonthDay: '' }), request({ board: 'ABP', birthMonthDay: '' })];
    expect(checkMoc(wishes, offers, claim)).toBeRefusedFor('birthday-unreadable');
  });
});
