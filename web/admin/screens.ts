import { lazy } from '../components/lazy.tsx';
import type { Screens } from '../components/router.tsx';
import { activityScreens } from './activities/screens.ts';

/**
 * Every screen of the console, a line each, by area; of two lines that fit an address the later counts. Each has a script of
 * its own, so that nobody waits for what they do not look at. Where a link to it stands is said in `frame/navigation.ts`.
 */
export const screens: Screens = [
  ['/admin/', lazy(async () => (await import('./frame/start.tsx')).Start)],
  ['/admin/sign-in', lazy(async () => (await import('./sign-in/sign-in.tsx')).SignIn)],
  ['/admin/account', lazy(async () => (await import('./staff/account.tsx')).Account)],
  ['/admin/staff', lazy(async () => (await import('./staff/list.tsx')).StaffList)],
  ['/admin/staff/:staffId', lazy(async () => (await import('./staff/member.tsx')).StaffMember)],
  ['/admin/staff/invite', lazy(async () => (await import('./staff/invite.tsx')).Invite)],
  ['/admin/learners', lazy(async () => (await import('./learners/learners.tsx')).Learners)],
  ['/admin/learners/:learnerId', lazy(async () => (await import('./learners/learner.tsx')).LearnerScreen)],
  ['/admin/completions', lazy(async () => (await import('./learners/completions.tsx')).Completions)],
  ['/admin/credits', lazy(async () => (await import('./learners/credits.tsx')).Credits)],
  ['/admin/integrations', lazy(async () => (await import('./integrations/list.tsx')).Webhooks)],
  ['/admin/integrations/new', lazy(async () => (await import('./integrations/new.tsx')).NewWebhook)],
  [
    '/admin/integrations/webhooks/:endpointId',
    lazy(async () => (await import('./integrations/webhook.tsx')).WebhookPage),
  ],
  ['/admin/integrations/keys', lazy(async () => (await import('./integrations/keys.tsx')).ApiKeys)],
  ['/admin/integrations/keys/new', lazy(async () => (await import('./integrations/new-key.tsx')).NewKey)],
  ['/admin/operations', lazy(async () => (await import('./operations/health.tsx')).SystemHealth)],
  ['/admin/operations/parked', lazy(async () => (await import('./operations/parked.tsx')).ParkedWork)],
  ['/admin/operations/mail', lazy(async () => (await import('./operations/mail.tsx')).MailOutbox)],
  ['/admin/operations/audit', lazy(async () => (await import('./operations/audit.tsx')).AuditLog)],
  ['/admin/changes', lazy(async () => (await import('./changes/waiting.tsx')).WaitingChanges)],
  ['/admin/changes/:changeId', lazy(async () => (await import('./changes/change.tsx')).ChangeScreen)],
  ['/admin/changes/decided', lazy(async () => (await import('./changes/decided.tsx')).DecidedChanges)],
  [
    '/admin/certificates/:certificateId',
    lazy(async () => (await import('./changes/certificate.tsx')).CertificateScreen),
  ],
  ['/admin/batches/:batchId', lazy(async () => (await import('./changes/batch.tsx')).BatchScreen)],
  ['/admin/batches/new', lazy(async () => (await import('./changes/new-batch.tsx')).NewBatch)],
  ['/admin/awards/new', lazy(async () => (await import('./changes/award.tsx')).AwardByHand)],
  ['/admin/merges/new', lazy(async () => (await import('./changes/merge.tsx')).MergeAccounts)],
  ['/admin/addresses/new', lazy(async () => (await import('./changes/address.tsx')).AddAddress)],
  ['/admin/attempts/new', lazy(async () => (await import('./changes/attempts.tsx')).MoreAttempts)],
  ...activityScreens,
  ['/admin/outcomes', lazy(async () => (await import('./outcomes/list.tsx')).OutcomesList)],
  ['/admin/outcomes/:activityId', lazy(async () => (await import('./outcomes/activity.tsx')).ActivityOutcomes)],
  [
    '/admin/outcomes/:activityId/versions/:asked/texts/:questionId',
    lazy(async () => (await import('./outcomes/texts.tsx')).FreeTexts),
  ],
  ['/admin/questions', lazy(async () => (await import('./questions/imports.tsx')).Imports)],
  ['/admin/questions/:importId', lazy(async () => (await import('./questions/import.tsx')).FollowImport)],
  ['/admin/questions/new', lazy(async () => (await import('./questions/hand-in.tsx')).HandIn)],
  ['/admin/questions/export', lazy(async () => (await import('./questions/export.tsx')).ExportQuestions)],
];
