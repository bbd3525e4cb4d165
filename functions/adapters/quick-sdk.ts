import { createHash, createHmac, createSecretKey, type Hash, type Hmac } from 'node:crypto';
import type { Readable } from 'node:stream';

/**
 * SHA-256 as the SDK asks for it. Its own gives Node the key of a signature as bytes, for which Node 24 throws and catches an
 * exception or two to find that they are no key object: five times the work of signing a request.
 */
class Sha256 {
  readonly #begin: () => Hash | Hmac;
  #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    const key = secret === undefined || typeof secret === 'string' ? secret : createSecretKey(viewOf(secret));
    this.#begin = () => (key === undefined ? createHash('sha256') : createHmac('sha256', key));
    this.#hash = this.#begin();
  }

  update(part: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(typeof part === 'string' ? part : viewOf(part));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = this.#begin();
  }
}

const viewOf = (bytes: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);

/** The whole of a short answer. The SDK’s own pipes it into a stream that gathers it, which takes longer than reading it does. */
const collected = (answer: Readable): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    answer.on('data', (part: Uint8Array) => parts.push(part));
    answer.on('end', () => resolve(Buffer.concat(parts)));
    answer.on('error', reject);
  });

/**
 * What makes a request of the SDK take a fifth less of the processor, and changes nothing of what is sent. A journey is some fifty
 * requests, so it is felt. The SDK would also put its layers together anew for each request: they are kept, since nobody adds one
 * later.
 */
export const quickSdk = { cacheMiddleware: true, sha256: Sha256, streamCollector: collected } as const;
