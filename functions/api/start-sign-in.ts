import { routes } from '../../shared/api/routes.ts';
import { signInMail } from '../../shared/documents/mail/sign-in-mail.ts';
import { later, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { normalizeEmail } from '../../shared/domain/learner.ts';
import { CODE_LIFETIME_MS, CODE_TRIES, formatCode, signInLimits } from '../../shared/domain/sign-in.ts';
import { ParkError } from '../../shared/ports.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { endpoint } from '../endpoint.ts';
import { browserCookie, setCookie } from '../middleware/cookies.ts';
import { reply, tooMany } from '../middleware/reply.ts';
import { codeHashOf } from '../sign-in/code-hash.ts';

/**
 * Mails a sign-in code that works in this browser only. A known and an unknown address get the same mail, the same work
 * and the same answer: an account is made when the code is entered.
 */
export const handler = endpoint(routes.startSignIn, { mailer: sesMailer }, async (asked, capabilities) => {
  const { signIns, table, ids, digests, clock, mailer, config } = capabilities;
  const email = normalizeEmail(asked.body.email);
  const waits = await Promise.all([
    signIns.countAgainst(signInLimits.network, asked.sourceIp),
    signIns.countAgainst(signInLimits.email, email),
    signIns.countAgainst(signInLimits.everyone, 'everyone'),
  ]);
  const wait = Math.max(...waits.map((seconds) => seconds ?? 0));
  if (wait > 0) return tooMany(wait);

  const browser = ids.secret();
  const code = ids.code();
  const challenge = {
    email,
    codeHash: codeHashOf(digests, browser, code),
    expiresAt: later(clock.now(), CODE_LIFETIME_MS),
    triesLeft: CODE_TRIES,
    spent: false,
  };
  await table.write([signIns.putChallenge(browser, challenge)]);
  const minutes = CODE_LIFETIME_MS / MINUTE;
  const mail = signInMail({
    code: formatCode(code),
    siteUrl: config.siteUrl,
    minutes,
    providerName: config.providerName,
  });
  await mailer.send({ ...mail, to: email, messageKey: `sign-in-${ids.id()}` }).catch((error: unknown) => {
    // An address that no mail can reach gets the same answer as any other.
    if (!(error instanceof ParkError)) throw error;
  });
  const seconds = CODE_LIFETIME_MS / SECOND;
  return reply(
    202,
    { status: 'code-sent', expiresInSeconds: seconds },
    { cookies: [setCookie(browserCookie, browser, seconds)] },
  );
});
