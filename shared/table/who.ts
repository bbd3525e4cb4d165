/** Functions that are named together, because one fact puts all of them into a pattern. */
import { functionOf, isForKeys, isForStaff, needsSession, type Route } from '../api/route.ts';
import { routes } from '../api/routes.ts';

const everyRoute: readonly Route[] = Object.values(routes);
const functionsOf = (which: (route: Route) => boolean): readonly string[] => [
  ...new Set(everyRoute.filter(which).map(functionOf)),
];

/** Whoever answers a learner looks up the session. */
export const whoAsks = functionsOf(({ access }) => access === 'optional' || access === 'learner');

/** Whoever answers staff looks up theirs, and who they are. */
export const staffAsk = functionsOf(({ access }) => isForStaff(access));

/** Whoever answers the provider's own systems looks up their key. */
export const keysAsk = functionsOf(({ access }) => isForKeys(access));

/** Whoever takes a POST of somebody who is signed in replays its answer to the same Idempotency-Key. */
export const replayers = functionsOf(({ access, method }) => needsSession(access) && method === 'POST');

/** Whatever publishes activities: files by a command, drafts by the console. */
export const publishers: readonly string[] = ['publish-activity', 'admin-activities'];

/** What staff do to certificates that were issued. */
export const changers: readonly string[] = ['propose-change', 'decide-change', 'admin-changes', 'run-batches'];

/** Whose transactions add to a learner's ledger. */
export const ledgerWriters: readonly string[] = [
  ...['grade-attempt', 'submit-evaluation', 'claim-credit', 'award-credit', 'render-certificate'],
  'set-verification-page',
  ...changers,
];
