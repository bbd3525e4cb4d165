import type { ActivityVersion } from '../activity.ts';
import type { AnswerKey, Assessment, AssessmentKind, QuestionKind } from '../assessment.ts';
import { canonicalJson, type Json } from '../canonical-json.ts';
import type { ChangeAspect, EvaluationKind, EvaluationQuestion } from '../evaluation.ts';
import type { AssessmentId, CivilDate, OptionId, QuestionId } from '../kinds.ts';
import {
  type Answered,
  answersTo,
  type ChangeFigures,
  changeFiguresOf,
  pairAnswersTo,
  type QuestionFigures,
  questionFiguresOf,
  textsOf,
} from './evaluations.ts';
import { type Month, type Shown, shownOf } from './groups.ts';
import { type ItemFigures, itemAnswersOf, itemFiguresOf, type ScoreFigures, scoreFiguresOf } from './items.ts';
import type { EvaluationResponse, FirstAnswers, Sitting } from './kept.ts';
import { type AttemptFigures, attemptFiguresOf, shownSittings, type TimeFigures, timeFiguresOf } from './sittings.ts';

/** A published version with its answer keys, and the first day that is not over where it is held. */
export interface ReportedVersion {
  readonly activity: ActivityVersion;
  readonly keys: Readonly<Record<AssessmentId, AnswerKey>>;
  readonly today: CivilDate;
}

/** Everything that is kept of an activity's outcomes, and what of it is asked for. */
export interface ReportInput {
  /** Those that are asked for, newest first. */
  readonly versions: readonly ReportedVersion[];
  readonly sittings: readonly Sitting[];
  readonly answers: readonly FirstAnswers[];
  readonly responses: readonly EvaluationResponse[];
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
}

export interface ItemOutcomes {
  readonly questionId: QuestionId;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly options: readonly { readonly optionId: OptionId; readonly text: string; readonly right: boolean }[];
  /** Absent: fewer than five learners. */
  readonly figures?: ItemFigures;
}

/** What an assessment showed, in versions that asked the same. */
export interface AssessmentOutcomes {
  readonly assessmentId: AssessmentId;
  readonly title: string;
  readonly kind: AssessmentKind;
  readonly passMark: number;
  readonly versions: readonly number[];
  readonly attempts: readonly AttemptFigures[];
  readonly time?: TimeFigures;
  readonly scores?: ScoreFigures;
  readonly items: readonly ItemOutcomes[];
}

/** What a question of the evaluation showed, in versions that asked the same. */
export interface QuestionOutcomes {
  readonly questionId: QuestionId;
  readonly text: string;
  readonly kind: EvaluationKind;
  readonly group?: string;
  readonly analyzesChange?: ChangeAspect;
  readonly versions: readonly number[];
  readonly options: readonly { readonly optionId: OptionId; readonly text: string }[];
  readonly figures?: QuestionFigures;
  /** Of a question that is answered in words: how many answers can be read. */
  readonly texts?: number;
}

export interface ChangeOutcomes {
  readonly pair: string;
  readonly before: string;
  readonly after: string;
  readonly analyzesChange?: ChangeAspect;
  readonly versions: readonly number[];
  readonly scale: readonly string[];
  readonly figures?: ChangeFigures;
}

export interface OutcomesReport {
  readonly assessments: readonly AssessmentOutcomes[];
  readonly evaluation: readonly QuestionOutcomes[];
  readonly change: readonly ChangeOutcomes[];
}

const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };

/** Things of several versions, together where they are the same; in the order in which they are first met. */
function together<Thing>(
  versions: readonly ReportedVersion[],
  thingsOf: (version: ReportedVersion) => readonly Thing[],
): readonly { readonly thing: Thing; readonly of: readonly ReportedVersion[] }[] {
  const found = versions.flatMap((version) => thingsOf(version).map((thing) => ({ thing, version })));
  return [...Map.groupBy(found, ({ thing }) => canonicalJson(thing as Json)).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ thing: first.thing, of: same.map(({ version }) => version) }] : [];
  });
}

const numbersOf = (versions: readonly ReportedVersion[]): readonly number[] =>
  versions.map(({ activity }) => activity.version);

/** What of each version may be shown, grouped by itself. */
const shownIn = <Kept extends { readonly activityVersion: number; readonly on: CivilDate }, Answer>(
  versions: readonly ReportedVersion[],
  { from, to }: Pick<ReportInput, 'from' | 'to'>,
  kept: readonly Kept[],
  show: (kept: readonly Kept[], shown: Shown) => readonly Answer[],
): readonly Answer[] =>
  versions.flatMap(({ activity, today }) =>
    show(
      kept.filter(({ activityVersion }) => activityVersion === activity.version),
      { today, from, to },
    ),
  );

