import { routes } from '../../shared/api/routes.ts';
import { renderSharedTranscript } from '../../shared/documents/shared-transcript-page.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { shareStanding } from '../../shared/domain/share.ts';
import { endpoint } from '../endpoint.ts';
import { publicReply } from '../views/public-reply.ts';
import { makeTranscript } from '../views/transcript.ts';

/** The public page of a shared transcript. What expired, was withdrawn or never was looks the same to whoever asks. */
export const handler = endpoint(routes.getSharedTranscript, {}, async ({ params }, capabilities) => {
  const { shares, clock, digests, config } = capabilities;
  const share = await shares.ofToken(digests.sha256(params.token));
  const made =
    share && shareStanding(share, clock.now()) === 'open'
      ? await makeTranscript(share.learnerId, share.scope, capabilities)
      : undefined;
  const shared = share && made && !isRefusal(made) ? { share, made } : undefined;
  return publicReply(
    digests,
    shared ? 200 : 404,
    renderSharedTranscript({ shared, providerName: config.providerName }),
  );
});
