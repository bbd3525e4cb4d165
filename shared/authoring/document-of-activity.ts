import { signatoriesOf } from '../domain/activity.ts';
import type { AnswerKey, Assessment } from '../domain/assessment.ts';
import { alike } from '../domain/canonical-json.ts';
import { formatCredit, ruleOf } from '../domain/credit-type.ts';
import type { EvaluationQuestion } from '../domain/evaluation.ts';
import type { ActivityContent, ActivityDraft } from './activity-content.ts';
import { printCreditTypes } from './credit-types-in-file.ts';
import { printMoc } from './moc-in-file.ts';
import { trueAndFalse } from './questions-in-file.ts';
import { type Accreditation, accreditations } from './statement-templates.ts';
import { composeStatements } from './statements.ts';

/** Under which accreditation the first statements of an activity would be composed as they stand. */
function composedUnder(activity: ActivityDraft): { readonly accreditation?: Accreditation; readonly composed: number } {
  for (const accreditation of accreditations) {
    const statements = composeStatements(accreditation, activity);
    const { length } = statements;
    const asTheyStand = activity.statements
      .slice(0, length)
      .every(({ kind, text, onCertificate, creditType }, index) =>
        alike(
          [kind, text, onCertificate, creditType],
          [
            statements[index]?.kind,
            statements[index]?.text,
            statements[index]?.onCertificate,
            statements[index]?.creditType,
          ],
        ),
      );
    if (activity.statements.length >= length && asTheyStand) return { accreditation, composed: length };
  }
  return { composed: 0 };
}

function printAssessment(assessment: Assessment, key: AnswerKey) {
  const { assessmentId, kind, title, passMark, attemptLimit, shuffle, feedback, timeLimitMinutes } = assessment;
  const questions = assessment.questions.map((question) => {
    const { right, rationale } = key[question.questionId] ?? { right: [] };
    const [answer, ...more] = right;
    const short = question.kind === 'true-false' && more.length === 0 && alike(question.options, trueAndFalse);
    const options = question.options.map(({ optionId, text }) => ({
      id: optionId,
      text,
      ...(right.includes(optionId) ? { right: true } : {}),
    }));
    const marked = short ? { answer: answer === 'true' } : { options };
    const { questionId, text, kind, keepOrder, pool } = question;
    return { id: questionId, text, kind, ...marked, rationale, keepOrder, pool };
  });
  const head = { id: assessmentId, kind, title, passMark, attempts: attemptLimit, shuffle, feedback, timeLimitMinutes };
  const pools = assessment.pools?.map(({ poolId, draw }) => ({ id: poolId, draw }));
  return { ...head, pools, questions };
}

/** Who provides an activity. A theme's drawings are files of their own, and are not written here. */
function printProvider({ activity, theme }: ActivityContent) {
  const { signatory, cosignatories, theme: _, ...provider } = activity.provider;
  const creditTypes = printCreditTypes(activity.credits.map(ruleOf));
  return {
    ...provider,
    ...(theme || cosignatories
      ? { theme: { colors: theme?.colors, signatures: signatoriesOf(activity.provider) } }
      : { signatory }),
    ...(creditTypes.length > 0 && { creditTypes }),
    ...(activity.templates && { templates: activity.templates }),
  };
}

const printEvaluationQuestion = ({ questionId, options, showIf, ...question }: EvaluationQuestion) => ({
  id: questionId,
  ...question,
  options: options?.map(({ optionId, text }) => ({ id: optionId, text })),
  showIf: showIf && { question: showIf.questionId, is: showIf.options },
});

/** Questions of an evaluation as `evaluation:` of a document has them. */
export const documentOfEvaluation = (questions: readonly EvaluationQuestion[]): readonly ActivityDocument[] =>
  JSON.parse(JSON.stringify(questions.map(printEvaluationQuestion)));

/** The fields of an activity's file as JSON, which read back as the same activity. */
export type ActivityDocument = Readonly<Record<string, unknown>>;

/** An activity as the document that it would be authored as. */
export function documentOf(content: ActivityContent): ActivityDocument {
  const { activity, keys } = content;
  const { accreditation, composed } = composedUnder(activity);
  const document = {
    id: activity.activityId,
    title: activity.title,
    summary: activity.summary,
    format: activity.format,
    formatDetail: activity.formatDetail,
    provider: printProvider(content),
    jointProvider: activity.jointProvider,
    accreditation,
    zone: activity.zone,
    opens: activity.opensOn,
    closes: activity.closesOn,
    reviewed: activity.reviewedOn,
    held: activity.heldOn,
    location: activity.location,
    designated: activity.designatedOn,
    minutes: activity.estimatedMinutes,
    ...activity.takingPart,
    audience: activity.audience,
    objectives: activity.objectives,
    faculty: activity.faculty,
    article: activity.content.paragraphs.join('\n\n') || undefined,
    link: activity.content.url,
    credits: activity.credits.map(({ creditType, maximum, activityNumber }) => ({
      type: creditType,
      maximum: Number(formatCredit(maximum)),
      number: activityNumber,
    })),
    moc: activity.moc?.map(printMoc),
    statements: activity.statements
      .slice(composed)
      .map(({ kind, text, onCertificate, creditType }) => ({ kind, text, onCertificate, credit: creditType })),
    assessments: activity.assessments.map((assessment) =>
      printAssessment(assessment, keys[assessment.assessmentId] ?? {}),
    ),
    evaluation: activity.evaluation.questions.map(printEvaluationQuestion),
  };
  // What is absent must be absent in the document too.
  return JSON.parse(JSON.stringify(document));
}
