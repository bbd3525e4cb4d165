import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../shared/documents/certificate-pdf.ts';
import { differences, type Pixels, pixelsOf } from './reference/pixels.ts';
import { referencePdf } from './reference/reference-pdf.ts';
import { fullest, snapshot } from './samples.ts';
import { theme, threeSign } from './themes.ts';

const assets = await loadCertificateAssets();
const certificates = {
  'in Latin letters': snapshot,
  'with everything that one may say': fullest,
  'of a Yoruba name, whose marks have no letters of their own': { ...snapshot, name: 'Ọláyínká Adébáyọ̀' },
  'of a Chinese name': { ...snapshot, name: '王小明, MD' },
  'of a Korean name, whose font has other units': { ...snapshot, name: '김민준' },
  'of an Arabic name': { ...snapshot, name: 'محمد أحمد الحسيني, MD' },
  'of a Hindi name': { ...snapshot, name: 'प्रिया त्रिपाठी' },
  'of a name in four scripts': { ...snapshot, name: 'Ada Lin, محمد (Ward 12) प्रिया 王' },
};

/** A thousandth of a point lets a letter's edge fall a shade lighter. Anything that is seen is hundreds of points, and black. */
function expectAlike(one: Pixels, other: Pixels): void {
  const { points, largest } = differences(one, other);
  expect(largest).toBeLessThan(80);
  expect(points).toBeLessThan(one.data.length / 10_000);
}

describe('a certificate that was appended to what was ready', () => {
  it.each(Object.entries(certificates))('looks as if it were written whole: %s', async (_what, certificate) => {
    const printed = await pixelsOf(await renderCertificatePdf(certificate, assets));
    expectAlike(printed, await pixelsOf(await referencePdf(certificate, assets)));
  });

  it('looks so in its provider’s look, too', async () => {
    const certificate = { ...snapshot, provider: threeSign };
    const printed = await pixelsOf(await renderCertificatePdf(certificate, assets, { theme }));
    const whole = await pixelsOf(await referencePdf(certificate, assets, theme));
    expectAlike(printed, whole);
    // And is no white page.
    expect(
      differences(printed, await pixelsOf(await renderCertificatePdf(certificate, assets))).points,
    ).toBeGreaterThan(1_000);
  });
});
