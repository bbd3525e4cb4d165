import { type ComponentChildren, render } from 'preact';
import { Router } from '../components/router.tsx';
import { Layout } from './frame/layout.tsx';
import { NotFound } from './frame/not-found.tsx';
import { screens } from './screens.ts';
import { StaffSession } from './session.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/components.css';
import '../styles/forms.css';
import './styles/density.css';
import './styles/layout.css';
import './styles/list.css';
import './styles/pieces.css';
import './styles/print.css';

/** What surrounds every screen: who is at work, and the frame. */
const Around = ({ children }: { readonly children: ComponentChildren }) => (
  <StaffSession>
    <Layout>{children}</Layout>
  </StaffSession>
);

const root = document.getElementById('app');
if (root) render(<Router base="/admin" screens={screens} otherwise={NotFound} around={Around} />, root);
