import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../../simulation/random.ts';
import type { Finding } from '../proof.ts';
import { canTrace, tracedPowerCuts } from './power-cut.ts';
import { type Asked, proveKills } from './prove-kills.ts';

const name = 'power-cuts';

/**
 * The same as killing, but each kill is a power cut: host and database run under strace, which tells every write and every
 * sync, and what was not synced is taken away before the next start; names of files too, in any order. Where nothing can be
 * traced it says so and proves nothing.
 */
export async function provePowerCuts(asked: Asked): Promise<Finding> {
  if (!canTrace())
    return {
      ...{ name, tried: 0, outcomes: {}, failures: [] },
      figures: { 'tried on this machine': 'no: there is no strace that may be used' },
    };
  const scratch = mkdtempSync(join(tmpdir(), 'credit-wallet-power-cuts-'));
  try {
    const sum = { cuts: 0, writes: 0, names: 0 };
    const finding = await proveKills(name, asked, (dataDir) => {
      const { wrapping } = tracedPowerCuts(dataDir, randomFrom(asked.seed), { scratch, sum });
      return wrapping;
    });
    // A tracer slows every start down: how long one takes is what `kills` says.
    const failures = finding.failures.filter((failure) => !failure.startsWith('One start of a hundred'));
    const figures = {
      'power cuts': String(sum.cuts),
      'writes taken away that were not synced': String(sum.writes),
      'names of files taken away that were not synced': String(sum.names),
    };
    return { ...finding, figures: { ...finding.figures, ...figures }, failures };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
