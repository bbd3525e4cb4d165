import { MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

/** When somebody does something: so long after the beginning, or after something that happened. */
export interface Moment {
  readonly after: 'start' | 'certificate' | 'claim' | 'second claim' | 'merging' | 'erasing';
  readonly ms: number;
}

/** Draws a moment, mostly while what it follows is still under way. */
export function drawMoment(random: Random, after: readonly Moment['after'][]): Moment {
  const drawn = random.pick(after);
  const most = drawn === 'start' ? [10 * SECOND, MINUTE] : [SECOND / 50, SECOND / 20, SECOND / 5, 10 * SECOND];
  return { after: drawn, ms: random.fraction() * random.pick(most) };
}

/** Waits for what a moment follows; where that never comes, for ever, and nobody is busy with it. */
export async function came(world: World, { after }: Moment): Promise<unknown> {
  if (after === 'certificate') return world.firstCertificate;
  if (after === 'merging') return world.firstMerging.promise;
  if (after === 'erasing') return world.firstErasing;
  return after === 'start' ? undefined : world.claims[after === 'claim' ? 0 : 1];
}
