import { type Answered, api } from '../../client.ts';
import { type Resource, useResource } from '../../components/resource.tsx';

/** A learner as staff see them. */
export type Learner = Answered<'GET', '/api/admin/learners/{learnerId}'>;

/** The learner whom a page or a form is about. */
export const useLearner = (learnerId: string): Resource<Learner> =>
  useResource(() => api('GET', '/api/admin/learners/{learnerId}', { params: { learnerId } }), [learnerId]);
