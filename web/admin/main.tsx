import { type ComponentChildren, render } from 'preact';
import { lazily } from '../components/lazy.tsx';
import { Router } from '../components/router.tsx';
import { keepFocus } from './frame/kept-focus.ts';
import { Layout } from './frame/layout.tsx';
import { NotFound } from './frame/not-found.tsx';
import { screens } from './screens.ts';
import { StaffSession } from './session.ts';

/** What surrounds every screen: who is at work, and the frame. */
const Around = ({ children }: { readonly children: ComponentChildren }) => (
  <StaffSession>
    <Layout>{children}</Layout>
  </StaffSession>
);

keepFocus();
const root = document.getElementById('app');
if (root) render(<Router base="/admin" screens={lazily(screens)} otherwise={NotFound} around={Around} />, root);
