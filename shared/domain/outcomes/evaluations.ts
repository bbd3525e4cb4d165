import type { EvaluationQuestion } from '../evaluation.ts';
import type { CivilDate, OptionId } from '../kinds.ts';
import { LEAST } from './groups.ts';
import type { EvaluationResponse } from './kept.ts';
import { mean, quantile } from './numbers.ts';

/** What somebody answered to one question of an evaluation. */
export interface Answered {
  readonly on: CivilDate;
  readonly answer: readonly OptionId[] | string;
}

/** What a question of the evaluation was answered. */
export interface QuestionFigures {
  /** Who answered it. Not everybody is asked, and not everything is required. */
  readonly learners: number;
  readonly chosen: Readonly<Record<OptionId, number>>;
  /** Of ratings: where the answers lie on the scale, its first option being 1. */
  readonly mean?: number;
  readonly median?: number;
}

/** The answers that were given to a question; blank ones are none. */
export const answersTo = (
  { questionId }: Pick<EvaluationQuestion, 'questionId'>,
  responses: readonly EvaluationResponse[],
): readonly Answered[] =>
  responses.flatMap(({ on, answers }) => {
    const answer = answers[questionId];
    const isGiven = typeof answer === 'string' ? answer.trim() !== '' : answer !== undefined && answer.length > 0;
    return isGiven && answer !== undefined ? [{ on, answer }] : [];
  });

/** The place on its scale that a rating chose, from 1; nothing for an option that it has not. */
export function placeOf(
  { options = [] }: Pick<EvaluationQuestion, 'options'>,
  { answer }: Answered,
): number | undefined {
  const place = options.findIndex(({ optionId }) => optionId === answer[0]);
  return place < 0 ? undefined : place + 1;
}

/** What a question with options was answered; nothing when fewer than five answered it. */
export function questionFiguresOf(
  question: EvaluationQuestion,
  shown: readonly Answered[],
): QuestionFigures | undefined {
  if (question.kind === 'text' || shown.length < LEAST) return undefined;
  const chosen = (question.options ?? []).map(({ optionId }): readonly [OptionId, number] => [
    optionId,
    shown.filter(({ answer }) => answer.includes(optionId)).length,
  ]);
  const figures = { learners: shown.length, chosen: Object.fromEntries(chosen) };
  if (question.kind !== 'rating') return figures;
  const places = shown.flatMap((answered) => placeOf(question, answered) ?? []).toSorted((one, other) => one - other);
  return { ...figures, mean: mean(places), median: quantile(places, 0.5) };
}

/**
 * What was written, in alphabetical order: it tells neither when nor by whom, and not what else the same person wrote.
 * Nothing when fewer than five wrote.
 */
export function textsOf(shown: readonly Answered[]): readonly string[] {
  const texts = shown.flatMap(({ answer }) => (typeof answer === 'string' ? [answer.trim()] : []));
  return texts.length < LEAST ? [] : texts.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
}

/** How far the same people rate themselves apart before and after an activity. */
export interface ChangeFigures {
  readonly learners: number;
  readonly before: number;
  readonly after: number;
  readonly higher: number;
  readonly same: number;
  readonly lower: number;
  /** How many changed by so many steps of the scale. */
  readonly steps: readonly { readonly by: number; readonly learners: number }[];
}

/** Both answers of one person to a pair of ratings. */
export interface PairAnswered {
  readonly on: CivilDate;
  readonly before: number;
  readonly after: number;
}

/** The answers of whoever answered both questions of a pair. */
export const pairAnswersTo = (
  [before, after]: readonly [EvaluationQuestion, EvaluationQuestion],
  responses: readonly EvaluationResponse[],
): readonly PairAnswered[] =>
  responses.flatMap((response) => {
    const [one, other] = [before, after].map((question) => {
      const [answered] = answersTo(question, [response]);
      return answered && placeOf(question, answered);
    });
    return one === undefined || other === undefined ? [] : [{ on: response.on, before: one, after: other }];
  });

/** How ratings of before and after differ, person by person; nothing when fewer than five answered both. */
export function changeFiguresOf(shown: readonly PairAnswered[]): ChangeFigures | undefined {
  if (shown.length < LEAST) return undefined;
  const by = shown.map(({ before, after }) => after - before);
  const steps = [...Map.groupBy(by, (step) => step)].toSorted(([one], [other]) => one - other);
  return {
    learners: shown.length,
    before: mean(shown.map(({ before }) => before)),
    after: mean(shown.map(({ after }) => after)),
    higher: by.filter((step) => step > 0).length,
    same: by.filter((step) => step === 0).length,
    lower: by.filter((step) => step < 0).length,
    steps: steps.map(([step, of]) => ({ by: step, learners: of.length })),
  };
}
