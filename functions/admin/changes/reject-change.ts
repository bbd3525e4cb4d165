import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { decide } from '../../changes/decide.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { answered } from './answered.ts';

/** Rejects what was asked for; who asked may take it back so. */
export const handler = endpoint(
  changesRoutes.rejectChange,
  { workflows: stepFunctions },
  async ({ params, body, staff }, capabilities) => {
    const { changeId } = params;
    if (!(await capabilities.changes.byId(changeId))) return notFound('change');
    const decision = { changeId, approve: false, by: staff.staffId, reason: body.reason };
    return answered(await decide(decision, capabilities), staff, capabilities);
  },
);
