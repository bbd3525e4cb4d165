import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { headText } from '../../shared/documents/signed-head.ts';
import { isCivilDate } from '../../shared/domain/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply } from '../middleware/reply.ts';

/** The signed head of a day, to the byte as the next one names its hash, for whoever keeps copies. It tells of no person. */
export const handler = endpoint(learnerRoutes.getDailyHead, {}, async ({ params: { day } }, { dailyHeads }) => {
  const isLatest = day === 'latest';
  const head = isLatest ? (await dailyHeads.newest())?.head : isCivilDate(day) ? await dailyHeads.on(day) : undefined;
  if (!head) return notFound('head');
  return reply(200, headText(head), {
    headers: {
      'cache-control': isLatest ? 'public, max-age=300' : 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    },
  });
});
