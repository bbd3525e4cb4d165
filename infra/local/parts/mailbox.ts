import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { guardedServer } from './guarded-server.ts';
import { close, freePort, listen } from './port.ts';

type Emulator = { readonly default: (config: { host: string; port: number }) => Promise<Server> };

export type Mailbox = {
  /** The inbox, for a person's browser; `${url}/store` is the same as JSON. */
  readonly url: string;
  /** For AWS_ENDPOINT_URL_SES. */
  readonly endpoint: string;
  stop(): Promise<void>;
};

/**
 * What `GET /store` answers; `?since=EPOCH_SECONDS` leaves out older mail. Mail is in the order it was sent.
 * A multipart/alternative mail sent by SendRawEmail is shown parsed: its text and HTML parts as `body.text` and
 * `body.html`, both decoded; addresses as one string a header, `"Name" <address>` when there is a name. The raw message
 * and its headers are not kept.
 */
export type MailStore = {
  readonly emails: readonly {
    /** `ses-` and nine digits; also the MessageId that SES answered. */
    readonly messageId: string;
    /** `"Credit Wallet" <credit@example.org>` */
    readonly from: string;
    readonly replyTo: readonly string[];
    /** One string a header line, several addresses joined by `, `. Envelope recipients alone are not shown. */
    readonly destination: {
      readonly to: readonly string[];
      readonly cc: readonly string[];
      readonly bcc: readonly string[];
    };
    readonly subject: string;
    /** The text part ends with a line break that the mail format adds. */
    readonly body: { readonly text?: string; readonly html?: string };
    /** `content` is base64. */
    readonly attachments: readonly {
      readonly content: string;
      readonly contentType: string;
      readonly filename?: string;
    }[];
    /** Epoch seconds. */
    readonly at: number;
  }[];
  readonly templates: Readonly<Record<string, unknown>>;
};

async function startEmulator(): Promise<Server> {
  // It is CommonJS, whose default export every loader shows otherwise; require does not.
  const emulator: Emulator = createRequire(import.meta.url)('aws-ses-v2-local');
  // The emulator takes a failed listen for success, hence the look beforehand.
  return emulator.default({ host: '127.0.0.1', port: await freePort() });
}

/**
 * Runs the SES emulator in this process (it prints nothing and stops at once). Mail is kept in memory alone. Calls that it
 * does not know hang without an answer, so every SES client needs a request time-out.
 *
 * The emulator takes a third of a second to load, so that is left until the first mail or visitor comes, who is handed on to
 * it: a start need not wait.
 * @throws CannotStart when the given port is in use
 */
export async function startMailbox({ port = 0 } = {}): Promise<Mailbox> {
  let emulator: Promise<Server> | undefined;
  const server = guardedServer(async (request, response) => {
    emulator ??= startEmulator();
    (await emulator).emit('request', request, response);
  });
  const chosen = await listen(server, port, { option: '--mail-port' });
  const stop = async (): Promise<void> => {
    await Promise.all([close(server), emulator?.then(close)]);
  };
  return { url: `http://localhost:${chosen}`, endpoint: `http://127.0.0.1:${chosen}`, stop };
}
