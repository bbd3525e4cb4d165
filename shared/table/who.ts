/** Functions that are named together, because one fact puts all of them into a pattern. */
import { routes } from '../api/routes.ts';

const everyRoute = Object.values(routes);

/** Whoever answers a learner looks up the session. */
export const whoAsks = everyRoute.filter(({ access }) => access !== 'public').map(({ name }) => name);

/** Whoever takes a learner's POST replays its answer to the same Idempotency-Key. */
export const learnersPosts = everyRoute
  .filter(({ access, method }) => access === 'learner' && method === 'POST')
  .map(({ name }) => name);

export const gradeSteps: readonly string[] = ['unlock-evaluation', 'record-failure'];

/** What staff do to certificates that were issued. */
export const changers: readonly string[] = ['propose-change', 'decide-change'];

/** Whose transactions add to a learner's ledger. */
export const ledgerWriters: readonly string[] = [
  ...gradeSteps,
  ...['submit-evaluation', 'claim-credit', 'award-credit', 'render-certificate'],
  ...changers,
];
