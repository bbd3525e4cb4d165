import { type ComponentChildren, render } from 'preact';
import { lazily } from '../components/lazy.tsx';
import { Router } from '../components/router.tsx';
import { SessionProvider } from '../components/session.tsx';
import { Layout } from './layout.tsx';
import { NotFound } from './screens/not-found.tsx';
import { screens } from './screens.ts';

/** What surrounds every screen: who is signed in, and the frame. */
const Around = ({ children }: { readonly children: ComponentChildren }) => (
  <SessionProvider>
    <Layout>{children}</Layout>
  </SessionProvider>
);

const root = document.getElementById('app');
if (root) render(<Router screens={lazily(screens)} otherwise={NotFound} around={Around} />, root);
