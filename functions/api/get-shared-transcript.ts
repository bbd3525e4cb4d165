import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { renderSharedTranscript } from '../../shared/documents/shared-transcript-page.ts';
import { endpoint } from '../endpoint.ts';
import { publicReply } from '../views/public-reply.ts';
import { openShare } from '../views/shared-transcript.ts';

/** The public page of a shared transcript. What expired, was withdrawn or never was looks the same to whoever asks. */
export const handler = endpoint(learnerRoutes.getSharedTranscript, {}, async ({ params }, capabilities) => {
  const { digests, config } = capabilities;
  const opened = await openShare(params.token, capabilities);
  const shared = opened && { ...opened, pdf: `/t/${params.token}/pdf` };
  return publicReply(
    digests,
    shared ? 200 : 404,
    renderSharedTranscript({ shared, providerName: config.providerName }),
  );
});
