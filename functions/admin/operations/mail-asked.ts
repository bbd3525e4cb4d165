import type * as z from 'zod/mini';
import type { mailQuery } from '../../../shared/api/admin/operations-schemas.ts';
import type { Capabilities } from '../../capabilities.ts';
import type { PageAsked } from '../../records/index-page.ts';

/** Reads mail of one state: what waits or is parked as it stands in the queue, what was sent with the latest first. */
export const mailAsked =
  (
    { status }: Pick<z.infer<typeof mailQuery>, 'status'>,
    { outbox }: Pick<Capabilities<Record<never, never>>, 'outbox'>,
  ) =>
  async (page: PageAsked) => {
    const { items, cursor } =
      status === 'queued'
        ? await outbox.waiting('mail', page)
        : status === 'parked'
          ? await outbox.parked('mail', page)
          : await outbox.settledMail(status, page);
    return {
      items: items.map((mail) => ({ ...mail, nextTryAt: status === 'queued' ? mail.dueAt : undefined })),
      cursor,
    };
  };
