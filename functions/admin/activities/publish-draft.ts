import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { pointerOf } from '../../../shared/authoring/document-source.ts';
import { refuses } from '../../../shared/authoring/problem.ts';
import { type Reason, refuseFor } from '../../../shared/domain/refusal.ts';
import { publishActivity } from '../../activities/publish.ts';
import { judgeDraft, openDraft } from '../../activities/read-draft.ts';
import { s3Documents } from '../../adapters/s3-documents.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

const reasonOf = (fault: { readonly message: string; readonly remedy: string }, field: string): Reason => ({
  ...{ code: 'not-publishable', message: fault.message, remedy: fault.remedy, field },
});

/** Publishes a draft as it stands now; what is saved meanwhile has it read again. */
export const handler = endpoint(
  activitiesRoutes.publishDraft,
  { documents: s3Documents },
  async ({ params, staff }, capabilities) => {
    const draft = await openDraft(params.activityId, capabilities);
    if (!draft) return notFound('draft');
    const { content, faults } = await judgeDraft(draft, capabilities);
    const refusal = refuseFor(
      faults.filter(refuses).map((fault) => reasonOf(fault, fault.in ? `/provider${fault.pointer}` : fault.pointer)),
    );
    if (refusal) return refusal;
    const published = await publishActivity(content, { by: staff.staffId, seen: draft.seen }, capabilities);
    if (published.outcome !== 'refused') return published;
    // Another clock, or what was published meanwhile, may make the difference.
    return refuseFor(published.faults.map((fault) => reasonOf(fault, pointerOf(fault.field)))) ?? notFound('draft');
  },
);
