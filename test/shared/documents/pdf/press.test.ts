import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { plainPart, pressedPart, streamOf } from '../../../../shared/documents/pdf/press.ts';

const { presses } = await loadCertificateAssets();

describe('a stream of parts that were pressed at different times', () => {
  it('is what zlib reads, its check included', () => {
    const parts = fc.array(fc.tuple(fc.uint8Array({ maxLength: 9_000, size: 'max' }), fc.boolean()), { maxLength: 5 });
    fc.assert(
      fc.property(parts, (given) => {
        const pressed = given.map(([bytes, plain]) => (plain ? plainPart(bytes) : pressedPart(presses.quick, bytes)));
        const whole = Buffer.concat(given.map(([bytes]) => bytes));
        expect(inflateSync(streamOf(pressed)).equals(whole)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('says so when a byte of it was changed', () => {
    const stream = streamOf([plainPart(new TextEncoder().encode('Ada Lin'))]);
    stream.set([0x4d], stream.indexOf(0x4c));
    expect(() => inflateSync(stream)).toThrow('incorrect data check');
  });
});
