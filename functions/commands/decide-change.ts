import * as z from 'zod/mini';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { type Decided, decide } from '../changes/decide.ts';
import { againAfterLostRaces } from '../races.ts';

const input = z.object({
  changeId: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[^#]*$/)),
  approve: z.boolean(),
  by: z.string(),
  reason: z.optional(z.string()),
});

/** Decides on a change that waits, for the command line: who decides is taken on trust. */
export const handler = handlerOver(
  { workflows: stepFunctions },
  (capabilities) =>
    (event: unknown): Promise<Decided> => {
      const decision = z.parse(input, event);
      return againAfterLostRaces(() => decide(decision, capabilities));
    },
);
