import { canonicalJson, type Json } from '../domain/canonical-json.ts';
import type { CertificateSnapshot } from '../domain/certificate.ts';
import type { CertificateAssets } from './certificate-assets.ts';
import { type Feet, feetOf } from './certificate-foot.ts';
import type { Look } from './certificate-look.ts';
import { drawCertificate } from './certificate-page.ts';
import { sheet } from './certificate-theme.ts';
import { certificateWording } from './certificate-wording.ts';
import { Canvas } from './pdf/canvas.ts';
import { Recent } from './pdf/recent.ts';
import { type Stock, stockOf } from './pdf/stock.ts';
import { setLines } from './pdf/typesetting.ts';

/** The certificate of nobody: what all those of an activity say that certify the same on the same day. */
const nobodys = (facts: CertificateSnapshot): CertificateSnapshot => ({
  ...facts,
  ...{ certificateId: '', version: 1, number: '0', learnerId: '', name: 'A', profession: 'physician' },
  ...{ awardedAt: '2000-01-01T00:00:00.000Z', verifyUrl: 'https://v/' },
});

/** Draws every letter that numbers, dates and addresses may have. Nobody sees it. */
function drawAlphabets(canvas: Canvas, { sans, inks }: Look): void {
  // One by one, so that no two of them become one.
  for (const letter of 'ABCDEFGHJKMNPQRSTVWXYZabcdefghjkmnpqrstvwxyz0123456789-./') {
    const style = { faces: sans, size: 1, color: inks.ink };
    const [line] = setLines([{ text: letter, style, what: 'letter' }], Number.POSITIVE_INFINITY);
    if (line) canvas.text(line, 0, 0);
  }
}

interface CertificateStock extends Stock {
  readonly feet: Feet;
}

// Stocks that are kept ready for a look.
const keptStocks = 50;
const stocks = new WeakMap<Look, Recent<CertificateStock>>();

/**
 * What a certificate has in common with all that certify the same: their fonts, cut to the letters of their words, and
 * their drawings and statements, pressed. It is a function of these words alone, so it does not matter whose certificate it was made for.
 * @throws ParkError when nobody's certificate could be printed
 */
export function certificateStock(
  facts: CertificateSnapshot,
  look: Look,
  { presses }: CertificateAssets,
): CertificateStock {
  const ofLook = stocks.get(look) ?? new Recent<CertificateStock>(keptStocks);
  stocks.set(look, ofLook);
  const common = nobodys(facts);
  return ofLook.get(canonicalJson(common as unknown as Json), () => {
    const canvas = new Canvas(sheet.height);
    const feet = feetOf(look, common);
    drawCertificate(canvas, look, { facts: common, wording: certificateWording(common), feet });
    drawAlphabets(canvas, look);
    return { ...stockOf(presses, canvas), feet };
  });
}
