import { begin, beginScreen } from '../components/begun.ts';
import { screens } from './screens.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/components.css';
import '../styles/forms.css';
import './styles/density.css';
import './styles/layout.css';
import './styles/list.css';
import './styles/pieces.css';
import './styles/print.css';

begin('/api/admin/me');
beginScreen(screens, location.pathname);
// Nobody but staff gets further than the sign-in page. When that is known its script is there; who is signed in has it kept.
beginScreen(screens, '/admin/sign-in');
void import('./main.tsx');
