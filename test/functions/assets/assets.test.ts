import { access } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import files from '../../../functions/assets/files.json' with { type: 'json' };
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { printingKit } from '../../../shared/documents/certificate-assets.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { snapshot } from '../../shared/documents/samples.ts';

describe('the files that certificates are printed with', () => {
  it('are all in the checkout, where a build takes them from', async () => {
    for (const source of Object.values(files)) await access(new URL(`../../../${source}`, import.meta.url));
  });

  it('are read once and serve every certificate', async () => {
    const [first, second] = await Promise.all([loadCertificateAssets(), loadCertificateAssets()]);
    expect(second).toBe(first);
    expect(printingKit(first)).toBe(printingKit(first));
  });

  it('cover every script that certificates are printed in, between them', async () => {
    const { serif } = printingKit(await loadCertificateAssets());
    for (const letter of 'AẬŁßŒİΩήЯїѣ王臺佐藤髙﨑𠮷さアー김준محپש॥কਗગଓதతಕമසกລកအნԱአ')
      expect(
        serif.some(({ font }) => font.glyphOf(letter.codePointAt(0) ?? 0) > 0),
        letter,
      ).toBe(true);
  });

  it('are not read for a name in Latin letters: no other script’s font', async () => {
    const { fonts, shaper, presses } = await loadCertificateAssets();
    const late = (): never => {
      throw new Error('read');
    };
    const assets = {
      ...{ shaper, presses },
      fonts: { ...fonts, letters: late, china: late, taiwan: late, japan: late, korea: late, ofScript: late },
    };
    await renderCertificatePdf({ ...snapshot, name: 'Zoë Nguyễn-Łukasz, MD' }, assets);
    await expect(renderCertificatePdf({ ...snapshot, name: 'שרה' }, assets)).rejects.toThrow('read');
  });

  it('that were not shipped are told by name', async () => {
    const { fonts } = await loadCertificateAssets();
    expect(() => fonts.ofScript('NotoSansElvish_400Regular.ttf')).toThrow(/NotoSansElvish_400Regular\.ttf is missing/);
  });
});
