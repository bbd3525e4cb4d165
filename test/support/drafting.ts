import type { ActivityDocument } from '../../shared/authoring/document-of-activity.ts';
import { documentOf } from '../../shared/authoring/document-of-activity.ts';
import { content } from './activity.ts';
import type { StaffBrowser } from './staff.ts';

type Fields = Readonly<Record<string, unknown>>;

/** An activity that may be published, as the document of its file, without what tells a leak. */
export function writtenDocument(activityId = 'wound-care'): ActivityDocument {
  const keys = {
    'post-test': {
      ...{ q1: { right: ['a'] }, q2: { right: ['a', 'c'] }, q3: { right: ['b'], rationale: 'They have holes.' } },
      q4: { right: ['b'] },
    },
    verification: { v1: { right: ['a'] } },
  };
  return { ...documentOf(content({ activityId, title: 'Wound Care at Home' }, keys)), id: activityId };
}

/** Somebody who writes a draft, part by part and by the revisions that they read. */
export function createWriter(office: StaffBrowser, activityId = 'wound-care') {
  const params = { activityId };
  const revisions = new Map<string, number>();
  const save = async (part: string, fields: Fields, rev = revisions.get(part) ?? 0) => {
    const headers = { 'if-match': `"${rev}"` };
    const answer = await office.ask('saveDraftPart', {
      params: { ...params, part },
      body: { content: fields },
      headers,
    });
    if (answer.status === 200) revisions.set(part, answer.body.rev);
    return answer;
  };
  const create = async (more: Fields = {}) => {
    const answer = await office.ask('createDraft', { body: { activityId, title: 'Untitled', ...more } });
    if (answer.status === 201)
      for (const [part, { rev }] of Object.entries(answer.body.parts)) revisions.set(part, rev);
    return answer;
  };
  /** Saves a whole document, question by question and the outline last, as an editor would. */
  const write = async (document: ActivityDocument): Promise<void> => {
    const { id: _, assessments, evaluation, ...about } = document as Fields & { assessments: readonly Fields[] };
    const outline = [];
    for (const [index, { questions, ...assessment }] of assessments.entries()) {
      const named: string[] = [];
      for (const [at, question] of (questions as readonly Fields[]).entries()) {
        named.push(`question-${index}x${at}`);
        await save(`question-${index}x${at}`, question);
      }
      await save(`assessment-${index}`, assessment);
      outline.push({ part: `assessment-${index}`, questions: named });
    }
    await save('evaluation', { questions: evaluation });
    await save('about', about);
    const { status } = await save('outline', { assessments: outline });
    if (status !== 200) throw new Error(`The outline was answered ${status}`);
  };
  const publish = () => office.ask('publishDraft', { params });
  const draft = async () => (await office.ask('getDraft', { params })).body;
  return { params, revisions, save, create, write, publish, draft };
}
