import { isDeepStrictEqual } from 'node:util';
import { safeParse } from 'zod/mini';
import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { outlineContent } from '../../../shared/api/admin/activities-schemas.ts';
import { isTooDeep, LONGEST_PART, type PartContent, partIdPattern } from '../../../shared/authoring/draft-parts.ts';
import { MOST_QUESTIONS } from '../../../shared/domain/assessment.ts';
import { type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import { changedDraft } from '../../activities/changed-draft.ts';
import { etagOf, revisionIn, savedMeanwhile, tooLong } from '../../activities/revisions.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { partView } from './views.ts';

const malformed = (message: string, remedy: string): Refusal =>
  refuse({ code: 'part-malformed', message, remedy, field: '/content' });

/** Why something cannot be a part at all. What its fields hold is the checklist's to judge. */
function faultOf(part: string, content: PartContent): Refusal | undefined {
  if (isTooDeep(content)) return malformed('It nests deeper than any part does.', 'Send the fields of the format.');
  if (JSON.stringify(content).length > LONGEST_PART) return tooLong(LONGEST_PART, '/content');
  if (part !== 'outline') return undefined;
  const outline = safeParse(outlineContent, content);
  if (!outline.success) return malformed('It is no outline.', 'Name assessments and their questions by their parts.');
  const { assessments } = outline.data;
  const questions = assessments.flatMap((assessment) => assessment.questions);
  const named = [...assessments.map((assessment) => assessment.part), ...questions];
  if (new Set(named).size < named.length) return malformed('It names a part twice.', 'Name each part once.');
  return questions.length > MOST_QUESTIONS
    ? malformed(`It names ${questions.length} questions.`, `Keep the best ${MOST_QUESTIONS} of them.`)
    : undefined;
}

/** Saves one part, in the place of the revision that was read. It leaves no audit entry: publishing does. */
export const handler = endpoint(
  activitiesRoutes.saveDraftPart,
  {},
  async ({ params, body, staff: who, header }, capabilities) => {
    const { authored, drafts, staff, table, clock } = capabilities;
    const { activityId, part } = params;
    if (!partIdPattern.test(part)) return notFound('part of a draft');
    const { content } = body;
    const refusal = faultOf(part, content);
    if (refusal) return refusal;
    const [activity, before] = await Promise.all([authored.of(activityId), drafts.part(activityId, part)]);
    if (!activity?.value.draft) return notFound('draft');
    const expected = revisionIn(header('if-match'), before);
    if ('refused' in expected) return expected.refused;

    const answer = (rev: number, savedAt: string) =>
      reply(200, { part, rev, savedAt }, { headers: { etag: etagOf(rev) } });
    if (before && isDeepStrictEqual(before.value.content, content))
      // Saved already, by a request whose answer was lost or by somebody who wrote the same.
      return answer(before.rev, before.value.savedAt);
    if (before && expected.rev !== before.rev) {
      const nameOf = await staff.names();
      const { savedBy, savedAt } = before.value;
      return savedMeanwhile({
        ...{ who: nameOf(savedBy), at: savedAt },
        current: { part, ...partView(before, nameOf) },
      });
    }
    const savedAt = clock.now();
    const title = part === 'about' && typeof content.title === 'string' ? content.title : undefined;
    const by = who.staffId;
    await table.write([
      drafts.put(activityId, part, { content, savedAt, savedBy: by }, before),
      changedDraft(activity, { by, at: savedAt, title }, capabilities),
    ]);
    return answer((before?.rev ?? 0) + 1, savedAt);
  },
);
