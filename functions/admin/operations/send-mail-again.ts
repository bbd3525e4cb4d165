import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { queuedAgain } from '../../../shared/domain/work.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';

/** Queues a mail again, whatever it came to; what waits already is left as it is. The sweeper sends it. */
export const handler = endpoint(operationsRoutes.sendMailAgain, {}, async ({ body, staff }, capabilities) => {
  const { outbox, ledger, table, clock } = capabilities;
  const { messageKey } = body;
  const mail = await outbox.mail(messageKey);
  if (!mail) return notFound('mail');
  const { status, learnerId } = mail.value;
  if (status === 'withdrawn')
    return refuse({
      code: 'mail-withdrawn',
      message: 'This mail was taken back: there is nobody any more to tell, or nothing any more to say.',
      remedy: 'There is nothing to do.',
    });
  if (status !== 'queued' && status !== 'leased')
    await table.write([
      outbox.putMail(queuedAgain(mail.value, clock.now()), mail),
      ledger.audit(staff.staffId, 'mail.sent-again', { messageKey, learnerId }),
    ]);
  return reply(202, { status: 'done' });
});
