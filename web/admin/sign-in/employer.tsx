import { api } from '../../client.ts';
import { recall, remember } from '../../components/memory.ts';
import { useResource } from '../../components/resource.tsx';
import { landingOf } from './landing.ts';

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

interface GoingTo {
  readonly to: string | undefined;
  /** The filters of that page which are sent to nobody. */
  readonly hash: string;
}

/** Keeps where one was going, in this window, before the employer is asked. */
export const keepGoing = ({ to, hash }: GoingTo): void => remember(GOING, to && to + hash, thisWindow);

/** The way in by one's employer, where one vouches for staff. It leads off this site and back, so where one was going is kept. */
export function EmployerWay(going: GoingTo) {
  const { body } = useResource(() => api('GET', '/api/admin/sign-in/ways'), []);
  if (!body?.employer) return null;
  return (
    <p>
      Or{' '}
      <a href="/api/admin/employer" onClick={() => keepGoing(going)}>
        sign in with {body.employer}
      </a>
      ; your passkey comes next there too.
    </p>
  );
}

/** Where sign-in leads: as the address says, or where one was going before the employer was asked, if it does not say it any more. */
export function goingTo({ to, hash }: GoingTo): string {
  const kept = recall(GOING, thisWindow);
  if ((to !== undefined && to !== '/admin/') || typeof kept !== 'string') return landingOf(to) + hash;
  const [path, filters = ''] = kept.split(/(?=#)/);
  return landingOf(path) + filters;
}

export const arrived = (): void => remember(GOING, undefined, thisWindow);
