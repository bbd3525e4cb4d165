import { openApiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes.ts';
import { endpoint } from '../endpoint.ts';

/** Gives the contract, made from the route registry. */
export const handler = endpoint(routes.getOpenApi, {}, (_, { config }) => openApiDocument(config.siteUrl));
