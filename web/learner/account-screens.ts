import { lazy } from '../components/lazy.tsx';
import type { Screens } from '../components/router.tsx';
import { SignIn } from './screens/sign-in.tsx';

/** The screens of a learner's account: who they are, what they have earned, and the certificates that prove it. */
export const accountScreens: Screens = [
  ['/sign-in', SignIn],
  ['/profile', lazy(async () => (await import('./screens/profile.tsx')).Profile)],
  ['/privacy', lazy(async () => (await import('./privacy/privacy.tsx')).Privacy)],
  ['/wallet', lazy(async () => (await import('./screens/wallet.tsx')).Dashboard)],
  ['/history', lazy(async () => (await import('./screens/history.tsx')).History)],
  ['/certificates', lazy(async () => (await import('./screens/certificates.tsx')).Certificates)],
  ['/transcript', lazy(async () => (await import('./transcript/transcript.tsx')).TranscriptScreen)],
  ['/c/:certificateId', lazy(async () => (await import('./screens/certificate-page.tsx')).CertificatePage)],
  ['/help', lazy(async () => (await import('./screens/help.tsx')).Help)],
];
