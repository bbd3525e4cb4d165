import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { deviceInWords } from '../../shared/domain/device.ts';
import { later, SECOND } from '../../shared/domain/kinds.ts';
import { SESSION_LIFETIME_MS } from '../../shared/domain/sign-in.ts';
import { endpoint } from '../endpoint.ts';
import { browserCookie, sessionCookie, setCookie } from '../middleware/cookies.ts';
import { reply } from '../middleware/reply.ts';
import { judgeEntry } from '../sign-in/judge-entry.ts';

/** Signs in with the mailed code, in the browser that asked for it. A right code works once, and ends the session of before. */
export const handler = endpoint(learnerRoutes.enterCode, {}, async (asked, capabilities) => {
  const { signIns, learners, table, ids, digests, clock } = capabilities;
  const { sourceIp } = asked;
  const judged = await judgeEntry(
    { typed: asked.body.code, sourceIp, browser: asked.cookie(browserCookie) },
    capabilities,
  );
  if ('refused' in judged) return judged.refused;
  const { browser, challenge } = judged;

  const now = clock.now();
  const { learner: signedIn, writes } = await learners.arriving(challenge.value.email);
  const learner = signedIn.value;
  const secret = ids.secret();
  const device = deviceInWords(asked.header('user-agent'));
  const session = { learnerId: learner.learnerId, startedAt: now, endsAt: later(now, SESSION_LIFETIME_MS), device };
  // Whoever came to know the secret of the session that this browser had has no part in the new one (OWASP ASVS 5.0, 7.2.4).
  const formerSecret = asked.cookie(sessionCookie);
  const formerHash = formerSecret === undefined ? undefined : digests.sha256(formerSecret);
  const former = formerHash === undefined ? undefined : await signIns.sessionOf(formerHash);
  // Spending the code, making a new account and beginning the session are one: a code that two requests enter at once begins
  // one session.
  await table.write([
    signIns.putChallenge(browser, { ...challenge.value, spent: true }, challenge),
    ...signIns.begin(digests.sha256(secret), session),
    ...(former && formerHash !== undefined
      ? [signIns.putSession(formerHash, { ...former.value, endsAt: now }, former)]
      : []),
    ...writes,
  ]);
  return reply(
    200,
    { learnerId: learner.learnerId, profileComplete: learner.profile !== undefined },
    { cookies: [setCookie(sessionCookie, secret, SESSION_LIFETIME_MS / SECOND), setCookie(browserCookie, '', 0)] },
  );
});
