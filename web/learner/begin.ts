import { begin, beginScreen } from '../components/begun.ts';
import { screens } from './screens.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/components.css';
import '../styles/forms.css';
import '../styles/forced-colors.css';
import './styles/layout.css';
import './styles/activity.css';
import './styles/attempt.css';
import './styles/evaluation.css';
import './styles/claim.css';
import './screens/account.css';
import './screens/certificate.css';
import './screens/print.css';

// The page has asked who is signed in already (`rel=preload`), before any script was there; this takes that answer.
void begin('/api/me');
beginScreen(screens, location.pathname);
void import('./main.tsx');
