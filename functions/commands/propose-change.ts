import * as z from 'zod/mini';
import { type Change, type Correction, changeKinds } from '../../shared/domain/change.ts';
import { professions } from '../../shared/domain/learner.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { ask, type Proposed } from '../changes/ask.ts';
import { askedChange } from '../changes/certificate.ts';
import { againAfterLostRaces } from '../races.ts';

const input = z.object({
  kind: z.enum(changeKinds),
  certificateId: z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[^#]*$/)),
  reason: z.string(),
  by: z.string(),
  correction: z.optional(
    z.object({
      name: z.optional(z.string()),
      profession: z.optional(z.enum(professions)),
      participatedOn: z.optional(z.string()),
      credits: z.optional(z.array(z.object({ creditType: z.string(), amount: z.int() }))),
    }),
  ),
});

/** Asks for a change of a certificate, for the command line: who asks is taken on trust. */
export const handler = handlerOver(
  { workflows: stepFunctions },
  (capabilities) =>
    (event: unknown): Promise<Proposed<Change>> => {
      const { correction, ...asked } = z.parse(input, event);
      return againAfterLostRaces(async () =>
        ask(
          await askedChange({ ...asked, correction: correction as Correction | undefined }, capabilities),
          capabilities,
        ),
      );
    },
);
