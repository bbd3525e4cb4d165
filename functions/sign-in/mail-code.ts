import { type LearnerId, later, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { normalizeEmail } from '../../shared/domain/learner.ts';
import {
  ASKED_LIFETIME_MS,
  CODE_LIFETIME_MS,
  CODE_TRIES,
  formatCode,
  type RateLimit,
  signInLimits,
} from '../../shared/domain/sign-in.ts';
import { type Mail, ParkError } from '../../shared/ports.ts';
import type { sesMailer } from '../adapters/ses-mailer.ts';
import type { Capabilities } from '../capabilities.ts';
import { setCookie } from '../middleware/cookies.ts';
import { type Reply, reply, tooMany } from '../middleware/reply.ts';
import { codeHashOf } from './code-hash.ts';

type Mailing = Capabilities<{ mailer: typeof sesMailer }>;

/** Who asks for a code, and how it reaches them. */
interface Asking {
  readonly typed: string;
  readonly sourceIp: string;
  /** How often a code may be mailed to one address. */
  readonly limit: RateLimit;
  /** The cookie that binds the code to this browser. */
  readonly cookie: string;
  /** Whose address it is to become; absent where the code signs in. */
  readonly forLearner?: LearnerId;
  readonly mailOf: (code: string, minutes: number) => Promise<Omit<Mail, 'to'>>;
}

/**
 * Mails a sign-in code that works in one browser only. Every address gets the same work and the same answer, so that nobody
 * learns from it which are known.
 */
export async function mailCode(asking: Asking, capabilities: Mailing): Promise<Reply> {
  const { signIns, table, ids, digests, clock, mailer } = capabilities;
  const email = normalizeEmail(asking.typed);
  const waits = await Promise.all([
    signIns.countAgainst(signInLimits.network, asking.sourceIp),
    signIns.countAgainst(asking.limit, email),
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
    ...(asking.forLearner !== undefined && { forLearner: asking.forLearner }),
  };
  await table.write([signIns.putChallenge(browser, challenge)]);
  const mail = await asking.mailOf(formatCode(code), CODE_LIFETIME_MS / MINUTE);
  await mailer.send({ ...mail, to: email, messageKey: `sign-in-${ids.id()}` }).catch((error: unknown) => {
    // An address that no mail can reach gets the same answer as any other.
    if (!(error instanceof ParkError)) throw error;
  });
  return reply(
    202,
    { status: 'code-sent', expiresInSeconds: CODE_LIFETIME_MS / SECOND },
    { cookies: [setCookie(asking.cookie, browser, ASKED_LIFETIME_MS / SECOND)] },
  );
}
