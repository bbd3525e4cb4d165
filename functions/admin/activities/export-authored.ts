import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import type { FileColumn } from '../../../shared/documents/table-file.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { authoredAsked } from './authored-asked.ts';

type Line = Awaited<ReturnType<typeof authoredAsked>>['wanted'][number];

const columns: readonly FileColumn<Line>[] = [
  { name: 'Activity', kind: 'text', of: ({ title }) => title },
  { name: 'State', kind: 'text', of: ({ state }) => state },
  { name: 'Unpublished changes', kind: 'text', of: ({ unpublished }) => (unpublished ? 'yes' : '') },
  { name: 'Version', kind: 'number', of: ({ version }) => version },
  { name: 'Published at (UTC)', kind: 'instant', of: ({ publishedAt }) => publishedAt },
  { name: 'Opens on', kind: 'date', of: ({ opensOn }) => opensOn },
  { name: 'Closes on', kind: 'date', of: ({ closesOn }) => closesOn },
  { name: 'Last changed at (UTC)', kind: 'instant', of: ({ changedAt }) => changedAt },
  { name: 'Last changed by', kind: 'text', of: ({ changedBy }) => changedBy },
  { name: 'Withdrawn because', kind: 'text', of: ({ withdrawnBecause }) => withdrawnBecause },
  { name: 'Activity id', kind: 'text', of: ({ activityId }) => activityId },
];

/** Activities as a file: all that the list shows, which is no learner's. */
export const handler = endpoint(activitiesRoutes.exportAuthored, {}, async ({ query }, capabilities) => {
  const { format = 'csv', ...asked } = query;
  const { wanted: rows } = await authoredAsked(asked, capabilities);
  return fileReply(format, { name: 'Activities', columns, rows }, { fileName: 'activities' });
});
