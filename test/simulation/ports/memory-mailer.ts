import { type Mail, type Mailer, ParkError } from '../../../shared/ports.ts';

export type DeliveredMail = Mail & { readonly messageKey: string; readonly serviceId: string };

/** A mailer whose mailbox lies open. */
export interface MemoryMailer extends Mailer {
  readonly delivered: readonly DeliveredMail[];
}

/** Keeps mail in memory, and turns away what SES would: an address that mail cannot be sent to. */
export function createMemoryMailer(): MemoryMailer {
  const delivered: DeliveredMail[] = [];
  return {
    delivered,
    async send(mail) {
      if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(mail.to))
        throw new ParkError('The address is not one that mail can be sent to');
      if (!/^[\w-]{1,256}$/.test(mail.messageKey)) throw new ParkError('This cannot be the key of a mail');
      const serviceId = `memory-${delivered.length + 1}`;
      delivered.push({ ...mail, serviceId });
      return { serviceId };
    },
  };
}
