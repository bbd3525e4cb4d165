/** The first registry: every route of the API and the public pages. */
import { activitiesRoutes } from './admin/activities-routes.ts';
import { changesRoutes } from './admin/changes-routes.ts';
import { integrationsRoutes } from './admin/integrations-routes.ts';
import { learnersRoutes } from './admin/learners-routes.ts';
import { operationsRoutes } from './admin/operations-routes.ts';
import { outcomesRoutes } from './admin/outcomes-routes.ts';
import { pointsRoutes } from './admin/points-routes.ts';
import { questionsRoutes } from './admin/questions-routes.ts';
import { staffRoutes } from './admin/staff-routes.ts';
import { learnerRoutes } from './learner-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import type { Route } from './route.ts';

export const routes = {
  ...learnerRoutes,
  ...learnersRoutes,
  ...pointsRoutes,
  ...staffRoutes,
  ...outcomesRoutes,
  ...activitiesRoutes,
  ...operationsRoutes,
  ...integrationsRoutes,
  ...providerRoutes,
  ...changesRoutes,
  ...questionsRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type AnyRoute = Routes[keyof Routes];
