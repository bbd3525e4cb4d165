import fc from 'fast-check';
import type { ActivityContent } from '../../../shared/authoring/activity-content.ts';
import { given, oneLine, yearsAfter } from '../../../shared/authoring/exact.ts';
import { accreditations } from '../../../shared/authoring/statement-templates.ts';
import { composeStatements, placeholdersIn } from '../../../shared/authoring/statements.ts';
import { usualTakingPart } from '../../../shared/authoring/taking-part.ts';
import type { QuestionKind } from '../../../shared/domain/assessment.ts';
import { creditTypeIds, frozen, knownType } from '../../../shared/domain/credit-type.ts';
import { changeAspects } from '../../../shared/domain/evaluation.ts';
import { professions } from '../../../shared/domain/learner.ts';
import { boards } from '../../../shared/domain/moc-boards.ts';
import type { MocRule } from '../../../shared/domain/moc-facts.ts';

/** Text as authors have it, and as YAML might trip over it. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      'yes',
      '1.50',
      '- a',
      '# b',
      'a: b',
      '"c',
      "it's",
      '*d',
      '{e',
      '2026-01-01',
      '~',
      'null',
      '|',
      '> f',
      'Nguyễn 王小明',
    ),
  )
  .map(oneLine)
  .filter((line) => line !== '' && placeholdersIn(line).length === 0);
const maybe = <Type>(arbitrary: fc.Arbitrary<Type>) => fc.option(arbitrary, { nil: undefined });
const id = fc.stringMatching(/^[a-z0-9-]{1,12}$/).filter((text) => text !== 'constructor');
const texts = fc.array(text, { minLength: 1, maxLength: 3 });
const options = fc.uniqueArray(fc.record({ optionId: id, text }), {
  selector: ({ optionId }) => optionId,
  minLength: 2,
  maxLength: 4,
});

const question = fc
  .record({
    ...{ questionId: id, text, options, several: fc.boolean(), truth: maybe(fc.boolean()), rationale: maybe(text) },
    ...{ keepOrder: maybe(fc.constant(true as const)), pooled: fc.boolean() },
  })
  .map(({ questionId, several, truth, rationale, keepOrder, pooled, ...shown }) => {
    const kind: QuestionKind = truth !== undefined ? 'true-false' : several ? 'multiple-choice' : 'single-choice';
    const all =
      truth === undefined
        ? shown.options
        : [
            { optionId: 'true', text: 'True' },
            { optionId: 'false', text: 'False' },
          ];
    const ids = all.map(({ optionId }) => optionId);
    const right = truth !== undefined ? [String(truth)] : several ? ids : ids.slice(-1);
    return {
      question: {
        ...{ questionId, text: shown.text, kind, options: all },
        ...given({ keepOrder, pool: pooled ? 'pool' : undefined }),
      },
      key: { right, ...given({ rationale }) },
    };
  });

const assessment = fc
  .record({
    assessmentId: id,
    title: text,
    passMark: fc.integer({ min: 1, max: 100 }),
    shuffle: fc.boolean(),
    feedback: fc.constantFrom('score' as const, 'right-or-wrong' as const, 'rationale' as const),
    marked: fc.uniqueArray(question, { selector: (one) => one.question.questionId, minLength: 1, maxLength: 3 }),
    attemptLimit: maybe(fc.integer({ min: 1, max: 9 })),
    timeLimitMinutes: maybe(fc.integer({ min: 1, max: 90 })),
  })
  .map(({ marked, attemptLimit, timeLimitMinutes, ...rest }) => ({
    assessment: {
      ...rest,
      kind: 'post-test' as const,
      questions: marked.map((one) => one.question),
      ...(marked.some((one) => one.question.pool) && { pools: [{ poolId: 'pool', draw: 1 }] }),
      ...given({ attemptLimit, timeLimitMinutes }),
    },
    key: Object.fromEntries(marked.map((one) => [one.question.questionId, one.key])),
  }));

const evaluationQuestion = fc
  .record({
    questionId: id,
    text,
    required: fc.boolean(),
    group: maybe(text),
    analyzesChange: maybe(fc.constantFrom(...changeAspects)),
    options: maybe(options),
    rating: fc.boolean(),
  })
  .map(({ options: own, rating, group, analyzesChange, ...rest }) => ({
    ...rest,
    kind: own ? (rating ? ('rating' as const) : ('multiple' as const)) : ('text' as const),
    ...given({ options: own, group, analyzesChange }),
  }));

/** The last question asked only of whoever chose an option of the first, where that has any. */
const evaluationQuestions = fc
  .tuple(
    fc.uniqueArray(evaluationQuestion, { selector: ({ questionId }) => questionId, minLength: 1, maxLength: 3 }),
    fc.boolean(),
  )
  .map(([asked, dependent]) => {
    const [first] = asked;
    // A pair is compared where the first is a rating: the same question again, of the other moment.
    const compared = (moment: 'before' | 'after') => ({ compares: { pair: 'both', moment } });
    const questions =
      first?.kind === 'rating'
        ? [
            { ...first, ...compared('before') },
            { ...first, questionId: `${first.questionId.slice(0, 60)}-now`, ...compared('after') },
            ...asked.slice(1),
          ]
        : asked;
    const optionId = first?.options?.[0]?.optionId;
    if (!dependent || !first || optionId === undefined || questions.length < 2) return questions;
    const showIf = { questionId: first.questionId, options: [optionId] };
    return questions.map((one, index) => (index === questions.length - 1 ? { ...one, showIf } : one));
  });

