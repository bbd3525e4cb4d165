import { type Erasure, isOpen } from '../../shared/domain/erasure.ts';

/** Whether an account is to be erased, and when, as its learner sees it. */
export const erasureView = (erasure: Erasure | undefined) =>
  erasure && isOpen(erasure)
    ? { status: 'asked' as const, askedAt: erasure.askedAt, dueAt: erasure.dueAt, by: erasure.by }
    : { status: 'none' as const };
