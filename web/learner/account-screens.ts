import type { Screens } from '../components/router.tsx';
import { CertificatePage } from './screens/certificate-page.tsx';
import { Certificates } from './screens/certificates.tsx';
import { Help } from './screens/help.tsx';
import { History } from './screens/history.tsx';
import { Profile } from './screens/profile.tsx';
import { SignIn } from './screens/sign-in.tsx';
import { Dashboard } from './screens/wallet.tsx';

/** The screens of a learner's account: who they are, what they have earned, and the certificates that prove it. */
export const accountScreens: Screens = [
  ['/sign-in', SignIn],
  ['/profile', Profile],
  ['/wallet', Dashboard],
  ['/history', History],
  ['/certificates', Certificates],
  ['/c/:certificateId', CertificatePage],
  ['/help', Help],
];
