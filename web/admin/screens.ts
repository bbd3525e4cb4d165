import type { ScreenAt } from '../components/paths.ts';
import { activityScreens } from './activities/screens.ts';

/**
 * Every screen of the console, a line each, by area; of two lines that fit an address the later counts. Each has a script of
 * its own, so that nobody waits for what they do not look at. Where a link to it stands is said in `frame/navigation.ts`.
 */
export const screens: readonly ScreenAt[] = [
  ['/admin/', async () => (await import('./frame/start.tsx')).Start],
  ['/admin/sign-in', async () => (await import('./sign-in/sign-in.tsx')).SignIn],
  ['/admin/sign-out', async () => (await import('./staff/sign-out.tsx')).SignOut],
  ['/admin/account', async () => (await import('./staff/account.tsx')).Account],
  ['/admin/staff', async () => (await import('./staff/list.tsx')).StaffList, () => '/api/admin/staff'],
  ['/admin/staff/:staffId', async () => (await import('./staff/member.tsx')).StaffMember],
  ['/admin/staff/invite', async () => (await import('./staff/invite.tsx')).Invite],
  ['/admin/learners', async () => (await import('./learners/learners.tsx')).Learners],
  ['/admin/learners/:learnerId', async () => (await import('./learners/learner.tsx')).LearnerScreen],
  ['/admin/completions', async () => (await import('./learners/completions.tsx')).Completions],
  ['/admin/credits', async () => (await import('./learners/credits.tsx')).Credits],
  ['/admin/points', async () => (await import('./points/list.tsx')).BoardReports],
  ['/admin/integrations', async () => (await import('./integrations/list.tsx')).Webhooks],
  ['/admin/integrations/new', async () => (await import('./integrations/new.tsx')).NewWebhook],
  ['/admin/integrations/webhooks/:endpointId', async () => (await import('./integrations/webhook.tsx')).WebhookPage],
  ['/admin/integrations/keys', async () => (await import('./integrations/keys.tsx')).ApiKeys],
  ['/admin/integrations/keys/new', async () => (await import('./integrations/new-key.tsx')).NewKey],
  ['/admin/operations', async () => (await import('./operations/health.tsx')).SystemHealth, () => '/api/admin/health'],
  ['/admin/operations/parked', async () => (await import('./operations/parked.tsx')).ParkedWork],
  ['/admin/operations/mail', async () => (await import('./operations/mail.tsx')).MailOutbox],
  ['/admin/operations/audit', async () => (await import('./operations/audit.tsx')).AuditLog],
  [
    '/admin/changes',
    async () => (await import('./changes/waiting.tsx')).WaitingChanges,
    () => '/api/admin/changes/waiting',
  ],
  ['/admin/changes/:changeId', async () => (await import('./changes/change.tsx')).ChangeScreen],
  ['/admin/changes/decided', async () => (await import('./changes/decided.tsx')).DecidedChanges],
  ['/admin/certificates/:certificateId', async () => (await import('./changes/certificate.tsx')).CertificateScreen],
  ['/admin/batches/:batchId', async () => (await import('./changes/batch.tsx')).BatchScreen],
  ['/admin/batches/new', async () => (await import('./changes/new-batch.tsx')).NewBatch],
  ['/admin/awards/new', async () => (await import('./changes/award.tsx')).AwardByHand],
  ['/admin/merges/new', async () => (await import('./changes/merge.tsx')).MergeAccounts],
  ['/admin/addresses/new', async () => (await import('./changes/address.tsx')).AddAddress],
  ['/admin/attempts/new', async () => (await import('./changes/attempts.tsx')).MoreAttempts],
  ...activityScreens,
  ['/admin/outcomes', async () => (await import('./outcomes/list.tsx')).OutcomesList, () => '/api/admin/outcomes'],
  ['/admin/outcomes/:activityId', async () => (await import('./outcomes/activity.tsx')).ActivityOutcomes],
  [
    '/admin/outcomes/:activityId/versions/:asked/texts/:questionId',
    async () => (await import('./outcomes/texts.tsx')).FreeTexts,
  ],
  ['/admin/questions', async () => (await import('./questions/imports.tsx')).Imports],
  ['/admin/questions/:importId', async () => (await import('./questions/import.tsx')).FollowImport],
  ['/admin/questions/new', async () => (await import('./questions/hand-in.tsx')).HandIn],
  ['/admin/questions/export', async () => (await import('./questions/export.tsx')).ExportQuestions],
];
