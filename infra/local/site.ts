import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { SiteFolders } from '../house/project-folder.ts';
import { type AddedHeaders, withAdded } from './added-headers.ts';
import { splitTarget } from './parts/http-api/event.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const worthCompressing = /^(text\/|application\/(json|manifest)|image\/svg)/;

interface Page {
  readonly type: string;
  readonly bytes: Buffer;
  /** Compressed, for a kind of file that is worth it. */
  readonly brotli: () => Buffer | undefined;
  readonly etag: string;
}

// The best quality takes a second for all files, at every start; this one takes milliseconds and is as good on one machine.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Compresses when it is first asked for. */
function compressedOnce(bytes: Buffer): () => Buffer {
  let compressed: Buffer | undefined;
  return () => {
    compressed ??= brotliCompressSync(bytes, quality);
    return compressed;
  };
}

function pageOf(file: string): Page {
  const bytes = readFileSync(file);
  const type = types[extname(file)] ?? 'application/octet-stream';
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { type, bytes, etag, brotli: worthCompressing.test(type) ? compressedOnce(bytes) : () => undefined };
}

/** The files of a built site by their path under `base`. */
function pagesOf(folder: string, base: string): readonly (readonly [path: string, page: Page])[] {
  const pages = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`${base}/${relative(folder, file).split(sep).join('/')}`, pageOf(file)] as const);
  if (!pages.some(([path]) => path === `${base}/index.html`))
    throw new Error(`${folder} holds no index.html; build the site first`);
  return pages;
}

/**
 * Serves the built sites as CloudFront does: their files, and the shell of its site for every path without a file ending, so
 * that deep links land. `added` is what the distribution's response headers policy adds.
 */
export function createSite(folders: SiteFolders, added: AddedHeaders) {
  const pages = new Map([...pagesOf(folders.learner, ''), ...pagesOf(folders.admin, '/admin')]);
  const shellOf = (path: string): Page | undefined =>
    pages.get(/^\/admin(\/|$)/.test(path) ? '/admin/index.html' : '/index.html');

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { path: pathname } = splitTarget(request.url ?? '/');
    const page = pages.get(pathname) ?? (extname(pathname) === '' ? shellOf(pathname) : undefined);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, withAdded(added, { allow: 'GET, HEAD' })).end();
      return;
    }
    if (!page) {
      response.writeHead(404, withAdded(added, { 'content-type': 'text/plain; charset=utf-8' })).end('Not found\n');
      return;
    }
    const fingerprinted = /^(\/admin)?\/assets\//.test(pathname);
    const compressed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') ? page.brotli() : undefined;
    const answered = withAdded(added, {
      'content-type': page.type,
      'cache-control': fingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: page.etag,
      vary: 'accept-encoding',
      ...(compressed && { 'content-encoding': 'br' }),
    });
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304, answered).end();
      return;
    }
    response.writeHead(200, answered).end(request.method === 'HEAD' ? undefined : (compressed ?? page.bytes));
  };
}
