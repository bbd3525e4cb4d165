import { expect, it } from 'vitest';
import { nodeCiphers } from '../../../functions/adapters/ciphers.ts';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { signIns } from '../../../functions/records/sign-ins.ts';
import { epochMs, later, MINUTE } from '../../../shared/domain/kinds.ts';
import { signInLimits } from '../../../shared/domain/sign-in.ts';
import { createMemoryTable } from '../../simulation/ports/memory-table.ts';
import { simulatedIds } from '../../simulation/ports/simulated-system.ts';
import { randomFrom } from '../../simulation/random.ts';
import { START } from '../../support/service.ts';

it('a limit holds for a function whose clock is slow, when the table has forgotten what is over by all other clocks', async () => {
  const endsAt = later(START, signInLimits.email.windowMs);
  const table = createMemoryTable({ nowMs: () => epochMs(later(endsAt, MINUTE)), forgetsExpired: () => true });
  const { countAgainst } = signIns({
    table,
    clock: { now: () => later(endsAt, -MINUTE) },
    ids: simulatedIds(randomFrom(1)),
    digests: nodeDigests(),
    ciphers: nodeCiphers(),
  });
  for (let times = 0; times < signInLimits.email.limit; times++)
    expect(await countAgainst(signInLimits.email, 'amelie@example.org')).toBeUndefined();
  expect(await countAgainst(signInLimits.email, 'amelie@example.org')).toBe(60);
});
