import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPoster } from '../../functions/adapters/webhook-poster.ts';
import { createMemoryPoster } from '../simulation/ports/memory-poster.ts';
import type { Implementation } from './implementation.ts';
import { describePoster, type PosterWithReceiver } from './poster.ts';

const memoryPoster: Implementation<PosterWithReceiver> = {
  name: 'in memory',
  async start() {
    const { poster, received, answers } = createMemoryPoster();
    const port: PosterWithReceiver = {
      ...{ ...poster, url: 'https://register.example.org/hook', received: () => received },
      answers: (status) => {
        answers.of = () => ({ kind: 'answered', status, excerpt: '' });
      },
      goDown: async () => {
        answers.of = () => ({ kind: 'unreachable', problem: 'ECONNREFUSED' });
      },
    };
    return { port, stop: async () => {} };
  },
};

/** The adapter that production has, and a receiver on this machine. */
const httpPoster: Implementation<PosterWithReceiver> = {
  name: 'over HTTP',
  async start() {
    const got: { headers: Readonly<Record<string, unknown>>; body: string }[] = [];
    let status = 204;
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      got.push({ headers: request.headers, body });
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const close = () => new Promise<void>((closed) => void server.close(() => closed()));
    const port: PosterWithReceiver = {
      ...createPoster({ toLoopback: true }),
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
      received: () => got,
      answers: (next) => {
        status = next;
      },
      goDown: close,
    };
    return { port, stop: async () => server.closeAllConnections() };
  },
};

for (const implementation of [memoryPoster, httpPoster]) describePoster(implementation);
