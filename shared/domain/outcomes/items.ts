import type { CivilDate, OptionId, QuestionId } from '../kinds.ts';
import { LEAST } from './groups.ts';
import type { FirstAnswers } from './kept.ts';
import { type Bar, barsOf, correlation, mean, type Spread, spreadOf, sum, variance } from './numbers.ts';

/** What somebody answered to one question, and how they did at the others. */
export interface ItemAnswer {
  readonly on: CivilDate;
  readonly chosen: readonly OptionId[];
  readonly right: boolean;
  /** How many of the other questions they had right. */
  readonly rest: number;
}

/** What a question measures, by first attempts. */
export interface ItemFigures {
  readonly learners: number;
  /** How many had it right. Their share is the item's difficulty (its *facility*): the higher, the easier. */
  readonly right: number;
  /**
   * The corrected point-biserial correlation: of having it right with how many of the *other* questions one has right. The
   * item itself is left out, because it would correlate with itself (Henrysson, Psychometrika 28, 1963).
   */
  readonly discrimination?: number;
  /** Where the groups have five learners or more. */
  readonly upperLower?: number;
  readonly chosen: Readonly<Record<OptionId, number>>;
}

/** What first attempts say of each of their questions. */
export function itemAnswersOf({ on, items }: FirstAnswers): readonly (readonly [QuestionId, ItemAnswer])[] {
  const entries = Object.entries(items);
  const total = entries.filter(([, { right }]) => right).length;
  return entries.map(([questionId, { chosen, right }]) => [
    questionId,
    { on, chosen, right, rest: total - (right ? 1 : 0) },
  ]);
}

/** The share of the upper and lower group (Kelley, Journal of Educational Psychology 30, 1939). */
const TAIL = 0.27;

/**
 * By how much more of the best 27 % than of the weakest 27 % had it right. Who stands at the edge of a group with others of the
 * same score is in it by their share, so that no order of rows changes the figure.
 */
function upperLowerOf(answers: readonly ItemAnswer[]): number | undefined {
  const size = Math.round(answers.length * TAIL);
  if (size < LEAST) return undefined;
  const byScore = Map.groupBy(answers, ({ right, rest }) => rest + (right ? 1 : 0));
  const scores = [...byScore].toSorted(([one], [other]) => one - other).map(([, of]) => of);
  const rightIn = (groups: readonly (readonly ItemAnswer[])[]): number => {
    let left = size;
    return sum(
      groups.map((of) => {
        const taken = Math.min(left, of.length);
        left -= taken;
        return (taken / of.length) * of.filter(({ right }) => right).length;
      }),
    );
  };
  return (rightIn(scores.toReversed()) - rightIn(scores)) / size;
}

/** What a question measures; nothing when fewer than five were asked. */
export function itemFiguresOf(answers: readonly ItemAnswer[]): ItemFigures | undefined {
  if (answers.length < LEAST) return undefined;
  const discrimination = correlation(answers.map(({ right, rest }) => [right ? 1 : 0, rest]));
  const upperLower = upperLowerOf(answers);
  const chosen = Map.groupBy(
    answers.flatMap((answer) => answer.chosen),
    (optionId) => optionId,
  );
  return {
    learners: answers.length,
    right: answers.filter(({ right }) => right).length,
    ...(discrimination !== undefined && { discrimination }),
    ...(upperLower !== undefined && { upperLower }),
    chosen: Object.fromEntries([...chosen].map(([optionId, times]) => [optionId, times.length])),
  };
}

/** What the first attempts at a whole assessment say. */
export interface ScoreFigures extends Spread {
  readonly mean: number;
  readonly deviation: number;
  readonly bars: readonly Bar[];
  /**
   * Kuder and Richardson's formula 20 (Psychometrika 2, 1937): how far scores would agree with those of another test of the
   * same kind. Nothing where learners are asked different questions, or all have the same score.
   */
  readonly reliability?: number;
}

const scoreBars = [9, 19, 29, 39, 49, 59, 69, 79, 89];

/** Formula 20 over answers that are all to the same questions. */
function reliabilityOf(answers: readonly FirstAnswers[]): number | undefined {
  const [first] = answers;
  const asked = Object.keys(first?.items ?? {});
  const count = asked.length;
  const allTheSame = answers.every(
    ({ items }) => Object.keys(items).length === count && asked.every((questionId) => items[questionId] !== undefined),
  );
  const ofTotals = variance(answers.map(({ items }) => Object.values(items).filter(({ right }) => right).length));
  if (!allTheSame || count < 2 || !(ofTotals > 0)) return undefined;
  const ofItems = asked.map((questionId) => variance(answers.map(({ items }) => (items[questionId]?.right ? 1 : 0))));
  return (count / (count - 1)) * (1 - sum(ofItems) / ofTotals);
}

/** What first attempts scored, in percent; nothing when there are fewer than five. */
export function scoreFiguresOf(answers: readonly FirstAnswers[]): ScoreFigures | undefined {
  if (answers.length < LEAST) return undefined;
  const scores = answers.map(({ items }) => {
    const results = Object.values(items);
    // Rounded down, as the learner was told.
    return Math.floor((100 * results.filter(({ right }) => right).length) / results.length);
  });
  const reliability = reliabilityOf(answers);
  return {
    ...spreadOf(scores),
    mean: mean(scores),
    deviation: Math.sqrt(variance(scores)),
    bars: barsOf(scores, scoreBars).map((bar) => (bar.greatest === undefined ? { ...bar, greatest: 100 } : bar)),
    ...(reliability !== undefined && { reliability }),
  };
}
