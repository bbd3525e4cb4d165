import type { Batch, BatchSubject } from '../../shared/domain/batch.ts';
import type { Change } from '../../shared/domain/change.ts';
import type { HandAward } from '../../shared/domain/hand-award.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { askedAward } from '../changes/award.ts';
import { askedChange } from '../changes/certificate.ts';
import type { Changing } from '../changes/deed.ts';

interface Order {
  readonly of: Batch['of'];
  readonly batchId: string;
  readonly activityId?: string;
  readonly reason: string;
  readonly by: string;
}

const unfit: Refusal = refuse({
  code: 'row-unfit',
  message: 'This does not name what the batch is of.',
  remedy: 'Name certificates to change, or an activity and learners to award.',
});

/** One of a batch, as if it had been asked for by itself. */
export async function changeOf(
  { of, batchId, activityId, reason, by }: Order,
  subject: BatchSubject,
  capabilities: Changing,
): Promise<Change | HandAward | Refusal> {
  if (of === 'award')
    return 'learnerId' in subject && activityId !== undefined
      ? askedAward({ ...subject, activityId, reason, by, batchId }, capabilities)
      : unfit;
  return 'certificateId' in subject ? askedChange({ ...subject, kind: of, reason, by, batchId }, capabilities) : unfit;
}
