import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { ask } from '../../changes/ask.ts';
import { askedMerge } from '../../changes/merge.ts';
import { endpoint } from '../../endpoint.ts';
import { answered } from './answered.ts';

/** Asks a second person to merge two accounts, or to separate them again. */
export const handler = endpoint(
  changesRoutes.askMerge,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) =>
    answered(await ask(askedMerge({ ...body, by: staff.staffId }, capabilities), capabilities), staff, capabilities),
);
