import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { guardedServer } from '../../../../infra/local/parts/guarded-server.ts';
import { close } from '../../../../infra/local/parts/port.ts';
import { readBody } from '../../../../infra/local/parts/read-body.ts';

let stop: () => Promise<void>;
afterEach(() => stop());

async function started() {
  const told: string[] = [];
  const server = guardedServer(
    async (request, response) => {
      if (request.url === '/breaks') throw new Error('out of order');
      const body = await readBody(request, 1_000);
      if (request.url === '/late') {
        response.write('half');
        throw new Error('out of words');
      }
      response.end(`${body?.length} bytes`);
    },
    (error) => told.push(String(error)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stop = () => close(server);
  const { port } = server.address() as AddressInfo;
  return { told, port, origin: `http://127.0.0.1:${port}` };
}

/** Sends the beginning of a request and hangs up, as a phone does that loses its network. */
async function hangUpAfter(port: number, text: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => socket.write(text, () => resolve()));
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.resetAndDestroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
}

// A rejection that nobody took would end this very process, and the test with it.
it('outlives a sender who hangs up in the middle of a body, of which there is nothing to tell', async () => {
  const { told, port, origin } = await started();
  await hangUpAfter(port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"a');
  await hangUpAfter(port, 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"a');
  expect(await (await fetch(origin, { method: 'POST', body: 'abc' })).text()).toBe('3 bytes');
  expect(told).toEqual([]);
});

it('answers 500 for what breaks, tells what it was, and ends an answer that was begun', async () => {
  const { told, origin } = await started();
  expect((await fetch(`${origin}/breaks`)).status).toBe(500);
  await expect(fetch(`${origin}/late`).then((answer) => answer.text())).rejects.toThrow();
  expect(told).toEqual(['Error: out of order', 'Error: out of words']);
  expect((await fetch(origin)).status).toBe(200);
});
