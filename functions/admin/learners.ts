import { learnersRoutes } from '../../shared/api/admin/learners-routes.ts';
import { serving } from '../serving.ts';
import { handler as exportCompletions } from './learners/export-completions.ts';
import { handler as exportCredits } from './learners/export-credits.ts';
import { handler as exportLearners } from './learners/export-learners.ts';
import { handler as getLearner } from './learners/get-learner.ts';
import { handler as listCompletions } from './learners/list-completions.ts';
import { handler as listCredits } from './learners/list-credits.ts';
import { handler as listLearners } from './learners/list-learners.ts';

export const handler = serving(learnersRoutes, {
  ...{ listLearners, exportLearners, getLearner },
  ...{ listCredits, exportCredits, listCompletions, exportCompletions },
});
