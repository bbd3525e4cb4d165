import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { lookOf } from '../../../shared/documents/certificate-look.ts';
import { certificateStock } from '../../../shared/documents/certificate-stock.ts';
import { turned } from '../../support/turned.ts';
import { fullest, snapshot } from './samples.ts';

describe('what certificates of an activity have in common', () => {
  it('is prepared once for all of them, in whatever order the table gives their members', async () => {
    const assets = await loadCertificateAssets();
    const look = lookOf(assets);
    const stock = certificateStock(snapshot, look, assets);
    const another = { ...snapshot, certificateId: 'another', name: 'Bình Okafor', number: 'CW-2026-AAAAAA' };
    expect(certificateStock(turned(another), look, assets)).toBe(stock);
    expect(certificateStock(fullest, look, assets)).not.toBe(stock);
  });
});
