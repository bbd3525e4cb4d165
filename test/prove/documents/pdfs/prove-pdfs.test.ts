import { describe, expect, it } from 'vitest';
import { provePdfs } from './prove-pdfs.ts';

describe('the proof of PDFs', () => {
  it('finds each of some hundred forgeries of signed certificates refused', async () => {
    const { tried, outcomes, failures } = await provePdfs(20_261_126, 300);
    expect(failures).toEqual([]);
    expect(tried).toBe(300);
    expect(Object.keys(outcomes).filter((outcome) => outcome.startsWith('refused by hash and')).length).toBeGreaterThan(
      10,
    );
  });
});
