import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { endpoint } from '../endpoint.ts';

/** Gives the contract, made from the route registry. */
export const handler = endpoint(learnerRoutes.getOpenApi, {}, (_, { config }) => openApiDocument(config.siteUrl));
