import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomFrom } from '../../simulation/random.ts';
import type { Finding } from '../proof.ts';
import type { Asked } from './killing.ts';
import { canTrace, tracedPowerCuts } from './power-cut.ts';
import { proveKills } from './prove-kills.ts';

const name = 'power-cuts';

/**
 * The same as killing, but each kill is a power cut: host and database run under strace, which tells every write and every
 * sync, and what was not synced is taken away before the next start; names of files too, in any order. Where nothing can be
 * traced it says so, and that it tried nothing.
 */
export async function provePowerCuts(asked: Asked): Promise<Finding> {
  if (!canTrace())
    return {
      ...{ name, tried: 0, outcomes: {}, failures: [] },
      untried: 'There is no strace on this machine that may be used (Debian: apt-get install strace).',
    };
  const scratch = mkdtempSync(join(tmpdir(), 'credit-wallet-power-cuts-'));
  try {
    const sum = { cuts: 0, writes: 0, names: 0 };
    // A tracer slows every start down: how long one takes is what `kills` says.
    const finding = await proveKills(name, asked, {
      wrapping: (dataDir) => tracedPowerCuts(dataDir, randomFrom(asked.seed), { scratch, sum }).wrapping,
    });
    const figures = {
      'power cuts': String(sum.cuts),
      'writes taken away that were not synced': String(sum.writes),
      'names of files taken away that were not synced': String(sum.names),
    };
    return { ...finding, figures: { ...finding.figures, ...figures } };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
