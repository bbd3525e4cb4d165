import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { type Learner, nameOnCertificate } from '../../../shared/domain/learner.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { stepFunctions } from '../../adapters/step-functions.ts';
import { askedMerge, previewMerge } from '../../changes/merge.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { learnerNamed } from '../../privacy/learner-named.ts';
import { unknownLearner } from './unknown-learner.ts';

const accountView = (learner: Learner, credits: number, courses: number) => ({
  ...{ learnerId: learner.learnerId, createdAt: learner.createdAt, mergedInto: learner.mergedInto, credits, courses },
  name: learner.profile && nameOnCertificate(learner.profile),
  emails: [learner.email, ...(learner.otherEmails ?? [])],
});

/** What merging two accounts would do, and what speaks against it. */
export const handler = endpoint(
  changesRoutes.previewMerge,
  { workflows: stepFunctions },
  async ({ body, staff }, capabilities) => {
    const { learnerId: from = '', into = '' } = body;
    const [learnerId, other] = [await learnerNamed(from, capabilities), await learnerNamed(into, capabilities)];
    if (learnerId === undefined) return unknownLearner('/learnerId');
    if (other === undefined) return unknownLearner('/into');
    const asked = { kind: 'merge' as const, learnerId, into: other, reason: '-', by: staff.staffId };
    const preview = await previewMerge(askedMerge(asked, capabilities), capabilities);
    if (isRefusal(preview)) return notFound('learner');
    return {
      from: accountView(preview.from.learner, preview.from.awards.length, preview.from.participations.length),
      into: accountView(preview.into.learner, preview.into.awards.length, preview.into.participations.length),
      ...{ sessions: preview.sessions, links: preview.links, reasons: preview.reasons },
    };
  },
);
