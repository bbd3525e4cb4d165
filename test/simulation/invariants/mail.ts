import { DAY, epochMs } from '../../../shared/domain/kinds.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import { type Contents, eventsOf, type Say } from '../contents.ts';
import { startMs } from '../opening.ts';
import type { World } from '../world.ts';
import { changesInOrder } from './change.ts';
import { isErased } from './erasure.ts';
import { isNeedless } from './reminder.ts';

/** For how long learners are promised that a mail is tried (docs/architecture.md, "What may fail, and what then"). */
const PATIENCE_MS = 14 * DAY;

/** What of the changes is told in a mail under the change’s own name; a correction is told with its certificate. */
const toldByItself: ReadonlySet<string> = new Set(['revoke', 'suspend', 'restore', 'merge', 'separate']);
/** After which an award is not told any more as it stood. */
const ends: ReadonlySet<string> = new Set(['revoke', 'correct', 'reissue']);

/** The names of all mails that must have been asked for. */
const mustBe = (contents: Contents): readonly string[] => [
  ...eventsOf(contents, 'certificate.issued').map(({ certificateId }) => `award-${certificateId}`),
  ...contents.erasures.filter(({ askedAt }) => epochMs(askedAt) >= startMs - DAY).map(({ messageKey }) => messageKey),
  ...contents.changes
    .filter(({ status, kind }) => status === 'done' && toldByItself.has(kind))
    .map(({ changeId }) => `change-${changeId}`),
];

/** Whether a mail is not sent any more, since there is nobody to tell, or nothing. */
const isInVain = (mail: MailIntent, contents: Contents): boolean =>
  isErased(contents, mail.learnerId) ||
  (mail.kind === 'credit.waits' && isNeedless(mail, contents)) ||
  (mail.kind === 'erasure.asked' &&
    contents.erasures.some(({ learnerId, status }) => learnerId === mail.learnerId && status !== 'asked')) ||
  isOvertaken(mail, contents);

/** Whether what a mail tells was overtaken by what staff did since, so that nobody is told any more. */
function isOvertaken({ messageKey, kind, certificateId = '' }: MailIntent, contents: Contents): boolean {
  const changes = changesInOrder(contents, certificateId);
  if (kind === 'credit-award' || kind === 'certificate.corrected')
    return changes.some((change) => ends.has(change.kind));
  const place = changes.findIndex(({ changeId }) => messageKey === `change-${changeId}`);
  return place >= 0 && place < changes.length - 1;
}

/** Whether a mail was tried for as long as is promised, and lies where staff see why. */
const wasGivenUp = ({ status, problem, dueAt, createdAt }: MailIntent): boolean =>
  status === 'parked' && problem !== undefined && epochMs(dueAt) - epochMs(createdAt) > PATIENCE_MS;

/** Whether a mail waits for its certificate to be restored, and says so. */
function waitsVisibly({ status, problem, certificateId }: MailIntent, { states }: Contents): boolean {
  const certificate = states.find((state) => state.certificateId === certificateId);
  return (status === 'queued' || status === 'leased') && problem !== undefined && certificate?.status === 'suspended';
}

/** Whether a mail was delivered after so many others. */
const wasSentSince = (messageKey: string, after: number, { mailer }: World): boolean =>
  mailer.delivered.slice(after).some((mail) => mail.messageKey === messageKey);

/** How many mails a mail service that was down refused, and took when it was back. */
export const mailsSentLater = (world: World): number =>
  [...world.mailRefused].filter(([messageKey, after]) => wasSentSince(messageKey, after, world)).length;

/**
 * Each mail that was asked for, about an award, a change or an account, was sent to its learner once, at most once more for each
 * fault that kept the code from writing down that it was; or it says why it was not.
 */
export function checkMail(contents: Contents, world: World, say: Say): void {
  const intents = new Map(contents.mail.map((intent) => [intent.messageKey, intent]));
  for (const messageKey of mustBe(contents))
    if (!intents.has(messageKey)) say(`The mail ${messageKey} was never asked for`);
  const deliveries = Map.groupBy(world.mailer.delivered, ({ messageKey }) => messageKey);
  for (const messageKey of deliveries.keys())
    if (!intents.has(messageKey) && !messageKey.startsWith('sign-in-'))
      say(`The mail ${messageKey} was delivered and never asked for`);
  for (const intent of contents.mail) {
    const { messageKey, certificateId, learnerId, status } = intent;
    const delivered = deliveries.get(messageKey) ?? [];
    const learner = contents.learners.find(
      (one) => one.mergedInto === undefined && (one.learnerId === learnerId || one.merged?.includes(learnerId)),
    );
    for (const { to, text } of delivered)
      if (
        (to !== learner?.email && !learner?.otherEmails?.includes(to)) ||
        (certificateId !== undefined && !text.includes(`/c/${certificateId}`))
      )
        say(`The mail ${messageKey} went to another address, or tells of another certificate`);
    // Each press of “send again” may send one.
    const asked = world.requested.filter(
      ({ route, params }) => route === 'resendMail' && messageKey === `award-${params?.certificateId}`,
    ).length;
    const most = 1 + asked + (world.mailExcuses.get(messageKey) ?? 0);
    if (delivered.length > most)
      say(`The mail ${messageKey} was delivered ${delivered.length} times, and ${most} can be explained`);
    if (status === 'sent' && delivered.length === 0) say(`The mail ${messageKey} was never delivered`);
    const refusedAfter = world.mailRefused.get(messageKey);
    if (status === 'sent' && refusedAfter !== undefined && !wasSentSince(messageKey, refusedAfter, world))
      say(`The mail ${messageKey} was refused by a mail service that was down, and not sent later`);
    const isSettled =
      status === 'sent' ||
      // Whether somebody reported that is looked at with what became of mails.
      status === 'delivered' ||
      status === 'bounced' ||
      status === 'complained' ||
      (status === 'withdrawn' && isInVain(intent, contents)) ||
      wasGivenUp(intent) ||
      waitsVisibly(intent, contents);
    if (!isSettled) say(`The mail ${messageKey} is ${status}`);
  }
}
