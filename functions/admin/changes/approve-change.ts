import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { decide } from '../../changes/decide.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { answered } from './answered.ts';

/** Approves what somebody else asked for. The second person is another account, not another name. */
export const handler = endpoint(
  changesRoutes.approveChange,
  { workflows: stepFunctions },
  async ({ params, staff }, capabilities) => {
    const { changeId } = params;
    if (!(await capabilities.changes.byId(changeId))) return notFound('change');
    return answered(await decide({ changeId, approve: true, by: staff.staffId }, capabilities), staff, capabilities);
  },
);
