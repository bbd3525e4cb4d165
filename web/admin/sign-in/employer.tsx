import { api } from '../../client.ts';
import { recall, remember } from '../../components/memory.ts';
import { useResource } from '../../components/resource.tsx';

const GOING = 'staff-going-to';
const thisWindow = (): Storage => sessionStorage;

/** What came of a sign-in by the employer that came to nothing, as the address says it. */
const refusals: Readonly<Record<string, string>> = {
  'employer-other-browser':
    'This browser did not begin that sign-in, or it took longer than ten minutes. Begin again in this window.',
  'employer-refused': 'Your employer did not vouch for an address of yours. Begin again, or have a code mailed.',
  'employer-not-staff':
    'Your employer vouched for you, and your address has no access to the console. Ask an owner to invite you.',
};

export function EmployerRefusal({ problem }: { readonly problem: string | undefined }) {
  const words = refusals[problem ?? ''];
  return words ? (
    <p class="notice notice-bad" role="alert">
      {words}
    </p>
  ) : null;
}

/** The way in by one's employer, where one vouches for staff. It leads off this site and back, so where one was going is kept. */
export function EmployerWay({ to }: { readonly to: string | undefined }) {
  const { body } = useResource(() => api('GET', '/api/admin/sign-in/ways'), []);
  if (!body?.employer) return null;
  return (
    <p>
      Or{' '}
      <a href="/api/admin/employer" onClick={() => remember(GOING, to, thisWindow)}>
        sign in with {body.employer}
      </a>
      ; your passkey comes next there too.
    </p>
  );
}

/** Where one was going before the employer was asked, where the address does not say it any more. */
export function goingTo(to: string | undefined): string | undefined {
  const kept = recall(GOING, thisWindow);
  return (to === undefined || to === '/admin/') && typeof kept === 'string' ? kept : to;
}

export const arrived = (): void => remember(GOING, undefined, thisWindow);
