import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../../functions/adapters/public-address.ts';
import { createPoster } from '../../../functions/adapters/webhook-poster.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

/** A receiver on this machine, and the port that it listens at. */
async function receiver(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return (server.address() as AddressInfo).port;
}

const message = (url: string) => ({ url, headers: { 'webhook-id': 'message-1' }, body: '{"type":"credit.awarded"}' });
/** A name server that gives every name these addresses. */
const resolvingTo =
  (...addresses: readonly string[]) =>
  (
    _host: string,
    _options: unknown,
    callback: (error: null, found: { address: string; family: number }[]) => void,
  ): void =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('a message to a receiver', () => {
  it('arrives to the byte, with its headers, and what was answered is known', async () => {
    const seen: { method?: string | undefined; id?: unknown; type?: unknown; body: string }[] = [];
    const port = await receiver(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { 'webhook-id': id, 'content-type': type } = request.headers;
      seen.push({ method: request.method, id, type, body });
      response.writeHead(202).end('taken,\n thank you');
    });
    const { post } = createPoster({ toLoopback: true });
    expect(await post(message(`http://127.0.0.1:${port}/hook`))).toEqual({
      ...{ kind: 'answered', status: 202, excerpt: 'taken,  thank you' },
    });
    expect(seen).toEqual([
      { method: 'POST', id: 'message-1', type: 'application/json', body: '{"type":"credit.awarded"}' },
    ]);
  });

  it('follows no redirect: whoever answers with one has not taken it', async () => {
    let asked = 0;
    const port = await receiver((request, response) => {
      asked++;
      response.writeHead(302, { location: `http://127.0.0.1:${request.socket.localPort}/elsewhere` }).end();
    });
    const { post } = createPoster({ toLoopback: true });
    expect(await post(message(`http://127.0.0.1:${port}/hook`))).toMatchObject({ kind: 'answered', status: 302 });
    expect(asked).toBe(1);
  });

  it('is given up when the receiver does not answer in time, or never ends its answer', async () => {
    const silent = await receiver(() => undefined);
    const endless = await receiver((_, response) => {
      response.writeHead(200);
      response.write('and so on');
    });
    const { post } = createPoster({ toLoopback: true, longestMs: 300 });
    for (const port of [silent, endless])
      expect(await post(message(`http://127.0.0.1:${port}/`))).toEqual({
        ...{ kind: 'unreachable', problem: 'No answer within 0.3 s.' },
      });
  });

  it('reads of a long answer no more than its beginning', async () => {
    const port = await receiver((_, response) => {
      response.writeHead(500);
      const more = (): void => void (response.writable && response.write('x'.repeat(65_536), more));
      more();
    });
    const { post } = createPoster({ toLoopback: true });
    expect(await post(message(`http://127.0.0.1:${port}/`))).toEqual({
      ...{ kind: 'answered', status: 500, excerpt: 'x'.repeat(300) },
    });
  });

  it('says that nobody listens', async () => {
    const port = await receiver(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((closed) => server?.close(closed));
    const { post } = createPoster({ toLoopback: true });
    expect(await post(message(`http://127.0.0.1:${port}/`))).toMatchObject({
      ...{ kind: 'unreachable', problem: expect.stringContaining('ECONNREFUSED') },
    });
  });
});

describe('addresses that no message is sent to', () => {
  let asked = 0;
  const listening = () =>
    receiver((_, response) => {
      asked++;
      response.end();
    });
  const { post } = createPoster({ toLoopback: false });
  const refused = {
    kind: 'unreachable',
    problem: expect.stringMatching(/no message is sent to|No message is sent|HTTPS/),
  };

  it.each([
    '127.0.0.1',
    '[::1]',
    '2130706433',
    '0x7f.1',
    '0.0.0.0',
    '[::ffff:127.0.0.1]',
    '169.254.169.254',
    '10.0.0.8',
  ])('not to https://%s/', async (host) => {
    const port = await listening();
    expect(await post(message(`https://${host}:${port}/`))).toEqual(refused);
    expect(asked).toBe(0);
  });

  it('nor to a name that resolves to one, even beside a public address', async () => {
    const port = await listening();
    for (const found of [['127.0.0.1'], ['8.8.8.8', '192.168.1.5'], ['fd00::1'], []]) {
      const poster = createPoster({ toLoopback: false, resolve: resolvingTo(...found) });
      expect(await poster.post(message(`https://register.example.org:${port}/`)), found.join()).toEqual(refused);
    }
    expect(asked).toBe(0);
  });

  it('nor anywhere without TLS, except on one machine where that was asked for', async () => {
    expect(await post(message('http://register.example.org/'))).toEqual(refused);
    const onOneMachine = createPoster({ toLoopback: true, resolve: resolvingTo('192.168.1.5') });
    expect(await onOneMachine.post(message('http://register.example.org/'))).toEqual(refused);
  });

  it('are all that are not on the public internet', () => {
    const hidden = [
      ...['0.1.2.3', '10.1.2.3', '100.64.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
      ...['192.168.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.9', '224.0.0.1', '255.255.255.255'],
      ...['::', '::1', '::ffff:8.8.8.8', '64:ff9b::808:808', 'fc00::1', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1'],
      ...['2002:7f00:1::', 'nonsense', ''],
    ];
    expect(hidden.filter(isPublicAddress)).toEqual([]);
    const open = ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '192.0.3.1', '2606:4700::1111', '2a00:1450::1'];
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([]);
  });
});
