import type { ScreenAt } from '../components/paths.ts';

const activity = ({ activityId }: Readonly<Record<string, string>>): string => `/api/activities/${activityId}`;

/** Every screen of the learner site, each with a script of its own, so that nobody waits for what they do not look at. */
export const screens: readonly ScreenAt[] = [
  ['/', async () => (await import('./screens/home.tsx')).Home, () => '/api/activities'],
  ['/a/:activityId', async () => (await import('./screens/activity.tsx')).ActivityScreen, activity],
  [
    '/a/:activityId/attempts/:attemptId',
    async () => (await import('./screens/attempt.tsx')).AttemptScreen,
    ({ attemptId }) => `/api/attempts/${attemptId}`,
  ],
  ['/a/:activityId/evaluation', async () => (await import('./screens/course-evaluation.tsx')).CourseEvaluation],
  ['/a/:activityId/claim', async () => (await import('./screens/claim-credit.tsx')).ClaimCredit, activity],
  ['/sign-in', async () => (await import('./screens/sign-in.tsx')).SignIn],
  ['/sign-out', async () => (await import('./screens/sign-out.tsx')).SignOut],
  ['/profile', async () => (await import('./screens/profile.tsx')).Profile],
  ['/privacy', async () => (await import('./privacy/privacy.tsx')).Privacy],
  ['/wallet', async () => (await import('./screens/wallet.tsx')).Dashboard, () => '/api/wallet'],
  ['/history', async () => (await import('./screens/history.tsx')).History, () => '/api/history'],
  ['/certificates', async () => (await import('./screens/certificates.tsx')).Certificates, () => '/api/wallet'],
  ['/transcript', async () => (await import('./transcript/transcript.tsx')).TranscriptScreen],
  [
    '/c/:certificateId',
    async () => (await import('./screens/certificate-page.tsx')).CertificatePage,
    ({ certificateId }) => `/api/certificates/${certificateId}`,
  ],
  ['/help', async () => (await import('./screens/help.tsx')).Help],
];
