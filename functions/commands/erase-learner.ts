import * as z from 'zod/mini';
import type { Instant, LearnerId } from '../../shared/domain/kinds.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { LostRaceError } from '../../shared/ports.ts';
import { handlerOver } from '../capabilities.ts';
import { askForErasure } from '../privacy/ask-erasure.ts';
import { learnerNamed } from '../privacy/learner-named.ts';
import { againAfterLostRaces } from '../races.ts';

const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const input = z.object({ learner: z.string(), reason: words, by: words });

export type ErasureAsked =
  | { readonly outcome: 'asked'; readonly learnerId: LearnerId; readonly dueAt: Instant }
  | { readonly outcome: 'unknown' | 'erased' };

/** Asks for the erasure of an account for its learner, who is told by mail and can keep it within the days of grace. */
export const handler = handlerOver({}, (capabilities) => (event: unknown): Promise<ErasureAsked> => {
  const { learner, reason, by } = z.parse(input, event);
  return againAfterLostRaces(async () => {
    const learnerId = await learnerNamed(learner, capabilities);
    if (learnerId === undefined) return { outcome: 'unknown' };
    const erasure = await askForErasure(learnerId, { by: 'staff', who: by, reason }, capabilities);
    // It was merged a moment ago: by now its name leads to the account that stays.
    if (isRefusal(erasure)) throw new LostRaceError([]);
    return erasure.status === 'done' ? { outcome: 'erased' } : { outcome: 'asked', learnerId, dueAt: erasure.dueAt };
  });
});
