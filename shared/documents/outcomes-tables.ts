import type { ChangeOutcomes, OutcomesReport, QuestionOutcomes } from '../domain/outcomes/report.ts';

/** A cell: words, a figure, or nothing where there are fewer than five learners. */
type Cell = string | number | undefined;
type Row = readonly Cell[];
interface OutcomesTable {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

/** Figures as files have them: enough digits for whoever goes on calculating. */
const figure = (number: number | undefined): number | undefined =>
  number === undefined ? undefined : Math.round(number * 10_000) / 10_000;
const share = (part: number | undefined, of: number | undefined): number | undefined =>
  part === undefined || !of ? undefined : figure(part / of);
const list = (versions: readonly number[]): string => versions.join(', ');

function summary({ assessments }: OutcomesReport): OutcomesTable {
  return {
    columns: [
      ...['Assessment', 'Versions', 'Passing score', 'Learners', 'Mean score', 'Standard deviation'],
      ...['Score, lower quartile', 'Score, median', 'Score, upper quartile', 'Reliability (KR-20)'],
      ...['Minutes, lower quartile', 'Minutes, median', 'Minutes, upper quartile'],
    ],
    rows: assessments.map(({ title, versions, passMark, scores, time }) => [
      ...[title, list(versions), passMark, scores?.learners, figure(scores?.mean), figure(scores?.deviation)],
      ...[figure(scores?.low), figure(scores?.median), figure(scores?.high), figure(scores?.reliability)],
      ...[figure(time?.low), figure(time?.median), figure(time?.high)],
    ]),
  };
}

function questions({ assessments }: OutcomesReport): OutcomesTable {
  return {
    columns: [
      ...['Assessment', 'Versions', 'Question id', 'Question', 'Learners', 'Right', 'Share right'],
      ...['Discrimination (point-biserial)', 'Upper – lower 27 %', 'Option', 'Is right', 'Chosen', 'Share chosen'],
    ],
    rows: assessments.flatMap(({ title, versions, items }) =>
      items.flatMap(({ questionId, text, options, figures }) =>
        options.map((option): Row => {
          const chosen = figures && (figures.chosen[option.optionId] ?? 0);
          return [
            ...[title, list(versions), questionId, text, figures?.learners, figures?.right],
            ...[share(figures?.right, figures?.learners), figure(figures?.discrimination), figure(figures?.upperLower)],
            ...[option.text, option.right ? 'yes' : 'no', chosen, share(chosen, figures?.learners)],
          ];
        }),
      ),
    ),
  };
}

function attempts({ assessments }: OutcomesReport): OutcomesTable {
  return {
    columns: ['Assessment', 'Versions', 'Attempt', 'Learners', 'Passed', 'Share passed'],
    rows: assessments.flatMap(({ title, versions, attempts: byNumber }) =>
      byNumber.map(
        ({ number, learners, passed }): Row => [
          ...[title, list(versions), number, learners, passed, share(passed, learners)],
        ],
      ),
    ),
  };
}

const aspectWords = { competence: 'Competence', performance: 'Performance', 'patient-outcomes': 'Patient outcomes' };

function answersOf({ questionId, text, group, analyzesChange, versions, options, figures, texts }: QuestionOutcomes) {
  const about = [questionId, group, text, analyzesChange && aspectWords[analyzesChange], list(versions)];
  if (texts !== undefined)
    return [[...about, texts || undefined, undefined, undefined, undefined, undefined, undefined]];
  return options.map((option): Row => {
    const chosen = figures && (figures.chosen[option.optionId] ?? 0);
    return [
      ...[...about, figures?.learners, figure(figures?.mean), figure(figures?.median)],
      ...[option.text, chosen, share(chosen, figures?.learners)],
    ];
  });
}

function evaluation(report: OutcomesReport): OutcomesTable {
  return {
    columns: [
      ...['Question id', 'Group', 'Question', 'Analyzes change', 'Versions', 'Learners', 'Mean', 'Median'],
      ...['Option', 'Chosen', 'Share chosen'],
    ],
    rows: report.evaluation.flatMap(answersOf),
  };
}

const pairOf = ({ before, after, analyzesChange, versions, figures }: ChangeOutcomes): Row => [
  ...[before, after, analyzesChange && aspectWords[analyzesChange], list(versions), figures?.learners],
  ...[figure(figures?.before), figure(figures?.after), figures && figure(figures.after - figures.before)],
  ...[figures?.higher, figures?.same, figures?.lower],
];

function change(report: OutcomesReport): OutcomesTable {
  return {
    columns: [
      ...['Before', 'After', 'Analyzes change', 'Versions', 'Learners', 'Mean before', 'Mean after', 'Mean change'],
      ...['Higher', 'Same', 'Lower'],
    ],
    rows: report.change.map(pairOf),
  };
}

/** The tables of an activity's outcomes, for files. What is of fewer than five learners is left empty. */
export const outcomesTables = { summary, questions, attempts, evaluation, change } as const satisfies Record<
  string,
  (report: OutcomesReport) => OutcomesTable
>;
