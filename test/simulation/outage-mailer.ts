import { type Mailer, TransientError } from '../../shared/ports.ts';

/** A mailer whose service is out while it is. */
export const outageMailer = (mailer: Mailer, isOut: () => boolean): Mailer => ({
  async send(mail) {
    if (isOut()) throw new TransientError('The mail service is out');
    return mailer.send(mail);
  },
});
