import { routes } from '../../../shared/api/routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { ask } from '../../changes/ask.ts';
import { askedMerge } from '../../changes/merge.ts';
import { endpoint } from '../../endpoint.ts';
import { answered } from './answered.ts';

/** Asks a second person to merge two accounts, or to separate them again. */
export const handler = endpoint(routes.askMerge, { workflows: stepFunctions }, async ({ body, staff }, capabilities) =>
  answered(await ask(askedMerge({ ...body, by: staff.staffId }, capabilities), capabilities), staff, capabilities),
);
