import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { ask } from '../../changes/ask.ts';
import { askedAttempts } from '../../changes/extra-attempts.ts';
import { endpoint } from '../../endpoint.ts';
import { answered } from './answered.ts';

/** Gives one learner more attempts, at once. */
export const handler = endpoint(
  changesRoutes.giveAttempts,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) =>
    answered(await ask(askedAttempts({ ...body, by: staff.staffId }, capabilities), capabilities), staff, capabilities),
);
