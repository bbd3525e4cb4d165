import { MINUTE } from '../../../shared/domain/kinds.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import type { Contents, Say } from '../contents.ts';
import type { World } from '../world.ts';

/** A run that took a mail up before a report was acknowledged may hand it over after; none runs for longer. */
const longestRunMs = 2 * MINUTE;

const isTrouble = ({ fate }: World['mailFates']['acknowledged'][number]): boolean => fate !== 'delivered';
const kinds = { bounced: 'bounce', complained: 'complaint', delivered: undefined } as const;

/**
 * What the mail service reported and was acknowledged stands: of each mail what became of it since it was last asked for, each
 * trouble once in the audit trail however often it was told; what came back is not sent again unless somebody asks for it, and
 * what was asked for again is sent, whatever is told of the sending before.
 */
export function checkMailFates(contents: Contents, { mailFates, mailAsked }: World, say: Say): void {
  const { taken, acknowledged } = mailFates;
  for (const mail of contents.mail) {
    const { messageKey, status } = mail;
    const of = <Of extends { readonly messageKey: string }>(all: readonly Of[]) =>
      all.filter((one) => one.messageKey === messageKey);
    const askedMs = mailAsked.get(messageKey) ?? Number.NEGATIVE_INFINITY;
    const sendings = of(taken).filter(({ atMs }) => atMs >= askedMs);
    const ids = new Set(sendings.map(({ serviceId }) => serviceId));
    const reports = of(acknowledged);
    const since = reports.filter(({ serviceId }) => ids.has(serviceId));
    const troubles = since.filter(isTrouble);
    if (isSaid(status) && !since.some(({ fate }) => fate === status))
      say(`The mail ${messageKey} is called ${status}, and nobody reported that of its last sending`);
    if (troubles.length > 0 && !troubles.some(({ fate }) => fate === status))
      say(`The mail ${messageKey} was ${troubles[0]?.fate}, and is ${status}`);
    if (sendings.length === 0 && isSaidOrSent(status))
      say(`The mail ${messageKey} was asked for again and is ${status} without being sent`);
    const firstMs = Math.min(...troubles.map(({ atMs }) => atMs));
    if (sendings.some(({ atMs }) => atMs > firstMs + longestRunMs))
      say(`The mail ${messageKey} was sent again, after it was acknowledged that it had come back`);
    for (const fate of ['bounced', 'complained'] as const) {
      const told = new Set(reports.filter((one) => one.fate === fate).map(({ serviceId }) => serviceId)).size;
      const written = contents.audit.filter(
        ({ type, data }) =>
          type === 'mail.undeliverable' && data.messageKey === messageKey && data.kind === kinds[fate],
      ).length;
      if (told !== written)
        say(`${told} sendings of ${messageKey} were ${fate}, and ${written} are in the audit trail`);
    }
  }
}

const isSaid = (status: MailIntent['status']): boolean =>
  status === 'delivered' || status === 'bounced' || status === 'complained';
const isSaidOrSent = (status: MailIntent['status']): boolean => isSaid(status) || status === 'sent';
