import { mayRead, mayWriteActivities, type Role } from '../../../shared/domain/staff.ts';
import { api, type Result } from '../../client.ts';

/** How many wait; `more` where the service has counted no further. */
export interface Count {
  readonly count: number;
  readonly more: boolean;
}

/** Something that waits for somebody of the staff. */
export interface Waiting {
  readonly name: string;
  /** Where it is seen to. */
  readonly href: string;
  /** What waits there, and why it matters. */
  readonly does: string;
  readonly roles: readonly Role[];
  readonly ask: () => Promise<Result<Count>>;
}

const counted = <T>(result: Result<T>, countOf: (body: T) => Count): Result<Count> =>
  result.ok ? { ...result, body: countOf(result.body) } : result;

const stuck = (kind: 'work' | 'mail') => async (): Promise<Result<Count>> =>
  counted(await api('GET', '/api/admin/work', { query: { state: 'parked', kind } }), ({ items, next }) => ({
    ...{ count: items.length, more: next !== undefined },
  }));

/** What the start page counts, each by the route of its area. */
export const waiting: readonly Waiting[] = [
  {
    name: 'Waiting for a second person',
    href: '/admin/changes',
    does: 'Corrections that somebody proposed and somebody else decides.',
    roles: mayRead,
    ask: async () =>
      counted(await api('GET', '/api/admin/changes/waiting'), ({ changes, batches, next }) => ({
        ...{ count: changes.length + batches.length, more: next !== undefined },
      })),
  },
  {
    name: 'Parked work',
    href: '/admin/operations/parked',
    does: 'Credit and certificates that did not go through. Learners wait for them.',
    roles: mayRead,
    ask: stuck('work'),
  },
  {
    name: 'Parked mail',
    href: '/admin/operations/parked?kind=mail',
    does: 'Mail that could not be sent for days. The certificates are there all the same.',
    roles: mayRead,
    ask: stuck('mail'),
  },
  {
    name: 'Not published yet',
    href: '/admin/activities?state=changed',
    does: 'Activities with a draft or with changes that learners do not see.',
    roles: mayWriteActivities,
    ask: async () =>
      counted(await api('GET', '/api/admin/activities', { query: { state: 'changed' } }), ({ activities }) => ({
        ...{ count: activities.length, more: false },
      })),
  },
];

/** A count in figures: `3`, or `25+` where there may be more. */
export const figureOf = ({ count, more }: Count): string => `${count.toLocaleString('en-US')}${more ? '+' : ''}`;
