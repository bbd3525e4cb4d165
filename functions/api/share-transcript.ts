import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { checkShares, type Share, shareEnd } from '../../shared/domain/share.ts';
import { readScope } from '../../shared/domain/transcript.ts';
import { endpoint } from '../endpoint.ts';
import { shareView } from '../views/share-view.ts';
import { makeTranscript } from '../views/transcript.ts';

/** Makes a link to a part of the transcript. What it covers is fixed now; how each credit stands is told when it is opened. */
export const handler = endpoint(learnerRoutes.shareTranscript, {}, async ({ principal, body }, capabilities) => {
  const { shares, table, ids, digests, clock, config } = capabilities;
  const { learnerId } = principal;
  const asked = readScope(body);
  if (isRefusal(asked)) return asked;
  const now = clock.now();
  const refusal = checkShares(await shares.list(learnerId), now);
  if (refusal) return refusal;
  const made = await makeTranscript(learnerId, asked, capabilities);
  if (isRefusal(made)) return made;
  const token = ids.secret();
  const share: Share = {
    ...{ shareId: ids.id(), learnerId, tokenHash: digests.sha256(token), scope: made.transcript.scope },
    ...{ madeAt: now, expiresAt: shareEnd(now, body.expiresInDays) },
  };
  await table.write(shares.make(share));
  return { ...shareView(share, now), url: `${config.siteUrl}/t/${token}` };
});
