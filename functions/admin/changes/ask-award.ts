import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { ask } from '../../changes/ask.ts';
import { askedAward } from '../../changes/award.ts';
import { endpoint } from '../../endpoint.ts';
import { learnerNamed } from '../../privacy/learner-named.ts';
import { answered } from './answered.ts';
import { unknownLearner } from './unknown-learner.ts';

/** Asks a second person to award credit by hand to one learner. */
export const handler = endpoint(
  changesRoutes.askAward,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) => {
    const { learner, ...asked } = body;
    const learnerId = await learnerNamed(learner, capabilities);
    if (learnerId === undefined) return unknownLearner('/learner');
    const award = await askedAward({ ...asked, learnerId, by: staff.staffId }, capabilities);
    return answered(await ask(award, capabilities), staff, capabilities);
  },
);
