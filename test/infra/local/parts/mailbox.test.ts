import { createServer } from 'node:http';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Mailbox, type MailStore, startMailbox } from '../../../../infra/local/parts/mailbox.ts';
import { close, listen } from '../../../../infra/local/parts/port.ts';

let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox();
});
afterAll(() => mailbox.stop());

describe('the mailbox', () => {
  it('shows a mail with text and HTML as it was sent, and prints nothing', async () => {
    const printed = vi.spyOn(process.stdout, 'write');
    const raw = await new MailComposer({
      from: { name: 'Credit Wallet', address: 'credit@example.org' },
      to: [{ name: 'Nguyễn Łukasz', address: 'nguyen@example.org' }, 'second@example.org'],
      subject: 'Your credit: 王小明',
      text: 'Code: ABCD-EFGH\nłatwe\n',
      html: '<p>Code: <b>ABCD-EFGH</b> łatwe</p>',
    })
      .compile()
      .build();
    const client = new SESClient({
      endpoint: mailbox.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const { MessageId } = await client.send(new SendRawEmailCommand({ RawMessage: { Data: raw } }));

    const store: MailStore = await (await fetch(`${mailbox.endpoint}/store`)).json();
    expect(store.emails).toHaveLength(1);
    expect(store.emails[0]).toMatchObject({
      messageId: MessageId,
      from: '"Credit Wallet" <credit@example.org>',
      replyTo: [],
      destination: { to: ['"Nguyễn Łukasz" <nguyen@example.org>, second@example.org'], cc: [], bcc: [] },
      subject: 'Your credit: 王小明',
      body: { text: 'Code: ABCD-EFGH\nłatwe\n', html: '<p>Code: <b>ABCD-EFGH</b> łatwe</p>' },
      attachments: [],
    });
    const inbox = await fetch(mailbox.endpoint, { headers: { accept: 'text/html' } });
    expect(inbox.headers.get('content-type')).toContain('text/html');
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  it('says when its port is in use', async () => {
    const other = createServer();
    const port = await listen(other, 0);
    await expect(startMailbox({ port })).rejects.toThrow(`Port ${port} is in use. Choose another with --mail-port.`);
    await close(other);
  });

  it('frees its port when it is stopped', async () => {
    const first = await startMailbox();
    const port = Number(new URL(first.endpoint).port);
    await first.stop();
    await (await startMailbox({ port })).stop();
  });
});
