import { begin, beginScreen } from '../components/begun.ts';
import { screens } from './screens.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/components.css';
import '../styles/forms.css';
import '../styles/forced-colors.css';
import './styles/density.css';
import './styles/layout.css';
import './styles/list.css';
import './styles/pieces.css';
import './styles/print.css';

// Nobody but staff gets further than the sign-in page, so that its script is asked for as soon as that is known, and not before: it
// would keep staff waiting, who need it once a day.
// The page has asked who is signed in already (`rel=preload`), before any script was there; this takes that answer.
void begin('/api/admin/me').then((status) => {
  if (status === 401) beginScreen(screens, '/admin/sign-in');
});
beginScreen(screens, location.pathname);
void import('./main.tsx');
