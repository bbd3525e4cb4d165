import { keysIn } from '../../support/leaks.ts';
import { routeNameOf } from '../../support/route-name.ts';
import { awaitMail, codeIn } from './mailbox.ts';
import type { RunningSystem } from './running-system.ts';

/** An answer with its body read as JSON; the journeys look into it as a stranger's client would. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // A stranger's client has no types: each test says what it expects of the body.
  readonly body: Record<string, never> & Record<string, unknown>;
}

/** A learner whose client is a program: keeps cookies, speaks JSON, holds every answer against the secrecy of the answer keys. */
export class HttpLearner {
  readonly email: string;
  readonly #system: Pick<RunningSystem, 'site' | 'mail'>;
  readonly #cookies = new Map<string, string>();

  constructor(system: Pick<RunningSystem, 'site' | 'mail'>, email: string) {
    this.#system = system;
    this.email = email;
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(this.#system.site + path, {
      method,
      redirect: 'manual',
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    const read = isJson ? JSON.parse(text) : { text };
    const name = routeNameOf(method, path.split('?')[0] ?? '');
    const leaks = name ? keysIn(name, text, read) : [];
    if (leaks.length > 0) throw new Error(`${method} ${path} leaks ${leaks.join(', ')}: ${text.slice(0, 500)}`);
    return { status: response.status, headers: response.headers, body: read };
  }

  /** What a browser would keep, by its name. */
  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  /** Signs in by the code from the mailbox and says who the learner is. */
  async signIn(profile: Record<string, string>): Promise<void> {
    await this.call('POST', '/api/sign-in', { email: this.email });
    const code = codeIn(await awaitMail(this.#system.mail, this.email, /sign-in code/i));
    const { status } = await this.call('POST', '/api/sign-in/code', { code });
    if (status !== 200) throw new Error(`Sign-in answered ${status}`);
    await this.call('PUT', '/api/me', profile);
  }
}
