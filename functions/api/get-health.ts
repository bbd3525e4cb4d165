import { routes } from '../../shared/api/routes.ts';
import { endpoint } from '../endpoint.ts';

/** Says that the service answers, and which commit of it. */
export const handler = endpoint(routes.getHealth, {}, (_, { config }) => ({
  status: 'ok' as const,
  commit: config.commit,
  node: config.node,
}));
