import { nodeDigests } from '../../../functions/adapters/system.ts';
import { HOUR } from '../../../shared/domain/kinds.ts';
import { sum } from '../../../shared/domain/outcomes/numbers.ts';
import { type RateLimit, signInLimits } from '../../../shared/domain/sign-in.ts';
import type { Row } from '../../../shared/ports.ts';
import { entities } from '../../../shared/table.ts';
import type { Say } from '../contents.ts';
import { startMs } from '../opening.ts';
import type { DeliveredMail } from '../ports/memory-mailer.ts';

/** From where every request comes (api-event.ts). */
const network = '192.0.2.1';

/** Each code that was mailed was counted, and none was mailed that its limits do not allow. */
export function checkLimits(rows: readonly Row[], delivered: readonly DeliveredMail[], say: Say): void {
  // What was counted before the schedule began was mailed before, too.
  const counters = rows.filter(({ pk, sk }) => pk.startsWith('RATE#') && Number(sk) > startMs - HOUR);
  const allowedBy = ({ scope, limit }: RateLimit, who: string): number => {
    const { pk } = entities.rate.keyOf({ scope, who: nodeDigests().sha256(who), window: '0' });
    return sum(counters.filter((row) => row.pk === pk).map((row) => Math.min(limit, Number(row.sum))));
  };
  const codes = delivered.filter(({ messageKey }) => messageKey.startsWith('sign-in-'));
  const told = (whom: string, mailed: number, allowed: number): void => {
    if (mailed > allowed) say(`${mailed} codes were mailed ${whom}, and ${allowed} were counted and allowed`);
  };
  told('from one network', codes.length, allowedBy(signInLimits.network, network));
  for (const [to, mailed] of Map.groupBy(codes, (mail) => mail.to))
    told(`to ${to}`, mailed.length, allowedBy(signInLimits.email, to));
}
