import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '../../shared/domain/kinds.ts';
import type { Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import { type Reply, reply } from '../middleware/reply.ts';
import type { Stored } from '../records/rows.ts';
import { etagOf, revisionIn, savedMeanwhile } from './revisions.ts';

interface Saving<Thing extends { readonly savedAt: Instant; readonly savedBy: string }> {
  readonly ifMatch: string | undefined;
  readonly before: Stored<Thing> | undefined;
  /** What is to stand there. */
  readonly next: Thing;
  /** What stands there now, as it is read. */
  readonly view: (before: Stored<Thing>, nameOf: (by: string) => string) => unknown;
  readonly put: (next: Thing, before: Stored<Thing> | undefined) => Write;
  /** The audit entry: who changed what. */
  readonly audit: Write;
}

/** Saves what is kept under a name, in the place of the revision that was read. A repeat of a save whose answer was lost is one. */
export async function saveRevised<Thing extends { readonly savedAt: Instant; readonly savedBy: string }>(
  { ifMatch, before, next, view, put, audit }: Saving<Thing>,
  { staff, table }: Pick<Capabilities<Record<never, never>>, 'staff' | 'table'>,
): Promise<Reply> {
  const expected = revisionIn(ifMatch, before);
  if ('refused' in expected) return expected.refused;
  const answer = (rev: number, savedAt: Instant): Reply =>
    reply(200, { rev, savedAt }, { headers: { etag: etagOf(rev) } });
  const said = (thing: Thing): Thing => ({ ...thing, savedAt: '', savedBy: '' });
  if (before && isDeepStrictEqual(said(before.value), said(next))) return answer(before.rev, before.value.savedAt);
  if (before && expected.rev !== before.rev) {
    const nameOf = await staff.names();
    const { savedBy, savedAt } = before.value;
    return savedMeanwhile({ who: nameOf(savedBy), at: savedAt, current: view(before, nameOf) });
  }
  await table.write([put(next, before), audit]);
  return answer((before?.rev ?? 0) + 1, next.savedAt);
}
