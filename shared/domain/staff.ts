import type { Instant } from './kinds.ts';

/**
 * What a member of staff may do. *Author*: writes and publishes activities, sees outcomes, no learner. *Coordinator*: follows
 * learners, corrects, awards and imports, and what an author does. *Auditor*: reads all and changes nothing. *Owner*:
 * everything, and alone decides who is staff and which programs may call.
 */
export const roles = ['author', 'coordinator', 'auditor', 'owner'] as const;
export type Role = (typeof roles)[number];

export type StaffId = string;

/** Somebody who works for the provider. */
export interface Staff {
  readonly staffId: StaffId;
  readonly email: string;
  /** As it stands in the audit trail’s pages and beside decisions. */
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Instant;
  /** When all their sessions were ended: one that began before opens nothing any more. */
  readonly sessionsEndedAt?: Instant;
  /** When their access ended; they stay known, because what they did stays. */
  readonly endedAt?: Instant;
}

/** Roles by what they are let to do; routes name one of these lists or their own. */
export const mayRead = ['coordinator', 'auditor', 'owner'] as const satisfies readonly Role[];
export const mayChange = ['coordinator', 'owner'] as const satisfies readonly Role[];
export const mayReadActivities = ['author', 'coordinator', 'auditor', 'owner'] as const satisfies readonly Role[];
export const mayWriteActivities = ['author', 'coordinator', 'owner'] as const satisfies readonly Role[];
export const ownersOnly = ['owner'] as const satisfies readonly Role[];
