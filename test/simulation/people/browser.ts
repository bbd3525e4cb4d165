import { needsSession } from '../../../shared/api/route.ts';
import type { Routes } from '../../../shared/api/routes.ts';
import { routes } from '../../../shared/api/routes.ts';
import { MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import { SESSION_LIFETIME_MS } from '../../../shared/domain/sign-in.ts';
import type { Sent } from '../api-event.ts';
import type { Say } from '../contents.ts';
import type { Answer, World } from '../world.ts';

type Answered = Exclude<Answer, 'lost'>;

/** A learner's browser: keeps cookies, signs in when told to, and asks again when no answer comes. */
export interface Browser {
  readonly email: string;
  /** The account that the address leads to, as far as the browser was told: another once accounts are merged. */
  account(): string | undefined;
  /** A new Idempotency-Key: browsers count, so that two learners send the same ones. */
  newKey(): string;
  readonly cookies: ReadonlyMap<string, string>;
  /**
   * Sends a request, again with the same Idempotency-Key while no answer comes or the service is busy, and signs in when
   * that is asked for. Nothing, when patience ends.
   */
  ask(route: keyof Routes, sent: Sent): Promise<Answered | undefined>;
}

/** Who signed in while their account was merged into another is told to do so again. */
const isToSignIn = ({ status, body }: Answered): boolean =>
  status === 401 || (status === 409 && body.type === '/problems/account-merged');

const mostTries = 12;
const mostSignIns = 8;
/** The chance that a code is asked for twice at once. */
const DOUBLE = 0.25;
/** By how much the clocks of two functions may be apart. */
const mostSkewMs = 20 * MINUTE;

/**
 * @param cookies of a session that was begun before
 * @param say told when the service takes a session that should have ended; staff's sessions, which last otherwise, are not looked at
 */
export function createBrowser(
  world: World,
  email: string,
  {
    cookies,
    account,
    say,
  }: {
    readonly cookies?: ReadonlyMap<string, string> | undefined;
    readonly account?: string | undefined;
    readonly say?: Say;
  } = {},
): Browser {
  const { clockwork, mailer, mailFates } = world;
  const jar = new Map(cookies);
  let keys = 0;
  let signedInTo = account;
  let endsMs = clockwork.nowMs() + SESSION_LIFETIME_MS;

  async function send(route: keyof Routes, sent: Sent): Promise<Answer> {
    const sentMs = clockwork.nowMs();
    const sessionEndsMs = endsMs;
    const answer = await world.request(route, {
      ...sent,
      cookies: [...jar].map(([name, value]) => `${name}=${value}`),
    });
    if (answer !== 'lost')
      for (const cookie of answer.cookies) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value) jar.set(name, value);
        else jar.delete(name);
      }
    const wasTaken = answer !== 'lost' && answer.status < 300 && needsSession(routes[route].access);
    if (wasTaken && sentMs > sessionEndsMs + mostSkewMs)
      say?.(`${email} was served ${route} after their session ended`);
    return answer;
  }

  async function signIn(): Promise<void> {
    for (let tries = 0; tries < mostSignIns; tries++) {
      const seen = mailer.delivered.length;
      // Who is in a hurry presses twice, and then tries the code of each mail that came.
      const pressed = world.random.chance(DOUBLE) ? world.request('startSignIn', { body: { email } }) : undefined;
      const started = await send('startSignIn', { body: { email } });
      await pressed;
      const mails = mailer.delivered
        .slice(seen)
        .filter(({ to, serviceId }) => to === email && mailFates.arrived(serviceId));
      for (const { text } of started !== 'lost' && started.status === 202 ? mails.toReversed() : []) {
        const [, code] = /^Code: (\S+)/m.exec(text) ?? [];
        const entered = await send('enterCode', { body: { code } });
        if (entered === 'lost' || entered.status !== 200) continue;
        endsMs = clockwork.nowMs() + SESSION_LIFETIME_MS;
        signedInTo = String(entered.body.learnerId);
        return;
      }
      // Five codes are mailed in a quarter of an hour; whoever asks for more waits.
      await clockwork.sleep(tries < 3 ? 20 * SECOND : 2 ** Math.min(tries, 8) * MINUTE);
    }
  }

  return {
    email,
    account: () => signedInTo,
    newKey: () => `request-${++keys}`,
    cookies: jar,
    async ask(route, sent) {
      for (let tries = 0; tries < mostTries; tries++) {
        const answer = await send(route, sent);
        if (answer !== 'lost' && isToSignIn(answer)) await signIn();
        else if (answer !== 'lost' && answer.status !== 503 && answer.status !== 429) return answer;
        else await clockwork.sleep(Math.min(60, 2 ** tries) * SECOND);
      }
      return undefined;
    },
  };
}
