import { mayRead, mayReadActivities, ownersOnly, type Role } from '../../../shared/domain/staff.ts';

export interface Place {
  readonly href: string;
  readonly name: string;
  /** What one goes there for. */
  readonly does: string;
  /** Addresses elsewhere that belong to it. */
  readonly around?: readonly string[];
  /** Who may go there; whoever may not does not see it. */
  readonly roles: readonly Role[];
}

interface Section {
  readonly name: string;
  readonly places: readonly Place[];
}

/** Where one can go in the console, by what one comes for. A place is offered once `screens.ts` has a screen for it. */
export const sections: readonly Section[] = [
  {
    name: 'Overview',
    places: [
      { href: '/admin/', name: 'Start', does: 'What waits, and where everything is.', roles: mayReadActivities },
    ],
  },
  {
    name: 'Education',
    places: [
      {
        href: '/admin/activities',
        name: 'Activities',
        does: 'Write, check and publish activities; versions and drafts.',
        roles: mayReadActivities,
      },
      {
        href: '/admin/questions',
        name: 'Imports and exports',
        does: 'Bring in questions, learners and earlier credit from files; export questions.',
        roles: mayReadActivities,
      },
      {
        href: '/admin/outcomes',
        name: 'Outcomes',
        does: 'How questions did, pass rates and evaluations.',
        roles: mayReadActivities,
      },
    ],
  },
  {
    name: 'Learners',
    places: [
      {
        href: '/admin/learners',
        name: 'Learners',
        does: 'Find somebody, and see why they have or lack credit.',
        roles: mayRead,
      },
      {
        href: '/admin/completions',
        name: 'Completions',
        does: 'Who completed what, to filter and export.',
        roles: mayRead,
      },
      {
        href: '/admin/credits',
        name: 'Credits',
        does: 'Every credit that was awarded, newest first, to filter and export.',
        roles: mayRead,
      },
      {
        href: '/admin/points',
        name: 'Board reports',
        does: 'Points that certifying boards are told of, and what they answered.',
        roles: mayRead,
      },
      {
        href: '/admin/changes',
        name: 'Corrections',
        does: 'Revoke, correct and re-issue, with a second person.',
        around: ['/admin/certificates', '/admin/batches', '/admin/awards', '/admin/merges', '/admin/attempts'],
        roles: mayRead,
      },
    ],
  },
  {
    name: 'Operations',
    places: [
      { href: '/admin/operations', name: 'System health', does: 'Whether work is done in time.', roles: mayRead },
      {
        href: '/admin/operations/parked',
        name: 'Parked work',
        does: 'What could not be done, with its reason, to try again.',
        roles: mayRead,
      },
      { href: '/admin/operations/mail', name: 'Mail', does: 'What was sent, waits or bounced.', roles: mayRead },
      { href: '/admin/operations/audit', name: 'Audit log', does: 'Who did what, and when.', roles: mayRead },
    ],
  },
  {
    name: 'Settings',
    places: [
      { href: '/admin/staff', name: 'Staff', does: 'Who may use the console, and in which role.', roles: mayRead },
      {
        href: '/admin/integrations',
        name: 'Webhooks and API keys',
        does: 'Tell your own systems of credit and certificates, and let them ask.',
        roles: ownersOnly,
      },
    ],
  },
];

/** What somebody in a role is offered. */
export const offeredTo = (role: Role): readonly Section[] =>
  sections
    .map(({ name, places }) => ({ name, places: places.filter(({ roles }) => roles.includes(role)) }))
    .filter(({ places }) => places.length > 0);

/** The place that an address is within: the longest that it begins with. */
export function placeOf(path: string, places: readonly Place[]): Place | undefined {
  const isWithin = (begin: string): boolean => path === begin || (begin !== '/admin/' && path.startsWith(`${begin}/`));
  const around = places.filter(({ href, around: others = [] }) => [href, ...others].some(isWithin));
  return around.toSorted((a, b) => b.href.length - a.href.length)[0];
}
