import { queuedAwardMail } from '../../shared/domain/work.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { sendOnce } from '../outbox/send-once.ts';
import { step } from '../step.ts';

/** Sends the award e-mail. An award never depends on mail: what cannot be sent now stays in the mail outbox. */
export const handler = step('send-award-email', { mailer: sesMailer }, async (input, capabilities) => {
  const { workId, messageKey, certificateId, learnerId, activityId, queuedAt } = input;
  // Mostly it stands as the step before this one has just written it.
  const written = queuedAt && {
    value: queuedAwardMail({ messageKey, certificateId, learnerId, activityId }, queuedAt),
    rev: 1,
  };
  await sendOnce(messageKey, capabilities, written || undefined);
  return { workId };
});
