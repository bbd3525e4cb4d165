import fc from 'fast-check';
import { expect, it } from 'vitest';
import { base58 } from '../../../../shared/documents/credential/encodings.ts';
import { bytesOf } from '../../../external/by-hand.ts';

it('a signature in base 58 is read back by another implementation, also one that begins with bytes of zeros', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.uint8Array({ minLength: 0, maxLength: 64 }), (zeros, rest) => {
      const bytes = Buffer.concat([Buffer.alloc(zeros), rest]);
      fc.pre(bytes.length > 0);
      expect(bytesOf(`z${base58(bytes)}`)).toEqual(bytes);
    }),
  );
});
