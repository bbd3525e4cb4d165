import { p256 } from '@noble/curves/nist.js';
import { signingKey } from '../../../functions/adapters/signing-key.ts';
import type { SigningKey } from '../../../shared/domain/signing-key.ts';
import type { Signer } from '../../../shared/ports.ts';

// Keys for tests alone: the first multiples of P-256's base point, so that every run has the same.
const twoKeys = [1, 2] as const;
const order = 32;

function keyOf(secret: number): { readonly key: SigningKey; sign(message: Uint8Array): Uint8Array } {
  const scalar = new Uint8Array(order);
  scalar[order - 1] = secret;
  const point = Buffer.from(p256.getPublicKey(scalar, false));
  const [x, y] = [point.toString('base64url', 1, 1 + order), point.toString('base64url', 1 + order)];
  return {
    key: signingKey(x, y),
    sign: (message) => p256.sign(message, scalar),
  };
}

/** A signer with some keys, of which the first signs now. Unlike KMS it signs alike each time (RFC 6979), so that schedules can be played again. */
export function createMemorySigner([first, ...others]: readonly [number, ...number[]] = twoKeys): Signer {
  const current = keyOf(first);
  const previous = others.map(keyOf);
  return {
    keys: async () => [current.key, ...previous.map(({ key }) => key)],
    async sign(kid, message) {
      const found = [current, ...previous].find(({ key }) => key.kid === kid);
      if (!found) throw new Error(`No key ${kid} is kept here`);
      return found.sign(message);
    },
  };
}