const mocRule: fc.Arbitrary<MocRule> = fc.oneof(
  fc.constant({ kind: 'equal-to-claimed' as const }),
  fc.record({ kind: fc.constant('ratio' as const), perCredit: fc.integer({ min: 100, max: 500 }) }),
  fc.record({ kind: fc.constant('fixed' as const), points: fc.integer({ min: 25, max: 500 }) }),
);

/** A kind of credit of the provider's own, or one that the software knows with something of it set otherwise. */
const ownType = fc.oneof(
  fc.record({
    creditType: fc.constantFrom('own', 'own-2'),
    name: text.map((line) => `One ${line}`),
    plural: text.map((line) => `Many ${line}`),
    unit: fc.constantFrom('point', 'hour'),
    step: fc.constantFrom(1, 5, 25),
    rounding: fc.constantFrom('nearest' as const, 'down' as const),
    minutes: fc.integer({ min: 1, max: 60 }),
    claiming: fc.constantFrom('commensurate' as const, 'whole' as const),
    awardedTo: fc.oneof(
      fc.constant('everyone' as const),
      fc.uniqueArray(fc.constantFrom(...professions), { minLength: 1 }),
    ),
    others: fc.constantFrom('attendance' as const, 'refused' as const),
    number: fc.constant({ name: 'Course number', example: '2026-0001' }),
  }),
  fc
    .record({
      most: fc.integer({ min: 1_000, max: 9_999 }),
      rounding: fc.constantFrom('nearest' as const, 'down' as const),
    })
    .map((set) => ({ ...knownType('cope'), ...set })),
);

/** Activities that may be published, of every shape that a file can describe. */
export const arbitraryActivity: fc.Arbitrary<ActivityContent> = fc
  .record({
    activityId: id,
    title: text,
    summary: text,
    name: text,
    jointProvider: maybe(text),
    address: maybe(text),
    audience: text,
    objectives: texts,
    paragraphs: texts,
    url: maybe(fc.webUrl({ validSchemes: ['https'] }).filter((url) => !/\s/.test(url) && oneLine(url) === url)),
    creditTypes: fc.uniqueArray(fc.constantFrom(...creditTypeIds.filter((id) => id !== 'cope')), { minLength: 1 }),
    steps: fc.integer({ min: 1, max: 40 }),
    mocRule: maybe(mocRule),
    own: fc.uniqueArray(ownType, { selector: ({ creditType }) => creditType, minLength: 1, maxLength: 2 }),
    opensOn: fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
    faculty: fc.array(fc.record({ name: text, credentials: text, disclosure: text.map((line) => `${line}: none`) }), {
      minLength: 1,
      maxLength: 2,
    }),
    explained: maybe(fc.record({ medium: text, method: text, requirements: text, privacy: text })),
    accreditation: fc.constantFrom(...accreditations),
    support: fc.array(text, { minLength: 1, maxLength: 2 }),
    tests: fc.uniqueArray(assessment, { selector: (one) => one.assessment.assessmentId, minLength: 1, maxLength: 2 }),
    questions: evaluationQuestions,
  })
  .map(
    ({
      name,
      jointProvider,
      address,
      paragraphs,
      url,
      creditTypes,
      own,
      mocRule: rule,
      steps,
      accreditation,
      support,
      explained,
      ...rest
    }) => {
      const { questions, opensOn, tests, ...plain } = rest;
      const facts = {
        ...plain,
        format: 'enduring-material' as const,
        provider: { name, signatory: { name, title: name }, contact: name, ...given({ address }) },
        ...given({ jointProvider }),
        zone: 'Asia/Seoul',
        opensOn,
        closesOn: yearsAfter(opensOn, 3),
        reviewedOn: opensOn,
        estimatedMinutes: steps * 15,
        content: { paragraphs, ...given({ url }) },
        credits: [
          ...creditTypes
            .filter((creditType) => knownType(creditType).accreditations?.includes(accreditation) ?? true)
            .map((creditType) => {
              const activityNumber = knownType(creditType).number?.example.replace('-26-', `-${opensOn.slice(2, 4)}-`);
              return frozen({ creditType, maximum: steps * 25, ...given({ activityNumber }) });
            }),
          ...own.map((rule) => ({ creditType: rule.creditType, maximum: steps * 25, activityNumber: 'X', rule })),
        ],
        ...(rule &&
          creditTypes.includes('ama-pra-category-1') && {
            moc: [
              {
                ...{ board: 'ABP' as const, boardName: boards.ABP.name, creditType: 'ama-pra-category-1', rule },
                ...{ maximum: 25, step: 25 },
              },
            ],
          }),
        assessments: tests.map((one) => one.assessment),
        evaluation: { questions },
      };
      const takingPart = explained ?? usualTakingPart(facts);
      const written = support.map((line) => ({ kind: 'support' as const, text: line, onCertificate: false }));
      return {
        activity: { ...facts, takingPart, statements: [...composeStatements(accreditation, facts), ...written] },
        keys: Object.fromEntries(tests.map((one) => [one.assessment.assessmentId, one.key])),
      };
    },
  );
