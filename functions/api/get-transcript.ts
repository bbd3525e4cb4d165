import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { readScope } from '../../shared/domain/transcript.ts';
import { endpoint } from '../endpoint.ts';
import { makeTranscript, transcriptView } from '../views/transcript.ts';

/** The learner's credit over a range of days, with totals by kind and year. */
export const handler = endpoint(learnerRoutes.getTranscript, {}, async ({ principal, query }, capabilities) => {
  const scope = readScope(query);
  if (isRefusal(scope)) return scope;
  const made = await makeTranscript(principal.learnerId, scope, capabilities);
  return isRefusal(made) ? made : transcriptView(made);
});
