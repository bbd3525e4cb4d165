import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../simulation/random.ts';
import type { Gate } from './gate.ts';
import type { Journal } from './journal.ts';

export interface Answer {
  readonly status: number;
  // A stranger's client has no types: who asked says what it expects of the body.
  readonly body: Record<string, never> & Record<string, unknown>;
}

const PATIENCE_MS = 120_000;
const AGAIN_AFTER_MS = 60;
const ANSWER_WITHIN_MS = 10_000;
/** So many ask again at once, and meet a system that is only just starting; the others wait at the gate. */
const IMPATIENT = 0.25;

/**
 * A browser that keeps cookies and asks again, with the same Idempotency-Key, for as long as no answer comes or the system
 * says to try later. Some of its users click twice.
 */
export class Client {
  readonly #site: string;
  readonly #random: Random;
  readonly #journal: Journal;
  readonly #gate: Gate | undefined;
  readonly #cookies = new Map<string, string>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(site: string, random: Random, { journal, gate }: { readonly journal: Journal; readonly gate: Gate }) {
    this.#site = site;
    this.#random = random;
    this.#journal = journal;
    this.#gate = random.chance(IMPATIENT) ? undefined : gate;
  }

  /** What it was last told to keep under a name. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  #send(method: string, path: string, body: unknown, key: string): Promise<Answer | 'lost'> {
    const { promise, resolve } = Promise.withResolvers<Answer | 'lost'>();
    const text = body === undefined ? undefined : JSON.stringify(body);
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const sending = request(this.#site + path, {
      ...{ method, agent: this.#agent, timeout: ANSWER_WITHIN_MS },
      headers: {
        ...{ cookie, 'idempotency-key': key },
        ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      },
    });
    sending.on('timeout', () => sending.destroy());
    sending.on('error', () => resolve('lost'));
    sending.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', () => resolve('lost'));
      response.on('close', () => resolve('lost'));
      response.on('end', () => {
        if (!response.complete) return;
        for (const line of response.headers['set-cookie'] ?? []) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          this.#cookies.set(name, value);
        }
        const status = response.statusCode ?? 0;
        try {
          resolve({ status, body: JSON.parse(Buffer.concat(parts).toString('utf8') || '{}') });
        } catch {
          resolve({ status, body: {} as Answer['body'] });
        }
      });
    });
    sending.end(text);
    return promise;
  }

  async #untilAnswered(method: string, path: string, body: unknown, key: string): Promise<Answer> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
      await this.#gate?.opened();
      const answer = await this.#send(method, path, body, key);
      if (answer === 'lost') this.#journal.count('answers that did not come, asked for again');
      else if (answer.status === 500) this.#journal.count('answers 500, asked for again');
      else if (answer.status === 503 || answer.status === 502) this.#journal.count('answers 503, asked for again');
      else return answer;
      await pause(AGAIN_AFTER_MS * (0.5 + this.#random.fraction()));
    }
    throw new Error(`No answer to ${method} ${path} for two minutes`);
  }

  /** Looks at something. */
  read(path: string): Promise<Answer> {
    return this.#untilAnswered('GET', path, undefined, randomUUID());
  }

  /** Writes something; now and then by a double click, of which the answers must not disagree. */
  async write(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answer> {
    const key = randomUUID();
    const twice = method === 'POST' && this.#random.chance(0.15);
    if (!twice) return this.#untilAnswered(method, path, body, key);
    this.#journal.count('double clicks');
    const keys = [key, this.#random.chance(0.5) ? key : randomUUID()];
    const [first, second] = await Promise.all(keys.map((one) => this.#untilAnswered(method, path, body, one)));
    if (!first || !second) throw new Error('A double click is two');
    const good = [first, second].filter(({ status }) => status < 300);
    for (const name of ['attemptId', 'certificateId'])
      if (good.length === 2 && first.body[name] && second.body[name] && first.body[name] !== second.body[name])
        this.#journal.failures.push(`A double click on ${path} was told two of ${name}`);
    return good[0] ?? first;
  }

  end(): void {
    this.#agent.destroy();
  }
}
