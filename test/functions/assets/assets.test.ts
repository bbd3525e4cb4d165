import { access } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import files from '../../../functions/assets/files.json' with { type: 'json' };
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { printingKit } from '../../../shared/documents/certificate-assets.ts';

describe('the files that certificates are printed with', () => {
  it('are all in the checkout, where a build takes them from', async () => {
    for (const source of Object.values(files)) await access(new URL(`../../../${source}`, import.meta.url));
  });

  it('are read once and serve every certificate', async () => {
    const [first, second] = await Promise.all([loadCertificateAssets(), loadCertificateAssets()]);
    expect(second).toBe(first);
    expect(printingKit(first)).toBe(printingKit(first));
  });

  it('cover the letters of Latin, Greek, Cyrillic, Han, kana and Hangul between them', async () => {
    const { serif } = printingKit(await loadCertificateAssets());
    for (const letter of 'AẬŁßŒİΩήЯїѣ王臺佐藤さアー김준')
      expect(
        serif.some(({ font }) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
        letter,
      ).toBe(true);
  });
});
