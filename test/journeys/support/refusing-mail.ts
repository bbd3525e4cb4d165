import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What SES answers an account that is still in its sandbox (Amazon SES API reference, `MessageRejected`). */
const rejection = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>MessageRejected</Code><Message>Email address is not verified.</Message></Error><RequestId>refused</RequestId></ErrorResponse>`;

/** The mail service of an account that may not write to everybody: it stands before the mailbox, and refuses some addresses. */
export interface RefusingMail {
  readonly endpoint: string;
  /** Whom it refuses, as of now. */
  readonly refused: Set<string>;
  /** Where what it takes goes on to: the mailbox, once that stands. */
  mailbox: string;
  stop(): void;
}

export async function startRefusingMail(): Promise<RefusingMail> {
  const refused = new Set<string>();
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const to = new URLSearchParams(body.toString()).get('Destinations.member.1') ?? '';
    if (refused.has(to)) {
      response.writeHead(400, { 'content-type': 'text/xml' }).end(rejection);
      return;
    }
    const { 'content-type': type = '', authorization = '' } = request.headers;
    const answer = await fetch(new URL(request.url ?? '/', mail.mailbox), {
      ...{ method: request.method ?? 'POST', body },
      headers: { 'content-type': type, authorization },
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/xml' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const mail: RefusingMail = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refused,
    mailbox: '',
    stop: () => void server.close(),
  };
  return mail;
}
