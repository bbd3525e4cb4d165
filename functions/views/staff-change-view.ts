import { type AnyChange, aboutOf, takesTwo } from '../../shared/domain/any-change.ts';
import { type Batch, type BatchItem, progressOf } from '../../shared/domain/batch.ts';
import { mayChange } from '../../shared/domain/staff.ts';
import type { Capabilities } from '../capabilities.ts';
import type { StaffPrincipal } from '../records/staff.ts';
import { changeWords } from './change-words.ts';

type Reading = Pick<Capabilities<Record<never, never>>, 'certificates' | 'activities' | 'learners' | 'staff'>;
type Asking = Pick<StaffPrincipal, 'staffId' | 'role'>;

/** Whether somebody may approve what waits: they may change things, and it is not their own where that takes two. */
const mayApprove = (
  { status, proposedBy, two }: { readonly status: string; readonly proposedBy: string; readonly two: boolean },
  { staffId, role }: Asking,
): boolean => status === 'proposed' && mayChange.some((each) => each === role) && !(two && proposedBy === staffId);

type Decisive = Pick<
  AnyChange,
  'reason' | 'proposedBy' | 'proposedAt' | 'decidedBy' | 'decidedAt' | 'rejectedBecause'
> & { readonly status: string };

const decisionView = (decision: Decisive, two: boolean, asking: Asking, nameOf: (by: string) => string) => ({
  reason: decision.reason,
  proposed: { by: decision.proposedBy, name: nameOf(decision.proposedBy) },
  proposedAt: decision.proposedAt,
  decided: decision.decidedBy === undefined ? undefined : { by: decision.decidedBy, name: nameOf(decision.decidedBy) },
  decidedAt: decision.decidedAt,
  rejectedBecause: decision.rejectedBecause,
  takesTwo: two,
  mayApprove: mayApprove({ ...decision, two }, asking),
});

/** Changes as the console shows them, with names in the place of ids. */
export async function changeViews(changes: readonly AnyChange[], asking: Asking, reading: Reading) {
  const nameOf = await reading.staff.names();
  return Promise.all(
    changes.map(async (change) => ({
      ...{ changeId: change.changeId, kind: change.kind, status: change.status, batchId: change.batchId },
      ...decisionView(change, takesTwo(change), asking, nameOf),
      ...(await changeWords(change, reading)),
      ...aboutOf(change),
      replacement: 'replacement' in change ? change.replacement : undefined,
    })),
  );
}

/** A batch as lists show it. */
export async function batchSummary(batch: Batch, asking: Asking, reading: Reading) {
  const { batchId, of, status, items, activityId, doneAt } = batch;
  const [nameOf, activity] = await Promise.all([
    reading.staff.names(),
    activityId === undefined ? undefined : reading.activities.published(activityId),
  ]);
  return {
    ...{ batchId, of, status, items, activityId, doneAt, what: activity?.title ?? '' },
    ...decisionView(batch, batch.takesTwo, asking, nameOf),
  };
}

/** A batch with its rows and how far it is. */
export const batchView = async (batch: Batch, items: readonly BatchItem[], asking: Asking, reading: Reading) => ({
  batch: await batchSummary(batch, asking, reading),
  progress: progressOf(items),
  items: items.map(({ subject, batchId: _, tries: __, ...item }) => ({ ...item, ...subject })),
});
