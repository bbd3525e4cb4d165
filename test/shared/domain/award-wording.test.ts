import { describe, expect, it } from 'vitest';
import {
  awardTemplates,
  pointsSentenceOf,
  sentenceOf,
  wordCredits,
  wordPoints,
} from '../../../shared/domain/award-wording.ts';
import type { CertifiedCredit } from '../../../shared/domain/certificate.ts';
import { wordingVersion } from '../../../shared/domain/template.ts';

const credit = (overrides: Partial<CertifiedCredit> = {}): CertifiedCredit => ({
  ...{ creditType: 'ama-pra-category-1', basis: 'awarded', amount: 125, maximum: 150 },
  ...overrides,
});
const points = { board: 'ABIM', boardName: 'American Board of Internal Medicine', points: 125 } as const;
const moc = { ...points, creditType: 'ama-pra-category-1' };

describe('the sentence that a certificate says of a credit', () => {
  it('awards what was claimed, and is frozen with the template that it was made by', () => {
    expect(wordCredits([credit()])).toEqual([
      {
        ...credit(),
        sentence: 'and is awarded 1.25 AMA PRA Category 1 Credits™',
        ...{ templateId: 'credit-awarded', templateVersion: 1 },
      },
    ]);
  });

  it('names the maximum to whom attendance is attested', () => {
    expect(wordCredits([credit({ basis: 'attendance' })])).toMatchObject([
      {
        sentence: 'The activity was designated for 1.5 AMA PRA Category 1 Credits™',
        ...{ templateId: 'credit-attendance', templateVersion: 1 },
      },
    ]);
  });

  it('is the provider’s own where it has one, marked by its content', () => {
    const own = { 'credit-awarded': 'has earned {amount}', 'moc-points': 'with {points} of the {boardName} ({board})' };
    expect(wordCredits([credit()], own)).toMatchObject([
      {
        sentence: 'has earned 1.25 AMA PRA Category 1 Credits™',
        ...{ templateId: 'credit-awarded', templateVersion: wordingVersion('has earned {amount}') },
      },
    ]);
    expect(wordPoints([moc], own)).toMatchObject([
      { sentence: 'with 1.25 ABIM MOC points of the American Board of Internal Medicine (ABIM)' },
    ]);
  });

  it('stays as it was frozen, whatever the wording is today, and is that of its time where none was frozen', () => {
    expect(sentenceOf(credit({ sentence: 'as it was' }))).toBe('as it was');
    expect(sentenceOf(credit())).toBe('and is awarded 1.25 AMA PRA Category 1 Credits™');
    expect(sentenceOf(credit({ basis: 'attendance' }))).toBe(
      'The activity was designated for 1.5 AMA PRA Category 1 Credits™',
    );
    expect(pointsSentenceOf({ ...moc, sentence: 'as it was' })).toBe('as it was');
    expect(pointsSentenceOf(moc)).toBe('and qualifies for 1.25 ABIM MOC points');
  });
});

describe('the sentence that a certificate says of points', () => {
  it('qualifies for them, because the board grants them', () => {
    expect(wordPoints([moc])).toEqual([
      {
        ...moc,
        sentence: 'and qualifies for 1.25 ABIM MOC points',
        ...{ templateId: 'moc-points', templateVersion: awardTemplates.points.version },
      },
    ]);
  });
});
