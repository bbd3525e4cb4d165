import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { refuses } from '../../../shared/authoring/problem.ts';
import { standingAs } from '../../activities/publish.ts';
import { judgeDraft, openDraft } from '../../activities/read-draft.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { gapView } from './gap-view.ts';

/** Says what keeps a draft from being published, and what might be better: each by its rule, and at its field. */
export const handler = endpoint(activitiesRoutes.checkDraft, {}, async ({ params }, capabilities) => {
  const draft = await openDraft(params.activityId, capabilities);
  if (!draft) return notFound('draft');
  const { content, faults } = await judgeDraft(draft, capabilities);
  const ready = !faults.some(refuses);
  const unchanged = ready ? await standingAs(content, capabilities) : undefined;
  return { ready, gaps: faults.map((fault) => gapView(fault, draft.outline)), ...(unchanged && { unchanged }) };
});
