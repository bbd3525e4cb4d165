import { routes } from '../../../shared/api/routes.ts';
import { endpoint } from '../../endpoint.ts';
import { setView } from './set-view.ts';

/** Lists the sets of evaluation questions, by name. */
export const handler = endpoint(routes.listEvaluationSets, {}, async (_, { providers, staff }) => {
  const [kept, nameOf] = await Promise.all([providers.sets(), staff.names()]);
  const sets = kept.map((set) => setView(set, nameOf));
  return { sets: sets.toSorted((one, other) => one.name.localeCompare(other.name, 'en')) };
});
