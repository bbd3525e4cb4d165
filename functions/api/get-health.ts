import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';

/** Says that the service answers, and which commit of it. */
export const handler = endpoint(learnerRoutes.getHealth, {}, (_, { config }) => ({
  status: 'ok' as const,
  commit: config.commit,
  node: config.node,
}));