function assessmentOutcomes(
  { assessment, key }: { readonly assessment: Assessment; readonly key: AnswerKey },
  versions: readonly ReportedVersion[],
  input: ReportInput,
): AssessmentOutcomes {
  const { assessmentId, title, kind, passMark } = assessment;
  const ofThis = (kept: { readonly assessmentId: AssessmentId }): boolean => kept.assessmentId === assessmentId;
  const sittings = shownIn(versions, input, input.sittings.filter(ofThis), shownSittings);
  const answers = input.answers.filter(ofThis);
  const items = Map.groupBy(
    answers.flatMap((one) =>
      itemAnswersOf(one).map(([questionId, answer]) => ({
        ...answer,
        ...{ questionId, activityVersion: one.activityVersion },
      })),
    ),
    ({ questionId }) => questionId,
  );
  return {
    ...{ assessmentId, title, kind, passMark, versions: numbersOf(versions) },
    attempts: attemptFiguresOf(sittings),
    ...optional('time', timeFiguresOf(sittings)),
    ...optional('scores', scoreFiguresOf(shownIn(versions, input, answers, shownOf))),
    items: assessment.questions.map(({ questionId, text, kind: itemKind, options }) => ({
      ...{ questionId, text, kind: itemKind },
      options: options.map((option) => ({
        ...option,
        right: (key[questionId]?.right ?? []).includes(option.optionId),
      })),
      ...optional('figures', itemFiguresOf(shownIn(versions, input, items.get(questionId) ?? [], shownOf))),
    })),
  };
}

/** The answers to a question of the evaluation that may be shown. */
export const shownAnswers = (
  question: EvaluationQuestion,
  versions: readonly ReportedVersion[],
  input: Pick<ReportInput, 'responses' | 'from' | 'to'>,
): readonly Answered[] =>
  shownIn(versions, input, input.responses, (responses, shown) => shownOf(answersTo(question, responses), shown));

/** The questions of the evaluations of several versions, together where they are the same. */
export const questionsIn = (versions: readonly ReportedVersion[]) =>
  together(versions, ({ activity }) => activity.evaluation.questions);

function questionOutcomes(
  question: EvaluationQuestion,
  versions: readonly ReportedVersion[],
  input: ReportInput,
): QuestionOutcomes {
  const { questionId, text, kind, group, analyzesChange, options = [] } = question;
  const shown = shownAnswers(question, versions, input);
  return {
    ...{ questionId, text, kind, options, versions: numbersOf(versions) },
    ...optional('group', group),
    ...optional('analyzesChange', analyzesChange),
    ...optional('figures', questionFiguresOf(question, shown)),
    ...(kind === 'text' && { texts: textsOf(shown).length }),
  };
}

/** The pairs of ratings that an evaluation compares, before and after. */
function pairsIn({ activity }: ReportedVersion): readonly (readonly [EvaluationQuestion, EvaluationQuestion])[] {
  const { questions } = activity.evaluation;
  return questions.flatMap((before) => {
    const { pair, moment } = before.compares ?? {};
    const after = questions.find(({ compares }) => compares?.pair === pair && compares?.moment === 'after');
    return moment === 'before' && after ? [[before, after] as const] : [];
  });
}

function changeOutcomes(
  pair: readonly [EvaluationQuestion, EvaluationQuestion],
  versions: readonly ReportedVersion[],
  input: ReportInput,
): ChangeOutcomes {
  const [before, after] = pair;
  const shown = shownIn(versions, input, input.responses, (responses, by) =>
    shownOf(pairAnswersTo(pair, responses), by),
  );
  return {
    ...{ pair: before.compares?.pair ?? '', before: before.text, after: after.text, versions: numbersOf(versions) },
    scale: (before.options ?? []).map(({ text }) => text),
    ...optional('analyzesChange', before.analyzesChange),
    ...optional('figures', changeFiguresOf(shown)),
  };
}

/**
 * The outcomes of an activity: everything that may be said of its assessments and its evaluation. Versions that asked the same
 * are reported together, others beside each other.
 */
export function outcomesReport(input: ReportInput): OutcomesReport {
  const { versions } = input;
  const assessments = together(versions, ({ activity, keys }) =>
    activity.assessments.map(({ assessmentId, title, kind, passMark, questions, pools }) => ({
      assessment: { assessmentId, title, kind, passMark, questions, pools } as Assessment,
      key: Object.fromEntries(
        questions.map(({ questionId }) => [questionId, { right: keys[assessmentId]?.[questionId]?.right ?? [] }]),
      ),
    })),
  );
  return {
    assessments: assessments.map(({ thing, of }) => assessmentOutcomes(thing, of, input)),
    evaluation: questionsIn(versions).map(({ thing, of }) => questionOutcomes(thing, of, input)),
    change: together(versions, pairsIn).map(({ thing, of }) => changeOutcomes(thing, of, input)),
  };
}
