import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { endpoint } from '../../endpoint.ts';
import { redrive } from '../../outbox/redrive.ts';

/** Takes what is stuck up again, one after another: they may concern the same learner. */
export const handler = endpoint(
  operationsRoutes.redriveStuckWork,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) => {
    const outcomes = [];
    for (const id of new Set(body.ids)) outcomes.push({ id, outcome: await redrive(id, staff.staffId, capabilities) });
    return { outcomes };
  },
);
