import type { AccessPattern } from './pattern.ts';
import { accounts } from './patterns/accounts.ts';
import { activities } from './patterns/activities.ts';
import { adminActivities } from './patterns/admin-activities.ts';
import { adminChanges } from './patterns/admin-changes.ts';
import { adminIntegrations } from './patterns/admin-integrations.ts';
import { adminLearners } from './patterns/admin-learners.ts';
import { adminOperations } from './patterns/admin-operations.ts';
import { adminOutcomes } from './patterns/admin-outcomes.ts';
import { adminPoints } from './patterns/admin-points.ts';
import { adminProvider } from './patterns/admin-provider.ts';
import { adminQuestions } from './patterns/admin-questions.ts';
import { adminStaff } from './patterns/admin-staff.ts';
import { awards } from './patterns/awards.ts';
import { changes } from './patterns/changes.ts';
import { credentials } from './patterns/credentials.ts';
import { dailyHeads } from './patterns/daily-heads.ts';
import { dataKeysFor } from './patterns/data-keys.ts';
import { journey } from './patterns/journey.ts';
import { learners } from './patterns/learners.ts';
import { ledgers } from './patterns/ledgers.ts';
import { outbox } from './patterns/outbox.ts';
import { privacy } from './patterns/privacy.ts';
import { reminders } from './patterns/reminders.ts';
import { signIn } from './patterns/sign-in.ts';
import { transcripts } from './patterns/transcripts.ts';
import { webhooks } from './patterns/webhooks.ts';

const patterns: readonly AccessPattern[] = [
  ...signIn,
  ...learners,
  ...activities,
  ...journey,
  ...awards,
  ...ledgers,
  ...dailyHeads,
  ...changes,
  ...adminChanges,
  ...accounts,
  ...credentials,
  ...transcripts,
  ...outbox,
  ...reminders,
  ...webhooks,
  ...privacy,
  ...adminLearners,
  ...adminPoints,
  ...adminStaff,
  ...adminOutcomes,
  ...adminActivities,
  ...adminOperations,
  ...adminIntegrations,
  ...adminProvider,
  ...adminQuestions,
];

/** Every access pattern, by what it is about; last the keys, which whoever handles what they seal needs. */
export const accessPatterns: readonly AccessPattern[] = [...patterns, ...dataKeysFor(patterns)];
