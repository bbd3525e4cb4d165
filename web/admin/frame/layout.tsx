import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useOnline } from '../../components/online.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { useLocation } from '../../components/router.tsx';
import { SignInFirst } from '../../components/sign-in-first.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { unsentOf } from '../activities/kept-parts.ts';
import { StatusLine } from '../components/status-line.tsx';
import { type StaffMe, useStaffSession } from '../session.ts';
import { StepUpHost } from '../sign-in/step-up-host.tsx';
import { offeredTo, placeOf } from './navigation.ts';
import { roleNames } from './role-names.ts';

const SIGN_IN = '/admin/sign-in';

function Brand() {
  return (
    <a class="brand" href="/admin/">
      <img src="/icon.svg" alt="" width="32" height="32" />
      <span>
        Credit Wallet <small>Console</small>
      </span>
    </a>
  );
}

/** Where one can go, and who one is. On a narrow screen it opens by a button, and closes as soon as one goes somewhere. */
function Side({ me }: { readonly me: StaffMe }) {
  const { url, path, route } = useLocation();
  const { signOut } = useStaffSession();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [url]);
  const sections = offeredTo(me.role);
  const current = placeOf(
    path,
    sections.flatMap(({ places }) => places),
  );
  const leave = async (): Promise<void> => {
    // What was not sent is not taken away without asking.
    route(unsentOf(me.staffId).length === 0 && (await signOut()) ? SIGN_IN : '/admin/sign-out');
  };
  return (
    <header class={open ? 'side side-open' : 'side'}>
      <div class="side-head">
        <Brand />
        <button
          type="button"
          class="menu-button"
          aria-expanded={open}
          aria-controls="side-body"
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
      </div>
      <div class="side-body" id="side-body">
        <nav aria-label="Main">
          {sections.map(({ name, places }) => (
            <div class="side-section" key={name}>
              <h2>{name}</h2>
              <ul class="plain">
                {places.map((place) => (
                  <li key={place.href}>
                    <a
                      href={place.href}
                      aria-current={path === place.href ? 'page' : place === current ? 'true' : undefined}
                    >
                      {place.name}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div class="who">
          <a href="/admin/account" aria-current={path === '/admin/account' ? 'page' : undefined}>
            <strong>{me.name}</strong>
          </a>
          <span class="quiet">{roleNames[me.role]}</span> ·{' '}
          <button type="button" class="link" onClick={leave}>
            Sign out
          </button>
        </div>
      </div>
    </header>
  );
}

function Offline() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && <p class="offline">You are offline. What you see may be old, and nothing can be changed now.</p>}
    </div>
  );
}

/** What surrounds every screen: the way past the navigation, the navigation, and who is at work. Nobody else gets further. */
export function Layout({ children }: { readonly children: ComponentChildren }) {
  const { me, known, problem, refresh } = useStaffSession();
  const { path } = useLocation();
  const signingIn = path === SIGN_IN;
  const working = !signingIn && me?.verified ? me : undefined;
  const unknown = problem ? <ProblemNotice problem={problem} retry={refresh} page /> : <Skeleton lines={6} />;
  const content = signingIn || working ? children : known ? <SignInFirst /> : unknown;
  return (
    <>
      <a class="skip" href="#main">
        Skip to main content
      </a>
      <div class={working ? 'frame' : 'frame frame-alone'}>
        {working ? (
          <Side me={working} />
        ) : (
          <header class="top">
            <Brand />
          </header>
        )}
        <Offline />
        <main id="main" tabIndex={-1}>
          {content}
        </main>
      </div>
      <StatusLine />
      <StepUpHost />
    </>
  );
}
