import { type ComponentChildren, render } from 'preact';
import { lazy } from '../components/lazy.tsx';
import { Router, type Screens } from '../components/router.tsx';
import { SessionProvider } from '../components/session.tsx';
import { accountScreens } from './account-screens.ts';
import { Layout } from './layout.tsx';
import { ActivityScreen } from './screens/activity.tsx';
import { Home } from './screens/home.tsx';
import { NotFound } from './screens/not-found.tsx';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/components.css';
import '../styles/forms.css';
import './styles/layout.css';
import './styles/activity.css';
import './styles/attempt.css';
import './styles/evaluation.css';
import './styles/claim.css';
import './screens/account.css';
import './screens/certificate.css';
import './screens/print.css';

const screens: Screens = [
  ['/', Home],
  ['/a/:activityId', ActivityScreen],
  ['/a/:activityId/attempts/:attemptId', lazy(async () => (await import('./screens/attempt.tsx')).AttemptScreen)],
  ['/a/:activityId/evaluation', lazy(async () => (await import('./screens/course-evaluation.tsx')).CourseEvaluation)],
  ['/a/:activityId/claim', lazy(async () => (await import('./screens/claim-credit.tsx')).ClaimCredit)],
  ...accountScreens,
];

/** What surrounds every screen: who is signed in, and the frame. */
const Around = ({ children }: { readonly children: ComponentChildren }) => (
  <SessionProvider>
    <Layout>{children}</Layout>
  </SessionProvider>
);

const root = document.getElementById('app');
if (root) render(<Router screens={screens} otherwise={NotFound} around={Around} />, root);
