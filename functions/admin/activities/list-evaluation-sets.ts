import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { documentOfEvaluation } from '../../../shared/authoring/document-of-activity.ts';
import { evaluationSets } from '../../../shared/domain/evaluation-sets.ts';
import { endpoint } from '../../endpoint.ts';
import { setView } from './set-view.ts';

/** Lists the sets of evaluation questions: those that come with the software, unless the provider has its own in their place, and its own. */
export const handler = endpoint(activitiesRoutes.listEvaluationSets, {}, async (_, { providers, staff }) => {
  const [kept, nameOf] = await Promise.all([providers.sets(), staff.names()]);
  const own = kept.map((set) => setView(set, nameOf));
  const known = evaluationSets
    .filter(({ setId }) => !own.some((set) => set.setId === setId))
    .map(({ setId, title, about, questions }) => ({
      ...{ setId, rev: 0, name: title, about },
      questions: documentOfEvaluation(questions),
    }));
  return { sets: [...known, ...own.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))] };
});
