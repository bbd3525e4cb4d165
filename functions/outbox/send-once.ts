import { accountMail } from '../../shared/documents/mail/account-mail.ts';
import { awardMail } from '../../shared/documents/mail/award-mail.ts';
import { changeMail } from '../../shared/documents/mail/change-mail.ts';
import { erasureMail } from '../../shared/documents/mail/erasure-mail.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { creditPhrase, namesOf } from '../../shared/domain/credit-type.ts';
import { civilDateIn, epochMs, type Instant } from '../../shared/domain/kinds.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import { newsOf } from '../../shared/domain/mail-news.ts';
import { moveFrom, type Participation } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { MAIL_PATIENCE_MS, type MailIntent, nextTry, withoutAddresses } from '../../shared/domain/work.ts';
import { LostRaceError, type Mail, ParkError } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';
import { leased, mayLease } from '../records/outbox.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { againAfterTrouble } from '../trouble.ts';
import { reminder } from './remind.ts';

type Sending = Capabilities<{ mailer: never }>;

/** The mail about the erasure of an account; none when the learner keeps it. */
async function erasureNotice(learnerId: string, { erasures, config }: Sending) {
  const erasure = (await erasures.of(learnerId))?.value;
  if (erasure?.status !== 'asked') return undefined;
  const { siteUrl, providerName, providerContact } = config;
  return erasureMail({
    ...{ on: civilDateIn(erasure.dueAt, 'UTC'), privacyUrl: `${siteUrl}/privacy`, providerName, providerContact },
  });
}

/** What a mail says; nothing when there is nobody any more to tell it, or nothing to tell. */
async function composed(
  mail: MailIntent,
  { email, erasedAt }: Learner,
  certificate: Certificate | undefined,
  capabilities: Sending,
): Promise<Mail | undefined> {
  const { config } = capabilities;
  const { kind, learnerId, createdAt } = mail;
  if (erasedAt !== undefined) return undefined;
  if (kind === 'erasure.asked') {
    const notice = await erasureNotice(learnerId, capabilities);
    return notice && { to: email, ...notice };
  }
  if (kind === 'account.merged' || kind === 'account.separated' || kind === 'address.added') {
    const { siteUrl, providerName, providerContact } = config;
    return { to: email, ...accountMail(kind, { profileUrl: `${siteUrl}/profile`, providerName, providerContact }) };
  }
  if (kind === 'credit.waits') {
    const words = await reminder(mail, capabilities);
    return words && { to: email, ...words };
  }
  const { snapshot, status } = required(certificate, 'The certificate of a mail');
  const news = newsOf(kind, status);
  if (news === 'overtaken') return undefined;
  if (news === 'waits')
    throw new Error('The certificate is suspended, and the e-mail would say that its credit stands');
  const { certificateId } = snapshot;
  const { siteUrl, providerContact } = config;
  const certificateUrl = `${siteUrl}/c/${certificateId}`;
  const { name, title, number, zone } = snapshot;
  const providerName = snapshot.provider.name;
  if (kind !== 'credit-award')
    return {
      to: email,
      ...changeMail({
        ...{ kind, name, title, number, certificateUrl, providerName, providerContact },
        on: civilDateIn(createdAt, zone),
      }),
    };
  return {
    to: email,
    ...awardMail({
      ...{ name, title, providerName, providerContact, certificateUrl },
      credits: snapshot.credits.map((credit) => ({
        basis: credit.basis,
        phrase: creditPhrase(namesOf(credit), credit.basis === 'awarded' ? credit.amount : credit.maximum),
      })),
      dashboardUrl: `${siteUrl}/wallet`,
      activityUrl: `${siteUrl}/a/${snapshot.activityId}`,
    }),
  };
}

