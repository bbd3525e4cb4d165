import type { CertifiedCredit } from './certificate.ts';
import { creditPhrase } from './credit-name.ts';
import { namesOf } from './credit-type.ts';
import { mocPhrase, mocSentence } from './moc.ts';
import type { MocPoints } from './moc-facts.ts';
import { awardSentence } from './statement.ts';
import { asWorded, fill, madeBy, type OwnWordings, type Template } from './template.ts';

/**
 * The sentences of a certificate. A physician *is awarded* what was claimed; for anybody else the activity *was designated
 * for* the credit (cme.md 1b, "Physician cert" and "Non-physician cert"). Points are the board's to grant.
 */
export const awardTemplates = {
  awarded: { templateId: 'credit-awarded', version: 1, text: 'and is awarded {amount}' },
  attendance: { templateId: 'credit-attendance', version: 1, text: 'The activity was designated for {amount}' },
  points: { templateId: 'moc-points', version: 1, text: 'and qualifies for {points}' },
} as const satisfies Record<string, Template>;

/** Puts credit into the sentences that its certificate will say for ever, whatever becomes of the templates. */
export const wordCredits = (credits: readonly CertifiedCredit[], own?: OwnWordings): readonly CertifiedCredit[] =>
  credits.map((credit) => {
    const template = asWorded(awardTemplates[credit.basis], own);
    const amount = credit.basis === 'awarded' ? credit.amount : credit.maximum;
    const sentence = fill(template, { amount: creditPhrase(namesOf(credit), amount) });
    return { ...credit, sentence, ...madeBy(template) };
  });

/** The same for points. */
export const wordPoints = (points: readonly MocPoints[], own?: OwnWordings): readonly MocPoints[] =>
  points.map((moc) => {
    const template = asWorded(awardTemplates.points, own);
    const sentence = fill(template, { points: mocPhrase(moc), board: moc.board, boardName: moc.boardName });
    return { ...moc, sentence, ...madeBy(template) };
  });

/** What a certificate says of a credit: the words that were frozen, or those of the time before words were. */
export const sentenceOf = (credit: CertifiedCredit): string =>
  credit.sentence ?? awardSentence(namesOf(credit), credit.basis, credit.amount, credit.maximum);

/** What it says of points. */
export const pointsSentenceOf = (moc: MocPoints): string => moc.sentence ?? mocSentence(moc);
