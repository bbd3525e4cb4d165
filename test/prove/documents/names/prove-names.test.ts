import { describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { generateNames } from './generate-names.ts';
import { judgeName } from './judge-name.ts';
import { proveNames } from './prove-names.ts';

describe('the proof of names', () => {
  it('finds each of a hundred names printed to the letter or parked with its reason', async () => {
    const { tried, outcomes, failures } = await proveNames(20_261_124, 120);
    expect(failures).toEqual([]);
    expect(tried).toBe(120);
    expect(outcomes.printed).toBeGreaterThan(50);
    // Two threads print whole certificates: a machine that does other work meanwhile takes its time.
  }, 120_000);

  it('tries the same names again from the same seed', () => {
    expect(generateNames(3, 50)).toEqual(generateNames(3, 50));
    expect(generateNames(4, 50)).not.toEqual(generateNames(3, 50));
  });

  it('does not let a name pass that must be printed and is parked', async () => {
    const parked = { name: 'Ada 😀', kind: 'with a picture', mustPrint: true };
    expect(await judgeName(parked, await loadCertificateAssets())).toEqual({
      failure: expect.stringContaining('was parked'),
    });
  });
});
