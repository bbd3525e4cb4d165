import { describe, expect, it } from 'vitest';
import { openCheckPages } from './check-pages.ts';
import { provePdfs } from './prove-pdfs.ts';
import { signedCertificates } from './signed-certificates.ts';

describe('the proof of PDFs', () => {
  it('finds each of some hundred forgeries of signed certificates refused', async () => {
    const { tried, outcomes, failures } = await provePdfs(20_261_126, 300);
    expect(failures).toEqual([]);
    expect(tried).toBe(300);
    expect(
      Object.keys(outcomes).filter((outcome) => outcome.startsWith('refused by the check page and')).length,
    ).toBeGreaterThan(10);
  });

  it('asks the page itself, which knows each certificate from the others and from what was not issued', async () => {
    const { issued } = await signedCertificates();
    const pageSays = await openCheckPages(issued);
    for (const of of issued)
      for (const { file, unsigned } of issued) {
        expect(await pageSays(of, file)).toBe(file === of.file ? 'genuine' : 'other');
        expect(await pageSays(of, unsigned)).toBe('other');
      }
  });
});
