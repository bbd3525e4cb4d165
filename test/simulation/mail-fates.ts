import type { SNSEvent } from 'aws-lambda';
import { MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { mailTold } from '../support/mail-told.ts';
import type { Clockwork } from './clockwork.ts';
import type { DeliveredMail, MemoryMailer } from './ports/memory-mailer.ts';
import type { Random } from './random.ts';
import type { Climate } from './weather.ts';

/** What the mail service reports of a mail that it took. */
export type MailFate = 'delivered' | 'bounced' | 'complained';

/** A report, as it is told again and again until it is acknowledged. */
export interface MailReport {
  readonly messageKey: string;
  /** The sending that it is of, by the id that the service gave it. */
  readonly serviceId: string;
  readonly fate: MailFate;
}

/** What becomes of mails once the service took them. */
export interface MailFates {
  /** When the service took which sending of a mail. */
  readonly taken: readonly { readonly messageKey: string; readonly serviceId: string; readonly atMs: number }[];
  /** Reports that were acknowledged, each as often as it was, and when. */
  readonly acknowledged: readonly (MailReport & { readonly atMs: number })[];
  /** Whether a sending came to its address. */
  arrived(serviceId: string): boolean;
  /** Whether a report is on its way. */
  isBusy(): boolean;
  /** The service has taken a mail, of which something becomes. */
  took(mail: DeliveredMail): void;
}

const eventTypes = { delivered: 'Delivery', bounced: 'Bounce', complained: 'Complaint' } as const;

/** So long SNS waits before it tells again what was not acknowledged. */
const againMs = 20 * SECOND;

/**
 * Decides what becomes of mails where the climate has some come back or complained of. To an address of which the service was
 * told so it delivers nothing more until staff lift that: what it takes for it comes back, as SES does with its suppression list.
 * Each report comes late, some of them twice, and none in any order; it is told until it is acknowledged.
 */
export function createMailFates({
  clockwork,
  climate,
  random,
  tell,
}: {
  readonly clockwork: Clockwork;
  readonly climate: () => Climate;
  readonly random: Random;
  readonly tell: (event: SNSEvent) => Promise<unknown>;
}): MailFates {
  const taken: MailFates['taken'][number][] = [];
  const acknowledged: MailFates['acknowledged'][number][] = [];
  const closed = new Map<string, number>();
  const lost = new Set<string>();
  let underway = 0;

  async function insist(report: MailReport, bounceType?: string): Promise<void> {
    const { messageKey, serviceId: messageId, fate } = report;
    const event = mailTold({ messageKey, messageId, eventType: eventTypes[fate], bounceType });
    underway++;
    await clockwork.sleep(random.fraction() * random.pick([SECOND / 5, SECOND, MINUTE, 60 * MINUTE]));
    for (let told = false; !told; ) {
      told = await tell(event).then(
        () => true,
        () => false,
      );
      if (!told) await clockwork.sleep(againMs);
    }
    if (bounceType !== 'Transient') acknowledged.push({ ...report, atMs: clockwork.nowMs() });
    underway--;
  }

  /** Tells of a sending, and perhaps twice. */
  function report(mail: DeliveredMail, fate: MailFate, bounceType?: string): void {
    const { messageKey, serviceId } = mail;
    for (let times = random.chance(0.4) ? 2 : 1; times > 0; times--)
      void insist({ messageKey, serviceId, fate }, bounceType);
  }

  return {
    ...{ taken, acknowledged },
    arrived: (serviceId) => !lost.has(serviceId),
    isBusy: () => underway > 0,
    took(mail) {
      const { to, messageKey, serviceId } = mail;
      const { bounce, complaint, closedMs } = climate();
      const nowMs = clockwork.nowMs();
      taken.push({ messageKey, serviceId, atMs: nowMs });
      const isClosed = (closed.get(to) ?? 0) > nowMs;
      if (!isClosed && bounce + complaint === 0) return;
      // Codes come to who reads their mail at that moment.
      const drawn = messageKey.startsWith('sign-in-') ? 1 : random.fraction();
      if (isClosed || drawn < bounce) {
        lost.add(serviceId);
        report(mail, 'bounced');
      } else {
        if (random.chance(0.2)) report(mail, 'bounced', 'Transient');
        report(mail, 'delivered');
        if (drawn < bounce + complaint) report(mail, 'complained');
      }
      if (!isClosed && drawn < bounce + complaint) closed.set(to, nowMs + closedMs);
    },
  };
}

/** A mailer whose service decides what becomes of what it took. */
export const fatefulMailer = (mailer: MemoryMailer, took: MailFates['took']): MemoryMailer => ({
  delivered: mailer.delivered,
  async send(mail) {
    const { serviceId } = await mailer.send(mail);
    took({ ...mail, serviceId });
    return { serviceId };
  },
});
