import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, type Mailer, ParkError } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';

/** A mailer with the mailbox that it delivers to. */
export interface MailerWithMailbox extends Mailer {
  /** What has been delivered so far, oldest first. */
  mailbox(): Promise<readonly (Mail & { readonly serviceId: string })[]>;
}

/** Says what a mailer does, whoever it is. */
export function describeMailer({ name, start }: Implementation<MailerWithMailbox>): void {
  describe(`the mailer (${name})`, () => {
    let mailer: MailerWithMailbox;
    let stop: () => Promise<void>;
    const mail = {
      to: 'amelie@example.org',
      subject: 'Nguyễn, your credit – 1.25 “AMA PRA”',
      text: 'Well done, Łukasz.\nhttps://example.org/c/1?x=1&y=2\n\n王小明',
      html: '<p>Well done, <b>Łukasz</b>.</p><p>王小明</p>',
      messageKey: 'award-01hzy3',
    };

    beforeAll(async () => {
      ({ port: mailer, stop } = await start());
    }, 30_000);
    afterAll(async () => stop?.());

    it('delivers a mail with its subject, text and HTML as they are, and returns the id of the service', async () => {
      const { serviceId } = await mailer.send(mail);
      const arrived = (await mailer.mailbox()).find((delivered) => delivered.serviceId === serviceId);
      const { messageKey: _, ...expected } = mail;
      expect(serviceId).not.toBe('');
      expect(arrived).toMatchObject({ ...expected, text: expect.stringContaining(expected.text) });
    });

    it('delivers each of two sends', async () => {
      const before = (await mailer.mailbox()).length;
      await mailer.send(mail);
      await mailer.send(mail);
      expect(await mailer.mailbox()).toHaveLength(before + 2);
    });

    it.each([
      'nobody',
      '@example.org',
      'two@example.org, three@example.org',
      'a@example.org\r\nBcc: b@example.org',
      'Name <a@example.org>',
      'a b@example.org',
      '',
    ])('parks a mail to %j, which is no single address', async (to) => {
      const before = (await mailer.mailbox()).length;
      await expect(mailer.send({ ...mail, to })).rejects.toBeInstanceOf(ParkError);
      expect(await mailer.mailbox()).toHaveLength(before);
    });

    it('parks a mail whose key could not come back with a bounce', async () => {
      await expect(mailer.send({ ...mail, messageKey: 'award#1' })).rejects.toBeInstanceOf(ParkError);
    });
  });
}
