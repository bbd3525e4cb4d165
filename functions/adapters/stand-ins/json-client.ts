import type { Exchanged } from './exchange.ts';
import {
  type ClientSettings,
  type Sending,
  ServiceClient,
  ServiceError,
  type ServiceNames,
  type Told,
} from './service-client.ts';

/** A service that speaks AWS JSON: the operation in a header, input and output as JSON. */
export interface JsonService extends ServiceNames {
  /** Before the operation's name in `X-Amz-Target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
}

interface Operation {
  readonly name: string;
  /** What the host begins with for this one. */
  readonly hostPrefix?: string;
  /** Turns members that hold bytes into the base64 that travels, and back. */
  readonly bytesIn?: readonly string[];
  readonly bytesOut?: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/** A command, as the SDK's clients take it: `new GetItemCommand({ … })`. */
export function jsonCommand(name: string, more: Omit<Operation, 'name'> = {}) {
  return class {
    readonly operation: Operation = { name, ...more };
    readonly input: Members;
    constructor(input: Members) {
      this.input = input;
    }
  };
}
type JsonCommand = InstanceType<ReturnType<typeof jsonCommand>>;

const withBase64 = (members: Members, names: readonly string[]): Members => ({
  ...members,
  ...Object.fromEntries(names.map((name) => [name, Buffer.from(members[name] as Uint8Array).toString('base64')])),
});
const withBytes = (members: Members, names: readonly string[]): Members => ({
  ...members,
  ...Object.fromEntries(names.map((name) => [name, Buffer.from(String(members[name] ?? ''), 'base64')])),
});

function membersOf(body: Buffer): Members {
  try {
    return JSON.parse(body.toString('utf8') || '{}');
  } catch {
    // What stands between here and the service answers in words of its own.
    return {};
  }
}

/** What an answer tells of an error: its name stands behind the namespace, in the body or in a header. */
function toldBy({ headers, body }: Exchanged): Told {
  const { __type, message, Message, ...more } = membersOf(body);
  const name = String(__type ?? headers['x-amzn-errortype'] ?? 'UnknownError');
  return { ...more, name: name.replace(/^.*#|:.*$/g, ''), message: String(message ?? Message ?? name) };
}

type Errors = Readonly<Record<string, new (told: Told, status: number) => ServiceError>>;

export class JsonClient extends ServiceClient {
  readonly #service: JsonService;
  /** Errors that are told apart by their class. */
  readonly #errors: Errors;
  constructor(service: JsonService, settings: ClientSettings, errors: Errors = {}) {
    super(service, settings);
    this.#service = service;
    this.#errors = errors;
  }

  async send({ operation, input }: JsonCommand, sending: Sending = {}): Promise<Members> {
    const { target, version } = this.#service;
    const { name, hostPrefix, bytesIn = [], bytesOut = [] } = operation;
    const answer = await this.ask(
      {
        method: 'POST',
        url: this.address(this.settings.disableHostPrefix ? '' : hostPrefix),
        headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amz-target': `${target}.${name}` },
        body: JSON.stringify(withBase64(input, bytesIn)),
      },
      (failed) => {
        const told = toldBy(failed);
        return new (this.#errors[told.name] ?? ServiceError)(told, failed.status);
      },
      sending,
    );
    return withBytes(membersOf(answer.body), bytesOut);
  }
}
