import type * as z from 'zod/mini';
import type { stuckQuery } from '../../../shared/api/admin/operations-schemas.ts';
import { type Stuck, stuckDelivery, stuckMail, stuckWork } from '../../../shared/domain/stuck.ts';
import type { Capabilities } from '../../capabilities.ts';
import type { Listed, PageAsked } from '../../records/index-page.ts';

const stuckOf = <Thing>({ items, cursor }: Listed<Thing>, how: (thing: Thing) => Stuck | undefined) => ({
  items: items.flatMap((thing) => how(thing) ?? []),
  cursor,
});

/**
 * Reads what is parked, longest first, or failing, the next try first: one page of the index, whatever waits beside it. What
 * just lost its place may still be shown; taking it up again looks at it anew.
 */
export const stuckAsked =
  (
    { state, kind }: Pick<z.infer<typeof stuckQuery>, 'state' | 'kind'>,
    { outbox, webhooks }: Pick<Capabilities<Record<never, never>>, 'outbox' | 'webhooks'>,
  ) =>
  async (page: PageAsked) => {
    const which = state === 'parked' ? 'parked' : 'waiting';
    if (kind === 'work') return stuckOf(await outbox[which]('work', page), stuckWork);
    if (kind === 'mail') return stuckOf(await outbox[which]('mail', page), stuckMail);
    return stuckOf(await webhooks[which](page), stuckDelivery);
  };
