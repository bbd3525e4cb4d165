import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signer } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every signer does. Each has two keys. */
export function describeSigner({ name, start }: Implementation<Signer>): void {
  describe(`a signer ${name}`, () => {
    let signer: Signer;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      ({ port: signer, stop } = await start());
    });
    afterAll(() => stop?.());

    it('tells the key that signs now first, then those that signed before, and always the same', async () => {
      const keys = await signer.keys();
      expect(keys).toHaveLength(2);
      expect(await signer.keys()).toEqual(keys);
      expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
    });

    it('names each key by its thumbprint', async () => {
      for (const { kid, jwk } of await signer.keys()) {
        const { crv, kty, x, y } = jwk;
        expect(kid).toBe(createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url'));
      }
    });

    it.each([0, 1])('signs what others can verify by key %i, and by no other key', async (index) => {
      const keys = await signer.keys();
      const { kid = '' } = keys[index] ?? {};
      // Longer than the 4 KiB that KMS would take as they are.
      const message = bytes('A certificate. '.repeat(1_000));
      const signature = await signer.sign(kid, message);
      expect(signature).toHaveLength(64);
      for (const { kid: name, jwk } of keys) {
        const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
        const holds = verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature);
        expect(holds).toBe(name === kid);
      }
    });

    it('signs nothing by a key that it does not keep', async () => {
      await expect(signer.sign('unknown', bytes('text'))).rejects.toThrow('unknown');
    });
  });
}
