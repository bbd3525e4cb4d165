import { createHash } from 'node:crypto';
import MimeNode from 'nodemailer/lib/mime-node';
import { type Mail, ParkError } from '../../shared/ports.ts';

// One mailbox and nothing that a parser of address lists could take for a second one or for the end of the header.
const oneAddress = /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}]+$/u;
const controls = /\p{Cc}+/gu;

/** A sender as deployed: `Credit Wallet <credit@example.org>` or a bare address. */
function senderOf(sender: string): { readonly name: string; readonly address: string } {
  const [, name = '', address = sender] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/.exec(sender) ?? [];
  return { name: name.replace(controls, ' '), address: address.trim() };
}

/** As much as one encoded word may hold in base64 (RFC 2047, 2: 75 characters with all that is around it). */
const WORD_BYTES = 45;

/**
 * A subject as it stands in the head. Words that look encoded would be read as what they stand for, line ends included: such a subject
 * is encoded as a whole. The composer does that itself where there are other letters than ASCII's.
 */
function subjectLine(subject: string): string {
  const line = subject.replace(controls, ' ');
  if (!line.includes('=?')) return line;
  const words = [''];
  for (const character of line)
    if (Buffer.byteLength(words.at(-1) + character) > WORD_BYTES) words.push(character);
    else words.push(words.pop() + character);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

/** All of a mail is what it is given: no file and no address is read for it. */
const nothingElse = { disableFileAccess: true, disableUrlAccess: true };

/**
 * A mail as MIME: text and HTML, the same bytes for the same mail apart from its date. The Message-ID comes from the
 * message key, so that a mailbox that threads or drops duplicates knows the one extra that a crash may send. Subject and
 * addresses cannot start another header.
 * @throws ParkError when the address is none that a mail could be sent to.
 */
export async function mimeOf(mail: Mail & { readonly messageKey: string }, sender: string): Promise<Uint8Array> {
  if (!oneAddress.test(mail.to)) throw new ParkError('The address is not one that mail can be sent to');
  const from = senderOf(sender);
  const digest = createHash('sha256').update(mail.messageKey).digest('hex').slice(0, 32);
  const message = new MimeNode('multipart/alternative', { baseBoundary: digest, ...nothingElse });
  message.createChild('text/plain; charset=utf-8', nothingElse).setContent(mail.text);
  message.createChild('text/html; charset=utf-8', nothingElse).setContent(mail.html);
  // RFC 3834: nobody's out-of-office reply is wanted.
  message.addHeader('Auto-Submitted', 'auto-generated');
  message.setHeader('From', [from]);
  message.setHeader('To', [{ name: '', address: mail.to }]);
  message.setHeader('Subject', subjectLine(mail.subject));
  message.setHeader('Message-Id', `<${digest}@${from.address.split('@')[1]}>`);
  return message.build();
}
