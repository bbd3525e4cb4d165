import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { activityStates } from '../../../shared/domain/authored.ts';
import { endpoint } from '../../endpoint.ts';
import { authoredView } from './views.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Lists every activity, what was changed last first. One query, whatever is asked for. */
export const handler = endpoint(activitiesRoutes.listAuthored, {}, async ({ query }, { authored, staff, clock }) => {
  const [all, nameOf] = await Promise.all([authored.list(), staff.names()]);
  const now = clock.now();
  const views = all.map((activity) => authoredView(activity, nameOf, now));
  const words = folded(query.q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted = views.filter(
    ({ state, unpublished, title, activityId }) =>
      (query.state === undefined || (query.state === 'changed' ? unpublished : state === query.state)) &&
      words.every((word) => `${folded(title)} ${activityId}`.includes(word)),
  );
  const counts = Object.fromEntries([
    ...activityStates.map((state) => [state, views.filter((view) => view.state === state).length]),
    ['changed', views.filter(({ unpublished }) => unpublished).length],
  ]);
  const changed = ({ changedAt = '' }: (typeof views)[number]): string => changedAt;
  return { activities: wanted.toSorted((one, other) => changed(other).localeCompare(changed(one))), counts };
});
