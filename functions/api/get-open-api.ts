import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { endpoint } from '../endpoint.ts';

/** By site. A hundred milliseconds of work, which anybody can ask for, is done once for the life of the process. */
const made = new Map<string, ReturnType<typeof openApiDocument>>();

/** Gives the contract, made from the route registry. */
export const handler = endpoint(learnerRoutes.getOpenApi, {}, (_, { config: { siteUrl } }) => {
  const document = made.get(siteUrl) ?? openApiDocument(siteUrl);
  made.set(siteUrl, document);
  return document;
});
