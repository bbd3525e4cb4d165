import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../../infra/cli/run.ts';

let stop: (() => void) | undefined;
afterEach(() => {
  vi.unstubAllEnvs();
  stop?.();
  stop = undefined;
});

/** Something that answers, whatever it is. */
async function answering(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** What `wallet parked` says of an endpoint. */
async function saidOf(endpoint: string): Promise<readonly unknown[]> {
  vi.stubEnv('AWS_ENDPOINT_URL_LAMBDA', endpoint);
  const said: string[] = [];
  const code = await run(['parked'], { print: (line) => said.push(line), complain: (line) => said.push(line) });
  return [code, ...said];
}

describe('a system that does not answer as one does is told of in one line', () => {
  it('where its address is none', async () => {
    expect(await saidOf('somewhere')).toEqual([
      ...[1, '“somewhere” is no address of a system. Correct AWS_ENDPOINT_URL_LAMBDA, or give --data DIR.'],
    ]);
  });

  it('where it is down, or goes down while it answers', async () => {
    const endpoint = await answering((_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{');
      setTimeout(() => response.destroy(), 20);
    });
    const down = `The system at ${endpoint} does not answer. Is it starting or stopping? Try again.`;
    expect(await saidOf(endpoint)).toEqual([1, down]);
    stop?.();
    expect(await saidOf(endpoint)).toEqual([1, down]);
  });

  it('where it does not have the function', async () => {
    const endpoint = await answering((_, response) => response.writeHead(404).end('Function not found'));
    expect(await saidOf(endpoint)).toEqual([
      ...[1, `The system at ${endpoint} does not know list-parked, or cannot run it: 404 Function not found`],
    ]);
  });

  it('where something else answers', async () => {
    const endpoint = await answering((_, response) => response.end('<html>'));
    expect(await saidOf(endpoint)).toEqual([1, `What answers at ${endpoint} is no system of this kind: <html>`]);
  });

  it('where it is of another version', async () => {
    const endpoint = await answering((_, response) => response.end('{"work":[{"workId":"award-1"}]}'));
    const [code, said] = await saidOf(endpoint);
    expect(code).toBe(1);
    expect(said).toMatch(
      /^list-parked answered otherwise than this version of wallet expects \(work\.0\.step: .+\)\. It ran all the same; is the system of another version\?$/,
    );
  });
});
