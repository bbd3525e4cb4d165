import type { Change } from '../../shared/domain/change.ts';
import type { Ports } from '../capabilities.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { correct } from './correct.ts';
import { setStatus } from './set-status.ts';
import type { Deciding, Subject } from './subject.ts';

/**
 * Makes a change that was decided: certificate, award, ledger, public status list, the learner's mail and the change
 * itself, all or nothing, and starts what issues a corrected certificate. The outbox guarantees that it is started.
 * @returns the change as it stands then
 */
export async function carryOut(
  change: Change,
  before: Stored<Change> | undefined,
  certificate: Subject['certificate'],
  capabilities: Deciding & Pick<Ports, 'workflows'>,
): Promise<Change> {
  const { credits, changes, ledger, table, workflows } = capabilities;
  const { learnerId, activityId } = certificate.snapshot;
  const award = required(await credits.stored(learnerId, activityId), `The award of ${change.certificateId}`);
  const subject: Subject = { certificate, award };
  const { kind, decidedBy = change.proposedBy } = change;
  const made =
    kind === 'correct' || kind === 'reissue'
      ? await correct(change, subject, capabilities)
      : await setStatus(kind, change, subject, capabilities);
  const { changeId, certificateId } = change;
  await table.write([
    changes.put(made.change, before),
    ...made.writes,
    ledger.audit(decidedBy, 'certificate.changed', { changeId, kind, certificateId }),
  ]);
  // The sweeper starts it if this does not.
  if (made.start) await workflows.start(made.start).catch(() => undefined);
  return made.change;
}
