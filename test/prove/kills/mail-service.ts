import { createServer } from 'node:http';
import { close, listen } from '../../../infra/local/parts/port.ts';
import { readBody } from '../../../infra/local/parts/read-body.ts';

/** What speaks the protocol of SES outside of the machine that dies, as SES does: what it took, it took. */
export interface MailService {
  readonly endpoint: string;
  /** How often each award's mail was taken, by its message key. */
  readonly taken: ReadonlyMap<string, number>;
  /** The latest sign-in code that was mailed to an address. */
  codeFor(address: string): string | undefined;
  stop(): Promise<void>;
}

const longestBody = 4 * 1024 * 1024;

export async function startMailService(): Promise<MailService> {
  const taken = new Map<string, number>();
  const codes = new Map<string, string>();
  const server = createServer(async (request, response) => {
    const body = await readBody(request, longestBody).catch(() => undefined);
    const form = new URLSearchParams(body?.toString('utf8') ?? '');
    if (form.get('Action') !== 'SendRawEmail') return void response.writeHead(400).end();
    const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64').toString('utf8');
    const code = /^Code: (\S+)/m.exec(raw)?.[1];
    if (code) codes.set(form.get('Destinations.member.1') ?? '', code);
    const key = form.get('Tags.member.1.Value') ?? '';
    taken.set(key, (taken.get(key) ?? 0) + 1);
    const told = `<SendRawEmailResult><MessageId>${taken.size}</MessageId></SendRawEmailResult>`;
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(
      `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${told}</SendRawEmailResponse>`,
    );
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    taken,
    codeFor: (address) => codes.get(address),
    stop: () => close(server),
  };
}
