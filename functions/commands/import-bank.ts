import * as z from 'zod/mini';
import { MINUTE } from '../../shared/domain/kinds.ts';
import { isRefusal, type Reason } from '../../shared/domain/refusal.ts';
import { handlerOver } from '../capabilities.ts';
import { begin } from '../imports/begin.ts';
import { carryOn } from '../imports/carry-on.ts';
import { decide } from '../imports/decide.ts';
import type { Importing } from '../imports/kind.ts';
import { draftedAssessment } from '../imports/questions.ts';

const input = z.object({
  ...{ activityId: z.string(), assessment: z.string(), format: z.string(), fileName: z.string(), by: z.string() },
  documents: z.array(z.object({ name: z.optional(z.string()), text: z.string() })),
  leavingOut: z.int(),
});

export type Imported =
  | {
      readonly outcome: 'imported';
      readonly importId: string;
      readonly added: number;
      readonly unchanged: number;
      readonly leftOut: number;
    }
  | { readonly outcome: 'refused'; readonly reasons: readonly Pick<Reason, 'message' | 'remedy'>[] };

const refused = (message: string, remedy: string): Imported => ({ outcome: 'refused', reasons: [{ message, remedy }] });

async function importBank(event: unknown, capabilities: Importing): Promise<Imported> {
  const { activityId, assessment, format, fileName, by, documents, leavingOut } = z.parse(input, event);
  if (!(await draftedAssessment(activityId, assessment, capabilities)))
    return refused(
      `The activity ${activityId} has no draft with the assessment ${assessment}.`,
      'Begin a draft in the console, or correct the ids.',
    );
  const target = { activityId, assessment, format };
  const begun = await begin({ kind: 'questions', fileName, by, target }, { documents }, capabilities);
  if (isRefusal(begun)) return { outcome: 'refused', reasons: begun.reasons };
  await carryOn(begun.importId, MINUTE, capabilities);
  const checked = await capabilities.imports.byId(begun.importId);
  if (checked?.value.state !== 'checked') throw new Error(`The import ${begun.importId} could not be checked`);
  const running = await decide(checked, { by, leavingOut }, capabilities);
  if (isRefusal(running)) return { outcome: 'refused', reasons: running.reasons };
  const { importId } = begun;
  const ended = await carryOn(importId, MINUTE, capabilities);
  if (ended?.state !== 'done')
    return refused(ended?.failure ?? `The import ${importId} goes on.`, 'Look at it in the console.');
  const { added, unchanged, 'left-out': leftOut } = ended.fates;
  return { outcome: 'imported', importId, added, unchanged, leftOut };
}

/** Brings a bank of questions into an assessment of a draft. Only staff's roles may invoke it. */
export const handler = handlerOver({}, (capabilities) => (event: unknown) => importBank(event, capabilities));
