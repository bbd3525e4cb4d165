import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { addressFaults } from '../../../shared/domain/addresses.ts';
import { textFaults } from '../../../shared/domain/decision.ts';
import { normalizeEmail } from '../../../shared/domain/learner.ts';
import { refuseFor } from '../../../shared/domain/refusal.ts';
import { addAddress } from '../../accounts/add-address.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Lets a learner sign in by another address too, for a reason; the learner is told by mail at the first one. */
export const handler = endpoint(changesRoutes.addLearnerAddress, {}, async ({ params, body, staff }, capabilities) => {
  const { learners, table } = capabilities;
  const learner = await learners.byId(params.learnerId);
  if (!learner || learner.value.erasedAt !== undefined || learner.value.mergedInto !== undefined)
    return notFound('learner');
  const email = normalizeEmail(body.email);
  const refusal = refuseFor([
    ...textFaults(body.reason, 'reason', 'The reason'),
    ...addressFaults(learner.value, email, await learners.idOf(email)),
  ]);
  if (refusal) return refusal;
  const added = await addAddress(learner, email, { by: staff.staffId, reason: body.reason.trim() }, capabilities);
  await table.write(added.writes);
  return { emails: [added.learner.email, ...(added.learner.otherEmails ?? [])] };
});
