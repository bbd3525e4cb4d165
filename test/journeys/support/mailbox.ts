import { setTimeout as pause } from 'node:timers/promises';
import type { MailStore } from '../../../infra/local/parts/mailbox.ts';

/** A mail as the local mailbox shows it. */
export type Mail = MailStore['emails'][number];

/** Mail to an address, oldest first. */
export async function mailTo(mail: string, address: string): Promise<readonly Mail[]> {
  const store = (await (await fetch(`${mail}/store`)).json()) as MailStore;
  return store.emails.filter(({ destination }) => JSON.stringify(destination).includes(address));
}

/** Waits for a mail whose subject matches, for half a minute at most. */
export async function awaitMail(mail: string, address: string, subject: RegExp, count = 1): Promise<Mail> {
  for (let tries = 0; tries < 150; tries++) {
    const found = (await mailTo(mail, address)).filter((one) => subject.test(one.subject));
    const wanted = found.at(-1);
    if (wanted && found.length >= count) return wanted;
    await pause(200);
  }
  throw new Error(`No mail to ${address} with a subject like ${subject}`);
}

/** The code of a sign-in mail. */
export function codeIn({ body }: Mail): string {
  const code = /^Code: (\S+)$/m.exec(body.text ?? '')?.[1];
  if (!code) throw new Error(`No code in:\n${body.text}`);
  return code;
}
