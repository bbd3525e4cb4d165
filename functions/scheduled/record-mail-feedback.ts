import type { SNSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { afterReport, MESSAGE_KEY_TAG } from '../../shared/domain/work.ts';
import { handlerOver } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';

/** What SES publishes of a mail (SES developer guide, "Examples of event data that Amazon SES publishes to Amazon SNS"). */
const published = z.object({
  eventType: z.enum(['Delivery', 'Bounce', 'Complaint']),
  mail: z.object({ messageId: z.string(), tags: z.record(z.string(), z.array(z.string())) }),
  bounce: z.optional(z.object({ bounceType: z.string(), bounceSubType: z.optional(z.string()) })),
});

/** A full mailbox and the like pass by themselves, and SES goes on trying; only a permanent bounce is one. */
const statusOf = ({ eventType, bounce }: z.infer<typeof published>) =>
  eventType === 'Delivery'
    ? 'delivered'
    : eventType === 'Complaint'
      ? 'complained'
      : bounce?.bounceType === 'Permanent'
        ? 'bounced'
        : undefined;

/** Records that a mail arrived, bounced or was complained of, so that the learner and staff see it. */
export const handler = handlerOver({}, (capabilities) => async (event: SNSEvent): Promise<void> => {
  const { outbox, table, ledger, log } = capabilities;
  for (const record of event.Records) {
    const parsed = z.safeParse(published, JSON.parse(record.Sns.Message));
    if (!parsed.success) continue;
    const { messageId: serviceId, tags } = parsed.data.mail;
    const messageKey = tags[MESSAGE_KEY_TAG]?.[0];
    const status = statusOf(parsed.data);
    if (!messageKey || !status) continue;
    await againAfterLostRaces(async () => {
      const mail = await outbox.mail(messageKey);
      const told = mail && afterReport(mail.value, { serviceId, status });
      if (!told) return;
      const kind = status === 'complained' ? 'complaint' : 'bounce';
      const trouble = status !== 'delivered';
      await table.write([
        outbox.putMail(told, mail),
        ...(trouble ? [ledger.audit('ses', 'mail.undeliverable', { messageKey, kind })] : []),
      ]);
      if (trouble) log({ event: 'mail.undeliverable', messageKey, kind });
    });
  }
});
