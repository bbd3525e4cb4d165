import type { Role } from '../session.ts';

const mayReadActivities: readonly Role[] = ['author', 'coordinator', 'auditor', 'owner'];
const mayRead: readonly Role[] = ['coordinator', 'auditor', 'owner'];
const ownersOnly: readonly Role[] = ['owner'];

export interface Place {
  readonly href: string;
  readonly name: string;
  /** Who may go there; whoever may not does not see it. */
  readonly roles: readonly Role[];
}

interface Section {
  readonly name: string;
  readonly places: readonly Place[];
}

/** Where one can go in the console, by what one comes for. A place is offered once `screens.ts` has a screen for it. */
export const sections: readonly Section[] = [
  { name: 'Overview', places: [{ href: '/admin/', name: 'Start', roles: mayReadActivities }] },
  {
    name: 'Education',
    places: [
      { href: '/admin/activities', name: 'Activities', roles: mayReadActivities },
      { href: '/admin/questions', name: 'Questions', roles: mayReadActivities },
      { href: '/admin/outcomes', name: 'Outcomes', roles: mayReadActivities },
    ],
  },
  {
    name: 'Learners',
    places: [
      { href: '/admin/learners', name: 'Learners', roles: mayRead },
      { href: '/admin/completions', name: 'Completions', roles: mayRead },
      { href: '/admin/changes', name: 'Corrections', roles: mayRead },
    ],
  },
  {
    name: 'Operations',
    places: [
      { href: '/admin/operations', name: 'System health', roles: mayRead },
      { href: '/admin/operations/parked', name: 'Parked work', roles: mayRead },
      { href: '/admin/operations/mail', name: 'Mail', roles: mayRead },
      { href: '/admin/operations/audit', name: 'Audit log', roles: mayRead },
    ],
  },
  {
    name: 'Settings',
    places: [
      { href: '/admin/staff', name: 'Staff', roles: mayRead },
      { href: '/admin/integrations', name: 'Webhooks and API keys', roles: ownersOnly },
    ],
  },
];

/** What somebody in a role is offered, of what there is. */
export const offeredTo = (role: Role, there: ReadonlySet<string>): readonly Section[] =>
  sections
    .map(({ name, places }) => ({
      name,
      places: places.filter(({ href, roles }) => there.has(href) && roles.includes(role)),
    }))
    .filter(({ places }) => places.length > 0);

/** The place that an address is within: the longest that it begins with. */
export function placeOf(path: string, places: readonly Place[]): Place | undefined {
  const around = places.filter(({ href }) => path === href || (href !== '/admin/' && path.startsWith(`${href}/`)));
  return around.toSorted((a, b) => b.href.length - a.href.length)[0];
}
