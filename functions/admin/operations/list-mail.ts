import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import { endpoint } from '../../endpoint.ts';

const PAGE = 50;

/** Lists mail: what waits or is parked as it stands in the queue, what was sent with the latest first. */
export const handler = endpoint(operationsRoutes.listMail, {}, async ({ query }, { outbox }) => {
  const { status, cursor } = query;
  const page = { limit: PAGE, cursor };
  const { items, cursor: next } =
    status === 'queued'
      ? await outbox.waiting('mail', page)
      : status === 'parked'
        ? await outbox.parked('mail', page)
        : await outbox.settledMail(status, page);
  const shown = (mail: MailIntent) => ({ ...mail, nextTryAt: status === 'queued' ? mail.dueAt : undefined });
  return { next, mail: items.map(shown) };
});
