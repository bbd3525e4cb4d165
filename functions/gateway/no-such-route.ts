import { route } from '../../shared/api/route.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';

/** Every method and path below `/api` that the registry does not name. It is no route of the contract, so it stands here. */
const elsewhere = route({
  name: 'no-such-route',
  method: 'GET',
  path: '/api/{proxy+}',
  access: 'public',
  summary: 'Says that there is no such route.',
  answers: { 404: 'empty' },
});

/** Answers what the API does not know as it answers every error, and not in the gateway's own words. */
export const handler = endpoint(elsewhere, {}, () => notFound('route'));
