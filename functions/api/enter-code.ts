import { routes } from '../../shared/api/routes.ts';
import { later, SECOND } from '../../shared/domain/kinds.ts';
import type { Reason } from '../../shared/domain/refusal.ts';
import { judgeCode, normalizeCode, SESSION_LIFETIME_MS, signInLimits } from '../../shared/domain/sign-in.ts';
import { endpoint } from '../endpoint.ts';
import { browserCookie, sessionCookie, setCookie } from '../middleware/cookies.ts';
import { problemReply, reply, tooMany } from '../middleware/reply.ts';
import { codeHashOf } from '../sign-in/code-hash.ts';

const newCode = 'Ask for a new code.';
const reasons = {
  unknown: {
    code: 'other-browser',
    message: 'A code works only in the browser window in which it was asked for.',
    remedy: 'Type the code in that first window, or ask for a new code here.',
  },
  expired: { code: 'code-expired', message: 'This code has expired or was used.', remedy: newCode },
  'used-up': { code: 'code-used-up', message: 'A wrong code was entered too often.', remedy: newCode },
} as const satisfies Record<string, Reason>;

const wrongCode = (triesLeft: number): Reason => ({
  code: 'code-wrong',
  message: 'This is not the code from the latest e-mail.',
  remedy: triesLeft > 0 ? `Check it and try again; ${triesLeft} tries are left.` : newCode,
  field: '/code',
});

/** Signs in with the mailed code, in the browser that asked for it. A right code works once. */
export const handler = endpoint(routes.enterCode, {}, async (asked, capabilities) => {
  const { signIns, learners, table, ids, digests, clock } = capabilities;
  const wait = await signIns.countAgainst(signInLimits.tries, asked.sourceIp);
  if (wait) return tooMany(wait);

  const browser = asked.cookie(browserCookie);
  if (!browser) return problemReply(401, [reasons.unknown]);
  const challenge = await signIns.challengeOf(browser);
  const now = clock.now();
  const codeHash = codeHashOf(digests, browser, normalizeCode(asked.body.code));
  const verdict = judgeCode(challenge?.value, codeHash, now);
  if (!challenge || verdict === 'unknown') return problemReply(401, [reasons.unknown]);
  if (verdict === 'expired' || verdict === 'used-up') return problemReply(401, [reasons[verdict]]);
  if (verdict === 'wrong') {
    const triesLeft = challenge.value.triesLeft - 1;
    await table.write([signIns.putChallenge(browser, { ...challenge.value, triesLeft }, challenge)]);
    return problemReply(401, [wrongCode(triesLeft)]);
  }

  const learner = await learners.ofAddress(challenge.value.email);
  const secret = ids.secret();
  const session = { learnerId: learner.learnerId, startedAt: now, endsAt: later(now, SESSION_LIFETIME_MS) };
  // Spending the code and beginning the session are one: a code that two requests enter at once begins one session.
  await table.write([
    signIns.putChallenge(browser, { ...challenge.value, spent: true }, challenge),
    ...signIns.begin(digests.sha256(secret), session),
  ]);
  return reply(
    200,
    { learnerId: learner.learnerId, profileComplete: learner.profile !== undefined },
    { cookies: [setCookie(sessionCookie, secret, SESSION_LIFETIME_MS / SECOND), setCookie(browserCookie, '', 0)] },
  );
});
