import type { ActivityDocument } from './document-of-activity.ts';

/**
 * A draft is kept in parts, so that saving one question rewrites one question, and two people who write at different parts never
 * meet. Together they are the document of an activity file:
 *
 * - `about`: its fields but `id`, `assessments` and `evaluation`;
 * - `outline`: which assessments it has, and which questions each, in order. A part that it does not name is not of the draft;
 * - `assessment-…`: the fields of one assessment but `questions`;
 * - `question-…`: the fields of one question;
 * - `evaluation`: `{ questions: […] }`, the list of the file.
 */
export type PartId = string;
export type PartContent = Readonly<Record<string, unknown>>;
/** The parts of a draft by their ids. */
export type DraftParts = ReadonlyMap<PartId, PartContent>;

export const partIdPattern = /^(?:about|outline|evaluation|(?:assessment|question)-[a-z0-9]{1,40})$/;
export const assessmentPartPattern = /^assessment-[a-z0-9]{1,40}$/;
export const questionPartPattern = /^question-[a-z0-9]{1,40}$/;

/** Which assessments a draft has, and which questions each, in the order of the document. */
export interface Outline {
  readonly assessments: readonly { readonly part: PartId; readonly questions: readonly PartId[] }[];
}

/** Above any honest activity. */
export const MOST_ASSESSMENTS = 20;

/** In characters of JSON: a row of the table holds 400 KB, and no character takes more than four bytes of it. */
export const LONGEST_PART = 100_000;
/** As deep as a document may nest; the format nests four deep. */
const DEEPEST = 12;

/** The outline of a draft; none yet where its part is not there. */
export const outlineOf = (parts: DraftParts): Outline =>
  (parts.get('outline') as Outline | undefined) ?? { assessments: [] };

const idOf = (part: PartId): string => part.slice(part.indexOf('-') + 1);

/** The document that the parts of a draft are. A question without an id of its own is called by its part, for good. */
export function assembled(activityId: string, parts: DraftParts): ActivityDocument {
  const question = (part: PartId): PartContent => ({ id: idOf(part), ...parts.get(part) });
  const assessments = outlineOf(parts).assessments.map(({ part, questions }) => ({
    ...parts.get(part),
    questions: questions.map(question),
  }));
  const evaluation = parts.get('evaluation')?.questions ?? [];
  return { ...parts.get('about'), id: activityId, assessments, evaluation };
}

const isRecord = (value: unknown): value is PartContent =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly PartContent[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** A document as parts; `newId` names those of questions and assessments. */
export function partsOf(document: ActivityDocument, newId: () => string): DraftParts {
  const { id: _, assessments, evaluation, ...about } = document;
  const parts = new Map<PartId, PartContent>([['about', about]]);
  const outline = listOf(assessments).map(({ questions, ...assessment }) => {
    const part = `assessment-${newId()}`;
    parts.set(part, assessment);
    const asked = listOf(questions).map((question) => {
      const name = `question-${newId()}`;
      parts.set(name, question);
      return name;
    });
    return { part, questions: asked };
  });
  parts.set('outline', { assessments: outline });
  parts.set('evaluation', { questions: listOf(evaluation) });
  return parts;
}

/** Where in the parts of a draft a pointer into its document leads: to which part, and where in that. */
export function partAt(pointer: string, outline: Outline): { readonly part: PartId; readonly pointer: string } {
  const [, assessmentAt, rest = ''] = /^\/assessments\/(\d+)(\/.*)?$/.exec(pointer) ?? [];
  const assessment = assessmentAt === undefined ? undefined : outline.assessments[Number(assessmentAt)];
  if (assessment) {
    const [, questionAt, within = ''] = /^\/questions\/(\d+)(\/.*)?$/.exec(rest) ?? [];
    const question = questionAt === undefined ? undefined : assessment.questions[Number(questionAt)];
    return question ? { part: question, pointer: within } : { part: assessment.part, pointer: rest };
  }
  if (pointer === '/assessments') return { part: 'outline', pointer };
  const [, evaluationRest] = /^\/evaluation(\/.*)?$/.exec(pointer) ? [pointer, pointer.slice(11)] : [];
  return evaluationRest === undefined
    ? { part: 'about', pointer }
    : { part: 'evaluation', pointer: `/questions${evaluationRest}` };
}

/** Whether something nests deeper than a document may: what walks it would go as deep. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth <= DEEPEST; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}
