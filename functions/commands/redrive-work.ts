import * as z from 'zod/mini';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { type RedriveOutcome, redrive } from '../outbox/redrive.ts';

const input = z.object({ workId: z.string().check(z.minLength(1), z.maxLength(128)) });

export interface Redriven {
  readonly outcome: RedriveOutcome;
}

/** Takes parked work or mail up again, as if it had just been asked for. */
export const handler = handlerOver(
  { workflows: stepFunctions },
  (capabilities) =>
    async (event: unknown): Promise<Redriven> => ({
      outcome: await redrive(z.parse(input, event).workId, 'staff', capabilities),
    }),
);
