import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { type Stuck, stuckDelivery, stuckMail, stuckWork } from '../../../shared/domain/stuck.ts';
import { endpoint } from '../../endpoint.ts';
import type { Listed } from '../../records/index-page.ts';

const PAGE = 50;

const stuckOf = <Thing>({ items, cursor: next }: Listed<Thing>, how: (thing: Thing) => Stuck | undefined) => ({
  items: items.flatMap((thing) => how(thing) ?? []),
  next,
});

/**
 * Lists what is parked, longest first, or failing, the next try first: one page of the index, whatever waits beside it. What
 * just lost its place may still be shown; taking it up again looks at it anew.
 */
export const handler = endpoint(operationsRoutes.listStuckWork, {}, async ({ query }, { outbox, webhooks }) => {
  const { state, kind, cursor } = query;
  const page = { limit: PAGE, cursor };
  const which = state === 'parked' ? 'parked' : 'waiting';
  if (kind === 'work') return stuckOf(await outbox[which]('work', page), stuckWork);
  if (kind === 'mail') return stuckOf(await outbox[which]('mail', page), stuckMail);
  return stuckOf(await webhooks[which](page), stuckDelivery);
});
