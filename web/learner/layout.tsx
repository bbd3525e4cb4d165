import type { ComponentChildren } from 'preact';
import { signInTo } from '../components/landing.ts';
import { useOnline } from '../components/online.ts';
import { useLocation } from '../components/router.tsx';
import { useSession } from '../components/session.tsx';
import { unsentOf } from './unsent.ts';

const places = [
  { href: '/', name: 'Activities', within: /^\/($|a\/)/ },
  { href: '/wallet', name: 'Learner dashboard', within: /^\/(wallet|transcript)/ },
  { href: '/history', name: 'Course history', within: /^\/history/ },
  { href: '/certificates', name: 'Certificates', within: /^\/(certificates|c\/)/ },
  { href: '/help', name: 'Help', within: /^\/help/ },
];

function Account() {
  const { me, known, problem, signOut } = useSession();
  const { path, url, route } = useLocation();
  if (!known && !problem) return <div class="account" />;
  if (!me)
    return (
      <div class="account">
        {path !== '/sign-in' && <a href={path === '/' ? '/sign-in' : signInTo(url)}>Sign in</a>}
      </div>
    );
  const leave = async (): Promise<void> => {
    // What was not sent is not taken away without asking.
    route(unsentOf(me.learnerId).length === 0 && (await signOut()) ? '/' : '/sign-out');
  };
  return (
    <div class="account">
      <a href="/profile" aria-current={path === '/profile' ? 'page' : undefined}>
        Profile
      </a>
      <button type="button" class="link" onClick={leave}>
        Sign out
      </button>
    </div>
  );
}

function Header() {
  const { path } = useLocation();
  return (
    <header class="site-header">
      <div class="site-header-inner">
        <a class="brand" href="/">
          <img class="seal" src="/icon.svg" alt="" width="36" height="36" />
          Credit Wallet
        </a>
        <Account />
        <nav aria-label="Main">
          <ul>
            {places.map(({ href, name, within }) => (
              <li key={href}>
                <a href={href} aria-current={path === href ? 'page' : within.test(path) ? 'true' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

/** What every page shares: the way past the navigation, the navigation, the notice of a broken line, and the footer. */
export function Layout({ children }: { readonly children: ComponentChildren }) {
  const online = useOnline();
  return (
    <>
      <a class="skip" href="#main">
        Skip to main content
      </a>
      <Header />
      <div role="status">
        {/* Answers of a test are sent when the line is back, those of an evaluation when they are submitted. */}
        {!online && <p class="offline">You are offline. What you answer is kept in this browser.</p>}
      </div>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="site-footer">
        <div>
          <p>
            <strong>Credit Wallet</strong> keeps your certificates for good: open, print or download them whenever you
            need them.
          </p>
          <p>
            <a href="/help">How to earn credit and download your certificate</a>
          </p>
        </div>
      </footer>
    </>
  );
}
