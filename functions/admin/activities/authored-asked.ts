import type * as z from 'zod/mini';
import type { authoredQuery } from '../../../shared/api/admin/activities-schemas.ts';
import type { Capabilities } from '../../capabilities.ts';
import { authoredView } from './views.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Every activity, and those of them that are asked for, what was changed last first. One query, whatever is asked for. */
export async function authoredAsked(
  { state: wantedState, q = '' }: z.infer<typeof authoredQuery>,
  { authored, staff, clock }: Pick<Capabilities<Record<never, never>>, 'authored' | 'staff' | 'clock'>,
) {
  const [activities, nameOf] = await Promise.all([authored.list(), staff.names()]);
  const now = clock.now();
  const all = activities.map((activity) => authoredView(activity, nameOf, now));
  const words = folded(q)
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted = all.filter(
    ({ state, unpublished, title, activityId }) =>
      (wantedState === undefined || (wantedState === 'changed' ? unpublished : state === wantedState)) &&
      words.every((word) => `${folded(title)} ${activityId}`.includes(word)),
  );
  const changed = ({ changedAt = '' }: (typeof all)[number]): string => changedAt;
  return { all, wanted: wanted.toSorted((one, other) => changed(other).localeCompare(changed(one))) };
}
