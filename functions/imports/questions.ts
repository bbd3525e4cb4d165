import { type DraftParts, outlineOf, type PartContent, type PartId } from '../../shared/authoring/draft-parts.ts';
import { type BankQuestion, sameAs } from '../../shared/authoring/questions/bank.ts';
import { type QuestionFormat, questionFormats, readBank } from '../../shared/authoring/questions/formats.ts';
import { fieldsOf, questionOf } from '../../shared/authoring/questions/in-draft.ts';
import { MOST_QUESTIONS } from '../../shared/domain/assessment.ts';
import type { Import, QuestionTarget, RowResult, RowSaid } from '../../shared/domain/import.ts';
import type { ActivityId } from '../../shared/domain/kinds.ts';
import type { Write } from '../../shared/ports.ts';
import { changedDraft } from '../activities/changed-draft.ts';
import type { SavedPart } from '../records/drafts.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { type BroughtFile, type Importing, type KindOfImport, type Row, verdictOf } from './kind.ts';

export const isFormat = (format: string): format is QuestionFormat => questionFormats.some((known) => known === format);

/** The rows of a bank: its items, good and bad, in their order. */
export function rowsOfBank(
  file: BroughtFile,
  format: string,
): { readonly rows: readonly Row[] } | { readonly fault: RowSaid } {
  if (!isFormat(format))
    return { fault: { message: 'That is no format of questions.', remedy: 'Choose one of the list.' } };
  const documents = file.documents.map(({ name, text }) => ({ text, ...(name !== undefined && { name }) }));
  const { questions, faults, remarks } = readBank(format, documents);
  const whole = faults.find(({ item }) => item === 0);
  if (whole) {
    const where = whole.line > 1 ? `Line ${whole.line}: ` : '';
    return { fault: { message: `${where}${whole.message}`, remedy: whole.remedy } };
  }
  const saidOf = (list: typeof faults, item: number): readonly RowSaid[] =>
    list.filter((one) => one.item === item).map(({ message, remedy }) => ({ message, remedy }));
  const good = questions.map(
    ({ line, item, question }): Row => ({
      ...{ line, item, about: question.text.slice(0, 80), value: question },
      said: saidOf(remarks, item),
    }),
  );
  const bad = [...new Map(faults.map((fault) => [fault.item, fault])).values()].map(
    ({ line, item, about, file: name }): Row => ({
      ...{ line, item, about: name === undefined ? about : `${name}: ${about}` },
      said: saidOf(faults, item),
    }),
  );
  return { rows: [...good, ...bad].sort((one, other) => one.item - other.item) };
}

/** An assessment of a draft, as questions go into it and come out of it. */
export interface DraftedAssessment {
  readonly part: PartId;
  readonly title: string;
  readonly questions: readonly { readonly part: PartId; readonly question: BankQuestion }[];
  readonly outline: Stored<SavedPart>;
}

const contents = (parts: ReadonlyMap<PartId, Stored<SavedPart>>): DraftParts =>
  new Map([...parts].map(([part, { value }]) => [part, value.content]));

/** Finds an assessment of a draft, by its id or the name of its part; nothing where there is no such draft or assessment. */
export async function draftedAssessment(
  activityId: ActivityId,
  assessment: string,
  { drafts }: Importing,
): Promise<DraftedAssessment | undefined> {
  const parts = await drafts.parts(activityId);
  const outline = parts.get('outline');
  const all = contents(parts);
  const found = outlineOf(all).assessments.find(({ part }) => part === assessment || all.get(part)?.id === assessment);
  if (!outline || !found) return undefined;
  const asked = found.questions.map((part) => ({
    part,
    question: questionOf(all.get(part) ?? {}, part.slice('question-'.length)),
  }));
  return { part: found.part, title: String(all.get(found.part)?.title ?? ''), questions: asked, outline };
}

