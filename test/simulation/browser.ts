import type { Routes } from '../../shared/api/routes.ts';
import { MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import type { Sent } from './api-event.ts';
import type { Answer, World } from './world.ts';

type Answered = Exclude<Answer, 'lost'>;

/** A learner's browser: keeps cookies, signs in when told to, and asks again when no answer comes. */
export interface Browser {
  readonly email: string;
  /** A new Idempotency-Key: browsers count, so that two learners send the same ones. */
  newKey(): string;
  readonly cookies: ReadonlyMap<string, string>;
  /**
   * Sends a request, again with the same Idempotency-Key while no answer comes or the service is busy, and signs in when
   * that is asked for. Nothing, when patience ends.
   */
  ask(route: keyof Routes, sent: Sent): Promise<Answered | undefined>;
}

const mostTries = 12;
const mostSignIns = 30;

/** @param cookies of a session that was begun before */
export function createBrowser(world: World, email: string, cookies: ReadonlyMap<string, string> = new Map()): Browser {
  const { clockwork, mailer } = world;
  const jar = new Map(cookies);
  let keys = 0;

  async function send(route: keyof Routes, sent: Sent): Promise<Answer> {
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
    return answer;
  }

  async function signIn(): Promise<void> {
    for (let tries = 0; tries < mostSignIns; tries++) {
      const seen = mailer.delivered.length;
      const started = await send('startSignIn', { body: { email } });
      if (started !== 'lost' && started.status === 202) {
        const mail = mailer.delivered.slice(seen).findLast(({ to }) => to === email);
        const [, code] = /^Code: (\S+)/m.exec(mail?.text ?? '') ?? [];
        const entered = code ? await send('enterCode', { body: { code } }) : 'lost';
        if (entered !== 'lost' && entered.status === 200) return;
      }
      // Five codes are mailed in a quarter of an hour; whoever asks for more waits.
      await clockwork.sleep(tries < 3 ? 20 * SECOND : 2 ** Math.min(tries, 8) * MINUTE);
    }
  }

  return {
    email,
    newKey: () => `request-${++keys}`,
    cookies: jar,
    async ask(route, sent) {
      for (let tries = 0; tries < mostTries; tries++) {
        const answer = await send(route, sent);
        if (answer !== 'lost' && answer.status === 401) await signIn();
        else if (answer !== 'lost' && answer.status !== 503 && answer.status !== 429) return answer;
        else await clockwork.sleep(Math.min(60, 2 ** tries) * SECOND);
      }
      return undefined;
    },
  };
}
