import { providerRoutes } from '../../shared/api/provider-routes.ts';
import { serving } from '../serving.ts';
import { handler as findLearner } from './provider/find-learner.ts';
import { handler as readActivities } from './provider/read-activities.ts';
import { handler as readAward } from './provider/read-award.ts';
import { handler as readCredits } from './provider/read-credits.ts';

export const handler = serving(providerRoutes, { readCredits, readAward, readActivities, findLearner });