const there: RowSaid = { message: 'The assessment has this question already.', remedy: 'Nothing needs to be done.' };
const gone = 'The draft, or the assessment in it, is not there any more. Nothing was brought in.';
// A transaction takes 100 writes; questions that no outline names are of no draft, so that these need not hold together.
const AT_ONCE = 90;

/**
 * Keeps the questions as parts of the draft that its outline does not name yet, and gives the writes that name all of them: until
 * then nobody sees one. A repeat finds the parts of the first run by their names.
 */
async function append(
  rows: readonly Row[],
  { importId, by, runBy = by }: Import,
  { activityId }: QuestionTarget,
  assessment: DraftedAssessment,
  capabilities: Importing,
): Promise<readonly Write[]> {
  const { authored, drafts, digests, clock, table } = capabilities;
  const activity = required(await authored.of(activityId), 'The activity of a draft');
  const saved = { savedAt: clock.now(), savedBy: runBy };
  const ids = new Set(assessment.questions.map(({ question }) => question.id));
  const named = rows.map(({ item, value }) => {
    const { id, ...question } = value as BankQuestion;
    const free = id !== undefined && !ids.has(id) ? { id } : {};
    if (id !== undefined) ids.add(id);
    const part = `question-${digests.sha256(`${importId} ${item}`).slice(0, 24)}`;
    return { part, content: fieldsOf({ ...free, ...question }) as PartContent };
  });
  const known = await drafts.parts(activityId);
  const writes = named
    .filter(({ part }) => !known.has(part))
    .map(({ part, content }) => drafts.put(activityId, part, { content, ...saved }));
  for (let from = 0; from < writes.length; from += AT_ONCE) await table.write(writes.slice(from, from + AT_ONCE));
  const outline = assessment.outline.value.content as {
    readonly assessments: readonly { readonly part: PartId; readonly questions: readonly PartId[] }[];
  };
  const assessments = outline.assessments.map((one) =>
    one.part === assessment.part ? { ...one, questions: [...one.questions, ...named.map(({ part }) => part)] } : one,
  );
  return [
    drafts.put(activityId, 'outline', { content: { ...outline, assessments }, ...saved }, assessment.outline),
    changedDraft(activity, { by: runBy, at: saved.savedAt }, capabilities),
  ];
}

const targetOf = ({ target, importId }: Import): QuestionTarget => {
  if (!target) throw new Error(`The import ${importId} of questions does not say where to`);
  return target;
};

/** Questions of a bank, at the end of an assessment of a draft: all of them by one write, or none. */
export const questionsKind: KindOfImport = {
  atOnce: true,
  read: (file, what) => rowsOfBank(file, targetOf(what).format),
  check: async (rows, what, capabilities) => {
    const { activityId, assessment } = targetOf(what);
    const drafted = await draftedAssessment(activityId, assessment, capabilities);
    const known = new Set(drafted?.questions.map(({ question }) => sameAs(question)));
    return rows.map((row) =>
      row.value
        ? verdictOf(row, true, known.has(sameAs(row.value as BankQuestion)) ? [there] : [])
        : verdictOf(row, false),
    );
  },
  bringIn: async (rows, what, capabilities) => {
    const target = targetOf(what);
    const drafted = await draftedAssessment(target.activityId, target.assessment, capabilities);
    if (!drafted) return { failure: gone };
    const known = new Set(drafted.questions.map(({ question }) => sameAs(question)));
    const fresh = rows.filter(({ value }) => !known.has(sameAs(value as BankQuestion)));
    if (drafted.questions.length + fresh.length > MOST_QUESTIONS)
      return { failure: `An assessment holds ${MOST_QUESTIONS} questions. Nothing was brought in.` };
    const results = rows.map((row): RowResult => {
      const { line, item, about, said } = row;
      const isFresh = fresh.includes(row);
      return { line, item, about, fate: isFresh ? 'added' : 'unchanged', said: isFresh ? said : [there] };
    });
    if (fresh.length === 0) return { results, writes: [] };
    return { results, writes: await append(fresh, what, target, drafted, capabilities) };
  },
};
