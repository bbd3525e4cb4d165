import { type Mailer, TransientError } from '../../../shared/ports.ts';

/** The mail service did not take a mail: it was down. */
export class MailRefused extends TransientError {}

/** A mailer whose service is down while it is. @param refused told of each mail that it did not take */
export const outageMailer = (mailer: Mailer, isDown: () => boolean, refused: (messageKey: string) => void): Mailer => ({
  async send(mail) {
    if (!isDown()) return mailer.send(mail);
    refused(mail.messageKey);
    throw new MailRefused('The mail service is down');
  },
});
