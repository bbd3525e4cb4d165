import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSite } from '../../../infra/local/site.ts';

let folder: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sites-'));
  for (const site of ['learner', 'admin']) {
    mkdirSync(join(folder, site, 'assets'), { recursive: true });
    writeFileSync(join(folder, site, 'index.html'), `shell of ${site}`);
    writeFileSync(join(folder, site, 'assets', 'index-3f2a.js'), `script of ${site}`);
  }
  const folders = { learner: join(folder, 'learner'), admin: join(folder, 'admin') };
  server = createServer(
    createSite(folders, { always: { 'content-security-policy': "default-src 'none'" }, otherwise: {} }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const got = async (path: string) => {
  const response = await fetch(origin + path);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

describe('the sites on one machine, as CloudFront serves them', () => {
  it.each([
    ['/wallet', 'shell of learner'],
    ['/administration', 'shell of learner'],
    ['/admin', 'shell of admin'],
    ['/admin/', 'shell of admin'],
    ['/admin/learners/0123', 'shell of admin'],
    ['/assets/index-3f2a.js', 'script of learner'],
    ['/admin/assets/index-3f2a.js', 'script of admin'],
  ])('give for %s the %s, under the policy of the distribution', async (path, text) => {
    const answer = await got(path);
    expect(answer).toMatchObject({ status: 200, text });
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  });

  it('let browsers keep what has a fingerprint in its name, and ask for the shell each time', async () => {
    for (const path of ['/assets/index-3f2a.js', '/admin/assets/index-3f2a.js'])
      expect((await got(path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/wallet', '/admin/learners'])
      expect((await got(path)).headers.get('cache-control')).toBe('no-cache');
  });

  it('give the shell for a target that is no address, and for one in absolute form', async () => {
    const { port } = server.address() as AddressInfo;
    const answerTo = (target: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.end(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
        );
        let said = '';
        socket.on('data', (some) => {
          said += String(some);
        });
        socket.on('end', () => resolve(said));
        socket.on('error', reject);
      });
    for (const target of ['//', '///:0', '/://', '/%', 'http://localhost', 'http://localhost/wallet?x'])
      expect(await answerTo(target), target).toMatch(/^HTTP\/1\.1 200 OK.*shell of learner/s);
    expect(await answerTo('http://localhost/admin/')).toContain('shell of admin');
  });

  it('say that a file which is missing is missing', async () => {
    expect((await got('/admin/assets/index-0000.js')).status).toBe(404);
  });
});
