import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { renderCertificateSheet } from '../../../shared/documents/certificate-sheet.ts';
import { previewSnapshot } from '../../../shared/documents/preview-snapshot.ts';
import { cleanName } from '../../../shared/domain/learner.ts';
import { plainTheme } from '../../../shared/domain/theme.ts';
import { previewable } from '../../activities/previewable.ts';
import { judgeDraft, openDraft } from '../../activities/read-draft.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Shows the certificate that a draft would issue, in its provider's look and marked as none. */
export const handler = endpoint(activitiesRoutes.previewCertificate, {}, async ({ params, body }, capabilities) => {
  const draft = await openDraft(params.activityId, capabilities);
  if (!draft) return notFound('draft');
  const { content } = await judgeDraft(draft, capabilities);
  const { profession = 'physician', name = 'Amara Okonkwo-Reyes, MD' } = body;
  const now = capabilities.clock.now();
  const activity = previewable(content, now);
  const snapshot = previewSnapshot({ ...content, activity }, { name: cleanName(name), profession, now });
  const { theme = plainTheme } = content;
  return { sheet: renderCertificateSheet({ snapshot, status: 'issuing' }, theme, 'preview'), colors: theme.colors };
});
