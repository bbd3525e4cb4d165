import { moveFrom, type Participation } from '../../shared/domain/participation.ts';
import { isRefusal, type Refusal } from '../../shared/domain/refusal.ts';

/** Why the Course Evaluation is locked for a participation that has not passed. */
export function evaluationLock(participation: Participation | undefined): Refusal {
  const decision = moveFrom(participation?.stage ?? 'open', 'complete-evaluation');
  if (isRefusal(decision)) return decision;
  throw new Error('The evaluation is not locked');
}
