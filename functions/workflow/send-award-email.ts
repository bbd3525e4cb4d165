import { sesMailer } from '../adapters/ses-mailer.ts';
import { sendOnce } from '../outbox/send-once.ts';
import { step } from '../step.ts';

/** Sends the award e-mail. An award never depends on mail: what cannot be sent now stays in the mail outbox. */
export const handler = step('send-award-email', { mailer: sesMailer }, async ({ workId, messageKey }, capabilities) => {
  await sendOnce(messageKey, capabilities);
  return { workId };
});
