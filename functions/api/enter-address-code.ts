import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { addressFaults } from '../../shared/domain/addresses.ts';
import { refuseFor } from '../../shared/domain/refusal.ts';
import { addAddress } from '../accounts/add-address.ts';
import { endpoint } from '../endpoint.ts';
import { browserCookie, setCookie } from '../middleware/cookies.ts';
import { reply } from '../middleware/reply.ts';
import { required } from '../records/require.ts';
import { judgeEntry } from '../sign-in/judge-entry.ts';
import { meView } from '../views/me-view.ts';

/** Adds the address that the code was mailed to, for the learner who asked for it. A right code works once. */
export const handler = endpoint(learnerRoutes.enterAddressCode, {}, async (asked, capabilities) => {
  const { learners, signIns, table } = capabilities;
  const { learnerId } = asked.principal;
  const judged = await judgeEntry(
    { typed: asked.body.code, sourceIp: asked.sourceIp, browser: asked.cookie(browserCookie), forLearner: learnerId },
    capabilities,
  );
  if ('refused' in judged) return judged.refused;
  const { browser, challenge } = judged;
  const { email } = challenge.value;
  const learner = required(await learners.byId(learnerId), 'The account of a session');
  const refusal = refuseFor(addressFaults(learner.value, email, await learners.idOf(email)));
  if (refusal) return refusal;
  const added = await addAddress(learner, email, 'learner', capabilities);
  await table.write([signIns.putChallenge(browser, { ...challenge.value, spent: true }, challenge), ...added.writes]);
  return reply(200, meView(added.learner), { cookies: [setCookie(browserCookie, '', 0)] });
});
