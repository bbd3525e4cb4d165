import { setTimeout as pause } from 'node:timers/promises';
import { isTransient } from '../aws.ts';
import { type Exchanged, exchange, type Limits } from './exchange.ts';
import { type Asked, type Signing, signedHeaders } from './signature-v4.ts';

/** The part of an SDK client's settings that is used; what is left out stands in the environment, as Lambda gives it. */
export interface ClientSettings {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly maxAttempts?: number;
  readonly requestHandler?: Limits;
  /** Whether StartSyncExecution goes to the same host as everything else. */
  readonly disableHostPrefix?: boolean;
}

/** A service, by its names. */
export interface ServiceNames {
  /** As signatures name it: `dynamodb`. */
  readonly signing: string;
  /** As hosts begin, where that is another: `email`. */
  readonly host?: string;
  /** As the variable of its endpoint ends: `DYNAMODB`. */
  readonly variable: string;
}

export interface Sending {
  readonly abortSignal?: AbortSignal;
}

export interface Told {
  readonly name: string;
  readonly message: string;
  readonly [more: string]: unknown;
}

/** An error that a service answered, with the members by which adapters know it. */
export class ServiceError extends Error {
  readonly $fault: 'client' | 'server';
  readonly $metadata: { httpStatusCode: number; attempts: number };
  constructor({ name, message, ...more }: Told, status: number) {
    super(message);
    this.name = name;
    this.$fault = status >= 500 ? 'server' : 'client';
    this.$metadata = { httpStatusCode: status, attempts: 1 };
    Object.assign(this, more);
  }
}

/** Longest pauses before the second and the third try. A throttled service is given more time. */
const pauseMs = { usual: 50, throttled: 500 } as const;
const isThrottled = (error: unknown): boolean =>
  error instanceof Error && /Throttl|SlowDown|TooMany|Exceeded/.test(error.name);

/**
 * Speaks to a service of AWS: signs, keeps to time limits, and sends again, after a pause of chance, what may succeed then. It is what
 * the handlers use of the SDK's clients, which take longer to load than any handler to answer (ADR 46).
 */
export class ServiceClient {
  readonly #names: ServiceNames;
  readonly settings: ClientSettings;
  constructor(names: ServiceNames, settings: ClientSettings) {
    this.#names = names;
    this.settings = settings;
  }

  get region(): string {
    return this.settings.region ?? process.env.AWS_REGION ?? 'us-east-1';
  }

  /** An endpoint that was named, as embedded parts have one; otherwise the service is in its Region. */
  get namedEndpoint(): string | undefined {
    const { env } = process;
    return (
      this.settings.endpoint ?? (env[`AWS_ENDPOINT_URL_${this.#names.variable}`] || env.AWS_ENDPOINT_URL || undefined)
    );
  }

  /** `https://dynamodb.eu-west-1.amazonaws.com`; `prefix` goes before the host where the service has its own. */
  address(prefix = ''): URL {
    if (this.namedEndpoint) return new URL(this.namedEndpoint);
    const suffix = this.region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
    return new URL(`https://${prefix}${this.#names.host ?? this.#names.signing}.${this.region}.${suffix}`);
  }

  signing(): Signing {
    const { env } = process;
    const { accessKeyId, secretAccessKey, sessionToken } = this.settings.credentials ?? {
      accessKeyId: env.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: env.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: env.AWS_SESSION_TOKEN,
    };
    return {
      ...{ accessKeyId, secretAccessKey, sessionToken },
      service: this.#names.signing,
      region: this.region,
      at: new Date(),
    };
  }

  /** Sends until it is answered well. @throws ServiceError or what the network says, with how often it was tried in `$metadata` */
  async ask(asked: Asked, told: (answer: Exchanged) => Error, { abortSignal }: Sending = {}): Promise<Exchanged> {
    const { maxAttempts = 3, requestHandler = {} } = this.settings;
    const trace = process.env._X_AMZN_TRACE_ID;
    const traced = trace ? { ...asked, headers: { ...asked.headers, 'x-amzn-trace-id': trace } } : asked;
    for (let attempts = 1; ; attempts++) {
      try {
        const headers = signedHeaders(traced, this.signing());
        const answer = await exchange({ ...asked, headers }, requestHandler, abortSignal);
        if (answer.status >= 200 && answer.status < 300) return answer;
        throw told(answer);
      } catch (error) {
        if (error instanceof ServiceError) error.$metadata.attempts = attempts;
        else if (error instanceof Error) Object.assign(error, { $metadata: { attempts } });
        if (attempts >= maxAttempts || abortSignal?.aborted || !isTransient(error)) throw error;
        await pause(Math.random() * (isThrottled(error) ? pauseMs.throttled : pauseMs.usual) * 2 ** (attempts - 1));
      }
    }
  }

  /** As the SDK's clients have it: connections are the process's, and end with it. */
  destroy(): void {}
}
