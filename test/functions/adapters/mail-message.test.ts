import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { mimeOf } from '../../../functions/adapters/mail-message.ts';

const sender = 'Credit Wallet <credit@example.org>';
const mail = {
  to: 'amelie@example.org',
  subject: 'Your credit is awarded',
  text: 'Well done, Łukasz.',
  html: '<p>Well done, <b>Łukasz</b>.</p>',
  messageKey: 'award-01hzy3',
};
const parsed = async (changes: Partial<typeof mail> = {}) =>
  simpleParser(Buffer.from(await mimeOf({ ...mail, ...changes }, sender)));

describe('a mail as it is handed over', () => {
  it('reads the same in a mail parser', async () => {
    const { subject, text, html, from, to } = await parsed();
    expect({ subject, text: text?.trim(), html }).toEqual({ subject: mail.subject, text: mail.text, html: mail.html });
    expect(from?.value).toEqual([{ name: 'Credit Wallet', address: 'credit@example.org' }]);
    expect(to).toMatchObject({ value: [{ name: '', address: mail.to }] });
  });

  it('says that a machine sent it, so that no absence note comes back', async () => {
    expect((await parsed()).headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('has the same Message-ID when it is sent again, and another for another mail', async () => {
    const [one, again, other] = [await parsed(), await parsed(), await parsed({ messageKey: 'award-2' })];
    expect(one.messageId).toMatch(/^<[0-9a-f]{32}@example\.org>$/);
    expect(again.messageId).toBe(one.messageId);
    expect(other.messageId).not.toBe(one.messageId);
  });

  it.each(['\r\nBcc: thief@example.org', '\nBcc: thief@example.org', '\rBcc: thief@example.org', '\u0000\u0085x'])(
    'cannot be given another header by its subject: %j',
    async (tail) => {
      const message = await parsed({ subject: `Hello${tail}` });
      expect(message.bcc).toBeUndefined();
      expect([...message.headers.keys()]).toEqual([...(await parsed()).headers.keys()]);
      expect(message.subject).toMatch(/^Hello /);
    },
  );

  it.each(['x =?utf-8?q?=0d=0aBcc:thief@example.org?= y', `Łukasz ${'王小明 '.repeat(30)}=?utf-8?b?QQ==?=`])(
    'shows a subject that looks encoded to the letter: %j',
    async (subject) => {
      expect((await parsed({ subject })).subject).toBe(subject);
    },
  );
});
