import { epochMs } from '../../shared/domain/kinds.ts';
import { MAIL_PATIENCE_MS } from '../../shared/domain/work.ts';
import type { Contents, Say } from './contents.ts';
import type { World } from './world.ts';

/** Each certificate has one mail, at most one too many per fault between sending and saying so, or a parked one. */
export function checkMail(contents: Contents, world: World, say: Say): void {
  for (const { certificateId, status } of contents.states) {
    if (status !== 'valid') continue;
    const messageKey = `award-${certificateId}`;
    const intent = contents.mail.find((mail) => mail.messageKey === messageKey);
    const delivered = world.mailer.delivered.filter((mail) => mail.messageKey === messageKey);
    const deliveries = delivered.length;
    const holder = contents.snapshots.find((snapshot) => snapshot.certificateId === certificateId)?.learnerId;
    const { email } = contents.learners.find(({ learnerId }) => learnerId === holder) ?? {};
    if (delivered.some(({ to, text }) => to !== email || !text.includes(`/c/${certificateId}`)))
      say(`The mail ${messageKey} went to another address, or tells of another certificate`);
    // Each press of “send again” may send one.
    const asked =
      1 +
      world.requested.filter(({ route, params }) => route === 'resendMail' && params?.certificateId === certificateId)
        .length;
    const most = asked + (world.mailExcuses.get(messageKey) ?? 0);
    // Given up on where no service takes it, or after it was tried for as long as is promised.
    const gaveUp =
      intent?.status === 'parked' &&
      intent.problem &&
      epochMs(intent.dueAt) - epochMs(intent.createdAt) > MAIL_PATIENCE_MS;
    if (!gaveUp && intent?.status !== 'sent') say(`The mail ${messageKey} is ${intent?.status}`);
    if (intent?.status === 'sent' && deliveries === 0) say(`The mail ${messageKey} was never delivered`);
    if (deliveries > most)
      say(`The mail ${messageKey} was delivered ${deliveries} times, and ${most} can be explained`);
  }
}
