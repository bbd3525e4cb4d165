import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { keepFile } from './durable-files.ts';
import { guardedServer } from './guarded-server.ts';
import { close, listen } from './port.ts';
import { readBody } from './read-body.ts';

export interface Kms {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const longestBody = 64 * 1024;

const publicKeyRequest = z.object({ KeyId: z.string() });
const signRequest = z.object({
  KeyId: z.string(),
  Message: z.base64(),
  MessageType: z.literal('DIGEST'),
  SigningAlgorithm: z.literal('ECDSA_SHA_256'),
});

class KmsError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** The key in a file, for its owner's eyes alone; made when there is none. */
function keyIn(folder: string, keyId: string): KeyObject {
  const file = join(folder, `${keyId}.pem`);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    // Certificates are signed by it from now on: half a key, or one that is gone after a power cut, would be the end of them.
    keepFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, folderMode: 0o700 });
  }
  return createPrivateKey(readFileSync(file));
}

/** Signs a digest as it is, which Node's own `sign` does not: it would hash it once more. */
async function signDigest(key: KeyObject, digest: Uint8Array): Promise<Uint8Array> {
  if (digest.length !== 32) throw new KmsError('ValidationException', 'The digest is none of SHA-256');
  // Loaded with the first certificate, so that a start need not wait for it.
  const { p256 } = await import('@noble/curves/nist.js');
  const secret = Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url');
  return p256.sign(digest, secret, { prehash: false, format: 'der' });
}

/**
 * Serves the two calls of KMS that certificates are signed by, GetPublicKey and Sign, over its wire protocol. Each key is
 * a file of the folder, made on first start, and never leaves it. Loopback alone, and no signature is checked: whoever is
 * on this machine could read the files as well.
 */
export async function startKms(options: { readonly folder: string; readonly keyIds: readonly string[] }): Promise<Kms> {
  const keys = new Map(options.keyIds.map((id) => [id, keyIn(options.folder, id.replace(/^.*\//, ''))]));
  const keyOf = (id: string): KeyObject => {
    const key = keys.get(id);
    if (!key) throw new KmsError('NotFoundException', `Key '${id}' does not exist`);
    return key;
  };
  const answers: Readonly<Record<string, (body: unknown) => unknown>> = {
    'TrentService.GetPublicKey': (body) => {
      const { KeyId } = publicKeyRequest.parse(body);
      const spki = createPublicKey(keyOf(KeyId)).export({ type: 'spki', format: 'der' });
      return { KeyId, PublicKey: spki.toString('base64'), KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
    },
    'TrentService.Sign': async (body) => {
      const { KeyId, Message, SigningAlgorithm } = signRequest.parse(body);
      const signature = await signDigest(keyOf(KeyId), Buffer.from(Message, 'base64'));
      return { KeyId, Signature: Buffer.from(signature).toString('base64'), SigningAlgorithm };
    },
  };
  const server = guardedServer(async (request, response) => {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    try {
      const answer = answers[String(request.headers['x-amz-target'])];
      const body = await readBody(request, longestBody);
      if (!answer || !body) throw new KmsError('UnknownOperationException', 'Only GetPublicKey and Sign are served');
      send(200, await answer(JSON.parse(body.toString('utf8'))));
    } catch (error) {
      const type = error instanceof KmsError ? error.type : 'ValidationException';
      send(400, { __type: type, message: error instanceof Error ? error.message : String(error) });
    }
  });
  const port = await listen(server, 0);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => close(server) };
}
