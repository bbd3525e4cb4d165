import * as z from 'zod/mini';
import type { CollectedLearner, PackBegun, PackedHeads, PackScope } from '../../../shared/domain/pack.ts';
import { UsageError } from '../command.ts';
import type { Invoke } from '../function-answers.ts';

const jwk = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });
const begun = z.object({
  packId: z.string(),
  at: z.string(),
  siteUrl: z.string(),
  providerName: z.string(),
  keys: z.array(z.object({ kid: z.string(), jwk })),
});
const refused = z.object({
  kind: z.literal('refused'),
  reasons: z.array(z.object({ message: z.string(), remedy: z.string() })),
});
const place = z.object({ shard: z.int(), cursor: z.optional(z.string()) });
const found = z.object({ learnerIds: z.array(z.string()), next: z.optional(place) });
// What stands in the records is put into the pack as it is, whatever this version knows of it.
const whole = z.array(z.looseObject({}));
const collected = z.object({
  learner: z.object({
    learnerId: z.string(),
    ledger: whole,
    awards: whole,
    certificates: whole,
    changes: whole,
    proofs: whole,
  }),
  links: z.record(z.string(), z.string()),
});
const heads = z.object({
  heads: z.array(z.object({ day: z.string(), text: z.string() })),
  cursor: z.optional(z.string()),
});

/** The parts of a pack, as the system gives them. */
export const partsOf = (invoke: Invoke) => ({
  /** Puts the pack into the audit trail. @throws UsageError when there is nothing that it could be about. */
  async begin(scope: PackScope, by: string, reason: string): Promise<PackBegun> {
    const answer = z.parse(
      z.union([refused, begun]),
      await invoke('collect-pack', { part: 'begin', scope, by, reason }),
    );
    if (!('kind' in answer)) return answer;
    throw new UsageError(answer.reasons.map(({ message, remedy }) => `${message} ${remedy}`).join(' '));
  },
  /** The learners concerned, page by page. */
  async *learnerIds(scope: PackScope): AsyncGenerator<readonly string[]> {
    for (let at: z.infer<typeof place> | undefined, more = true; more; more = at !== undefined) {
      const page: z.infer<typeof found> = z.parse(
        found,
        await invoke('collect-pack', { part: 'find', scope, ...(at && { place: at }) }),
      );
      yield page.learnerIds;
      at = page.next;
    }
  },
  learner: async (scope: PackScope, learnerId: string): Promise<CollectedLearner> =>
    z.parse(
      collected,
      await invoke('collect-pack', { part: 'learner', scope, learnerId }),
    ) as unknown as CollectedLearner,
  version: async (activityId: string, version: number): Promise<object> =>
    z.parse(z.looseObject({}), await invoke('collect-pack', { part: 'version', activityId, version })),
  /** Every head, by day. */
  async *heads(): AsyncGenerator<PackedHeads['heads'][number]> {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const page: z.infer<typeof heads> = z.parse(
        heads,
        await invoke('collect-pack', { part: 'heads', ...(cursor !== undefined && { cursor }) }),
      );
      yield* page.heads;
      cursor = page.cursor;
    }
  },
});
export type Parts = ReturnType<typeof partsOf>;
