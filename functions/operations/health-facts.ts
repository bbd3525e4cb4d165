import type { Count, HealthFacts } from '../../shared/domain/health.ts';
import { DAY, later } from '../../shared/domain/kinds.ts';
import { stuckDelivery, stuckMail, stuckWork } from '../../shared/domain/stuck.ts';
import type { MailIntent } from '../../shared/domain/work.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Listed } from '../records/index-page.ts';

/** Counting stops here: whoever has more to do than this knows enough. */
const MOST_COUNTED = 100;
const RECENT_MS = 7 * DAY;
const counting = { limit: MOST_COUNTED };

function count<Thing>({ items, cursor }: Listed<Thing>, which: (thing: Thing) => boolean = () => true): Count {
  const last = items.at(-1);
  return { counted: items.filter(which).length, more: cursor !== undefined && last !== undefined && which(last) };
}

const earliest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants.filter((instant) => instant !== undefined).toSorted()[0];

/** What is known of how the system does. Reads a bounded number of rows, however many there are. */
export async function healthFacts(capabilities: Capabilities<{ signer: never }>): Promise<HealthFacts> {
  const { outbox, webhooks, pulses, dailyHeads, signer, clock } = capabilities;
  const [parkedWork, parkedMail, parkedMessages, work, mail, messages, bounced, complained, sweptAt, newest, keys] =
    await Promise.all([
      outbox.parked('work', counting),
      outbox.parked('mail', counting),
      webhooks.parked(counting),
      outbox.waiting('work', counting),
      outbox.waiting('mail', counting),
      webhooks.waiting(counting),
      outbox.settledMail('bounced', counting),
      outbox.settledMail('complained', counting),
      pulses.last('sweep-outbox'),
      dailyHeads.newest(),
      signer.keys().catch(() => undefined),
    ]);
  const now = clock.now();
  const isRecent = ({ sentAt = '' }: MailIntent): boolean => sentAt > later(now, -RECENT_MS);
  return {
    ...{ now, sweptAt },
    head: newest && { day: newest.day, ledgers: newest.head.ledgers },
    parked: { work: count(parkedWork), mail: count(parkedMail), webhooks: count(parkedMessages) },
    failing: {
      work: count(work, (each) => stuckWork(each) !== undefined),
      mail: count(mail, (each) => stuckMail(each) !== undefined),
      webhooks: count(messages, (each) => stuckDelivery(each) !== undefined),
    },
    dueSince: earliest([work.items[0]?.dueAt, mail.items[0]?.dueAt]),
    bounced: count(bounced, isRecent),
    complained: count(complained, isRecent),
    signingKeys: keys?.map(({ kid }) => kid),
  };
}