/** What becomes of a mail that could not be handed over: later again for days, then parked. */
function afterTrouble(mail: MailIntent, error: unknown, now: Instant, fraction: number) {
  const problem = withoutAddresses(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  const hopeless = error instanceof ParkError || epochMs(now) - epochMs(mail.createdAt) > MAIL_PATIENCE_MS;
  return hopeless
    ? { ...mail, problem, status: 'parked' as const, dueAt: now }
    : { ...mail, problem, status: 'queued' as const, dueAt: nextTry(now, mail.tries, fraction) };
}

/** What the mail service took over. */
interface HandedOver {
  readonly serviceId: string;
  readonly certificate: Certificate | undefined;
  /** The course whose learner it notifies, as it was before; absent where the mail does not say which. */
  readonly course: Stored<Participation> | undefined;
}

/** Hands a mail over; nothing when there is nobody any more to tell it, or nothing to tell. */
async function handOver(mail: MailIntent, capabilities: Sending): Promise<HandedOver | undefined> {
  const { certificates, participations, learners, mailer } = capabilities;
  const { certificateId, learnerId, activityId, messageKey } = mail;
  const notifies = certificateId !== undefined && activityId !== undefined;
  const [certificate, living, course] = await Promise.all([
    certificateId === undefined ? undefined : certificates.besides(certificateId),
    learners.living(learnerId),
    notifies ? participations.of(learnerId, activityId) : undefined,
  ]);
  const learner = required(living, `The learner ${learnerId}`).value;
  const told = await composed(mail, learner, certificate, capabilities);
  if (!told) return undefined;
  const { serviceId } = await mailer.send({ ...told, messageKey });
  return { serviceId, certificate, course };
}

/** Puts a mail that could not be handed over back into the queue, or parks it. */
async function delay(held: Stored<MailIntent>, trouble: unknown, capabilities: Sending): Promise<void> {
  const { outbox, table, clock, ids, log, ledger } = capabilities;
  const next = afterTrouble(held.value, trouble, clock.now(), ids.fraction());
  const { messageKey, problem, tries } = next;
  const parking = { workId: messageKey, step: 'send-award-email', reason: problem };
  await table.write([
    outbox.putMail(next, held),
    ...(next.status === 'parked' ? [ledger.audit('system', 'work.parked', parking)] : []),
  ]);
  if (next.status === 'parked') log({ event: 'work.parked', ...parking });
  else log({ event: 'mail.delayed', messageKey, tries, error: problem });
}

/**
 * Sends a mail that is due, under a lease: never lost, and at most one too many for a crash between sending and saying
 * so. A repeat while it is leased, or after it was sent, does nothing. Never throws for trouble with the mail itself.
 * @param guess how the mail stands, as far as the caller knows: its lease is taken without reading it, and where it stands otherwise it is read
 * @throws TransientError when it was handed over and that cannot be written down: it is tried again when its lease has run out
 */
export async function sendOnce(
  messageKey: string,
  capabilities: Sending,
  guess?: Stored<MailIntent>,
): Promise<'sent' | 'delayed' | 'not-due'> {
  const { outbox, table, clock, log } = capabilities;
  const before = guess ?? (await outbox.mail(messageKey));
  if (!before || !mayLease(before.value, clock.now())) return 'not-due';
  const held: Stored<MailIntent> = { value: leased(before.value, clock.now()), rev: before.rev + 1 };
  try {
    await table.write([outbox.putMail(held.value, before)]);
  } catch (error) {
    if (!(error instanceof LostRaceError)) throw error;
    // Somebody else took the lease, or the guess was wrong.
    return guess ? sendOnce(messageKey, capabilities) : 'not-due';
  }
  let handed: HandedOver | undefined;
  try {
    handed = await handOver(held.value, capabilities);
  } catch (error) {
    await delay(held, error, capabilities);
    return 'delayed';
  }
  if (!handed) {
    await table.write([outbox.putMail({ ...held.value, status: 'withdrawn' }, held)]);
    return 'delayed';
  }
  await settle(held, handed, capabilities);
  log({ event: 'mail.sent', messageKey });
  return 'sent';
}

/**
 * Says that the mail was handed over, and that the learner is notified. What was handed over has not failed, whatever becomes of
 * these words: a busy table is asked again, and a participation that moved meanwhile, by the mail of a correction for one, is read
 * again. A mail that nobody called sent would be sent again once its lease has run out.
 */
async function settle(
  held: Stored<MailIntent>,
  { serviceId, certificate, course }: HandedOver,
  capabilities: Sending,
): Promise<void> {
  const { outbox, participations, table, clock } = capabilities;
  const { problem: _, ...mail } = held.value;
  const sent = outbox.putMail({ ...mail, status: 'sent', serviceId, sentAt: clock.now() }, held);
  let known = course;
  const say = async (): Promise<void> => {
    const before = known ?? (certificate && (await participations.of(mail.learnerId, certificate.snapshot.activityId)));
    known = undefined;
    const stage = before && moveFrom(before.value.stage, 'notify');
    const notified =
      before && stage && !isRefusal(stage) ? [participations.put({ ...before.value, stage }, before)] : [];
    await table.write([sent, ...notified]).catch((error: unknown) => {
      // Whoever took over the lease says what became of the mail; or a former try did, whose reply was lost.
      if (!(error instanceof LostRaceError) || !error.failed.includes(0)) throw error;
    });
  };
  await againAfterLostRaces(() => againAfterTrouble(say));
}
