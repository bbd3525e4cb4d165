import { type LearningFormat, learningFormats, type Statement } from '../domain/activity.ts';
import { type AnswerKey, type Assessment, assessmentKinds, feedbackPolicies } from '../domain/assessment.ts';
import type { CreditTypeId, Instant } from '../domain/kinds.ts';
import type { ActivityContent } from './activity-content.ts';
import { readEvaluationQuestion } from './evaluation-in-file.ts';
import { given } from './exact.ts';
import { Mapping } from './mapping.ts';
import { readMoc } from './moc-in-file.ts';
import type { Fault } from './problem.ts';
import { readProvider } from './provider-in-file.ts';
import { publicationDay, publishingFaults } from './publishing-rules.ts';
import { readQuestion } from './questions-in-file.ts';
import { blamed } from './rules/reading.ts';
import type { Circumstances } from './rules/rule.ts';
import type { Source } from './source.ts';
import { accreditations } from './statement-templates.ts';
import { composeStatements } from './statements.ts';
import { usualTakingPart } from './taking-part.ts';

const formats = Object.keys(learningFormats) as [LearningFormat, ...LearningFormat[]];
const statementKinds = ['accreditation', 'designation', 'disclosure', 'support', 'other'] as const;
/** The learners' help page calls the section so. */
const assessmentTitles = {
  'post-test': 'Post-Test',
  'participation-verification': 'Participation verification',
} as const;

function readStatement(entry: Mapping, creditTypes: readonly CreditTypeId[]): Statement {
  return {
    kind: entry.choice('kind', statementKinds),
    text: entry.text('text'),
    onCertificate: entry.maybeYesNo('onCertificate') ?? false,
    ...given({ creditType: entry.maybeChoice('credit', creditTypes) }),
  };
}

function readAssessment(entry: Mapping): { readonly assessment: Assessment; readonly key: AnswerKey } {
  const kind = entry.choice('kind', assessmentKinds);
  const marked = entry.mappings('questions', readQuestion);
  const pools = entry.mappings('pools', (pool) => ({ poolId: pool.id('id'), draw: pool.whole('draw') }));
  const assessment = {
    assessmentId: entry.maybeId('id') ?? kind,
    kind,
    title: entry.maybeText('title') ?? assessmentTitles[kind],
    questions: marked.map(({ question }) => question),
    ...(pools.length > 0 && { pools }),
    passMark: entry.whole('passMark'),
    shuffle: entry.maybeYesNo('shuffle') ?? false,
    feedback: entry.maybeChoice('feedback', feedbackPolicies) ?? 'score',
    ...given({ attemptLimit: entry.maybeWhole('attempts'), timeLimitMinutes: entry.maybeWhole('timeLimitMinutes') }),
  };
  const key = Object.fromEntries(
    marked.map(({ question, right, rationale }) => [question.questionId, { right, ...given({ rationale }) }]),
  );
  return { assessment, key };
}

function readContent(file: Mapping): ActivityContent & { readonly faults: readonly Fault[] } {
  const jointProvider = file.maybeText('jointProvider');
  const accreditation = file.maybeChoice('accreditation', accreditations);
  const { creditTypes, theme, templates, ...provider } = file.mappingOrFile('provider', readProvider);
  const written = file.mappings('statements', (entry) => readStatement(entry, creditTypes.ids));
  const assessments = file.mappings('assessments', readAssessment);
  const moc = file.mappings('moc', (entry) => readMoc(entry, creditTypes.ids));
  const facts = {
    activityId: file.id('id'),
    title: file.text('title'),
    summary: file.text('summary'),
    format: file.choice('format', formats),
    ...given({ formatDetail: file.maybeText('formatDetail') }),
    provider,
    ...given({ jointProvider, templates }),
    zone: file.text('zone'),
    opensOn: file.date('opens'),
    closesOn: file.date('closes'),
    ...given({
      reviewedOn: file.maybeDate('reviewed'),
      heldOn: file.maybeDate('held'),
      location: file.maybeText('location'),
      designatedOn: file.maybeDate('designated'),
    }),
    estimatedMinutes: file.whole('minutes'),
    audience: file.text('audience'),
    objectives: file.texts('objectives'),
    faculty: file.mappings('faculty', (person) => ({
      name: person.text('name'),
      ...given({ credentials: person.maybeText('credentials'), role: person.maybeText('role') }),
      disclosure: person.text('disclosure'),
    })),
    content: { paragraphs: file.paragraphs('article'), ...given({ url: file.maybeText('link') }) },
    credits: file.mappings('credits', (credit) =>
      creditTypes.freeze({
        creditType: credit.choice('type', creditTypes.ids),
        maximum: credit.hundredths('maximum'),
        ...given({ activityNumber: credit.maybeText('number') }),
      }),
    ),
    ...(moc.length > 0 && { moc }),
    assessments: assessments.map(({ assessment }) => assessment),
    evaluation: { questions: file.mappings('evaluation', readEvaluationQuestion) },
  };
  const usual = usualTakingPart(facts);
  const takingPart = {
    medium: file.maybeText('medium') ?? usual.medium,
    method: file.maybeText('method') ?? usual.method,
    requirements: file.maybeText('requirements') ?? usual.requirements,
    privacy: file.maybeText('privacy') ?? usual.privacy,
  };
  const composed = accreditation === undefined ? [] : composeStatements(accreditation, facts);
  return {
    faults: creditTypes.faults.map(blamed),
    activity: { ...facts, takingPart, statements: [...composed, ...written] },
    keys: Object.fromEntries(assessments.map(({ assessment, key }) => [assessment.assessmentId, key])),
    ...given({ theme }),
  };
}

/**
 * Reads what an author wrote and judges it by the rules of publishing. What is wrong is recorded in the source; what could not be
 * read stands as the empty value of its kind.
 */
export function readActivity(
  source: Source,
  { now, before }: { readonly now: Instant } & Pick<Circumstances, 'before'>,
): ActivityContent {
  const { faults, ...content } = Mapping.read(source, source.root, readContent);
  const today = publicationDay(now, content.activity.zone);
  source.blameUnlessUnread([...faults, ...publishingFaults(content, { today, before })]);
  return content;
}
