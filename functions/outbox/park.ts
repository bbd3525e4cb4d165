import type { Work } from '../../shared/domain/work.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';
import { subjectOf } from './subject.ts';

/**
 * Parks work: it leaves the queue and stands where staff see it, with its step and reason, until it is redriven. The
 * learner's participation and certificate say so too.
 */
export async function park(
  work: Stored<Work>,
  parked: Work,
  capabilities: Capabilities<Record<never, never>>,
): Promise<void> {
  const { outbox, participations, certificates, table, ledger, log } = capabilities;
  const { workId } = parked;
  const { step = 'unknown', reason = 'unknown', at = parked.dueAt } = parked.failure ?? {};
  const { participation, certificate } = await subjectOf(parked, capabilities);
  await table.write([
    outbox.putWork(parked, work),
    ...(participation
      ? [participations.put({ ...participation.value, parked: { step, reason, at } }, participation)]
      : []),
    ...(certificate
      ? [
          certificates.putState(
            certificate.snapshot.certificateId,
            { ...certificate.state.value, status: 'parked', reason },
            certificate.state,
          ),
        ]
      : []),
    ledger.audit('system', 'work.parked', { workId, step, reason }),
  ]);
  log({ event: 'work.parked', workId, step, reason });
}
