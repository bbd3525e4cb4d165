import { createHash, createHmac } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickSdk } from '../../../functions/adapters/quick-sdk.ts';

const { sha256: Sha256, streamCollector } = quickSdk;
const bytes = fc.uint8Array({ maxLength: 200 });

describe('the hash that requests to AWS are signed by', () => {
  it('is SHA-256 of what it was given, in parts, as text or as bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(bytes, fc.string())), async (parts) => {
        const [ours, node] = [new Sha256(), createHash('sha256')];
        for (const part of parts) {
          ours.update(part);
          node.update(part);
        }
        expect(Buffer.from(await ours.digest())).toEqual(node.digest());
      }),
    );
  });

  it('is keyed by a secret, whether it is text, bytes, or a part of other bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, fc.string()), fc.string(), async (secret, text) => {
        const expected = createHmac('sha256', secret).update(text).digest();
        const within = Buffer.concat([Buffer.from('before'), Buffer.from(secret), Buffer.from('after')]);
        const view = new DataView(within.buffer, within.byteOffset + 6, within.length - 11);
        for (const key of [secret, view]) {
          const hash = new Sha256(key);
          hash.update('thrown away');
          hash.reset();
          hash.update(text);
          expect(Buffer.from(await hash.digest())).toEqual(expected);
        }
      }),
    );
  });
});

describe('an answer of AWS', () => {
  it('is read whole, in whatever parts it comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bytes), async (parts) => {
        expect(await streamCollector(Readable.from(parts))).toEqual(Buffer.concat(parts));
      }),
    );
  });

  it('is a failure when it breaks off', async () => {
    const broken = new Readable({ read() {} });
    const read = streamCollector(broken);
    broken.push('the first half');
    broken.destroy(new Error('ECONNRESET'));
    await expect(read).rejects.toThrow('ECONNRESET');
  });
});
