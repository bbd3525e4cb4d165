import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { filteredPage } from '../../views/filtered-page.ts';
import { completionsAsked, withNames } from './completions-asked.ts';

/** Who has a result in an activity, and how far they came, last changed first. */
export const handler = endpoint(learnersRoutes.listCompletions, {}, async ({ params, query }, capabilities) => {
  const { read, keep } = completionsAsked(capabilities, params.activityId, query);
  const { items, cursor: next } = await filteredPage(read, query.cursor, keep);
  // Looked at only where there is nothing to show: a page of a list is one read.
  if (items.length === 0 && !(await capabilities.activities.summaryOf(params.activityId))) return notFound('activity');
  return { completions: await withNames(items, capabilities), ...(next !== undefined && { next }) };
});
