import { mayReadActivities } from '../../domain/staff.ts';
import { tableAnswer } from '../fields.ts';
import { type Route, route, servedBy } from '../route.ts';
import * as o from './outcomes-schemas.ts';

/**
 * What activities achieved: figures of five learners and more, and what they wrote. A question is named by a version that asks it
 * (`asked`): what another asks in other words is another question.
 */
export const outcomesRoutes = servedBy('admin-outcomes', {
  listOutcomes: route({
    name: 'list-outcomes',
    method: 'GET',
    path: '/api/admin/outcomes',
    access: { staff: mayReadActivities },
    summary: 'The activities that have outcomes: everything that is published.',
    answers: { 200: o.outcomesList },
  }),
  getOutcomes: route({
    name: 'get-outcomes',
    method: 'GET',
    path: '/api/admin/outcomes/{activityId}',
    access: { staff: mayReadActivities },
    summary: 'The outcomes of an activity, in groups of five learners and more whose days are over.',
    query: o.outcomesQuery,
    answers: { 200: o.outcomes },
    problems: [404, 422],
  }),
  exportOutcomes: route({
    name: 'export-outcomes',
    method: 'GET',
    path: '/api/admin/outcomes/{activityId}/file',
    access: { staff: mayReadActivities },
    summary: 'The same as a file for spreadsheets.',
    query: o.outcomesFileQuery,
    answers: { 200: tableAnswer },
    problems: [404, 422],
  }),
  listFreeTexts: route({
    name: 'list-free-texts',
    method: 'POST',
    path: '/api/admin/outcomes/{activityId}/versions/{asked}/texts/{questionId}/search',
    access: { staff: mayReadActivities },
    summary: 'What learners wrote to one question, in alphabetical order, searched and in pages.',
    body: o.textsAsked,
    reads: true,
    answers: { 200: o.freeTexts },
    problems: [404, 422],
  }),
  exportFreeTexts: route({
    name: 'export-free-texts',
    method: 'POST',
    path: '/api/admin/outcomes/{activityId}/versions/{asked}/texts/{questionId}/file',
    access: { staff: mayReadActivities, stepUp: true },
    summary:
      'What learners wrote to one question, as a file, but for what looks like a date, a long number or an e-mail address. The audit trail says who took it.',
    body: o.textsFileAsked,
    reads: true,
    answers: { 200: tableAnswer },
    problems: [404, 422],
  }),
} as const satisfies Record<string, Route>);
