import { mayRead } from '../../domain/staff.ts';
import { tableAnswer } from '../fields.ts';
import { type Route, route, servedBy } from '../route.ts';
import * as l from './learners-schemas.ts';

/** Who learns, what they completed and what they earned. */
export const learnersRoutes = servedBy('admin-learners', {
  listLearners: route({
    name: 'list-learners',
    method: 'POST',
    path: '/api/admin/learners/search',
    access: { staff: mayRead },
    summary:
      'Learners by name or address, page by page, or those whose name, address or id a search is the beginning of.',
    body: l.learnersAsked,
    reads: true,
    answers: { 200: l.learnerList },
    problems: [422],
  }),
  exportLearners: route({
    name: 'export-learners',
    method: 'POST',
    path: '/api/admin/learners/file',
    access: { staff: mayRead, stepUp: true },
    summary:
      'Learners as CSV or XLSX, up to 10,000 a file; a Next-Cursor header says where the file that follows begins. Leaves an entry in the audit trail.',
    body: l.learnersFileAsked,
    reads: true,
    answers: { 200: tableAnswer },
    problems: [422],
  }),
  getLearner: route({
    name: 'get-learner',
    method: 'GET',
    path: '/api/admin/learners/{learnerId}',
    access: { staff: mayRead },
    summary: 'One learner: profile, courses with why there is credit or not, credits, mail, and all that happened.',
    answers: { 200: l.learnerDetail },
    problems: [404],
  }),
  listCredits: route({
    name: 'list-credits',
    method: 'GET',
    path: '/api/admin/credits',
    access: { staff: mayRead },
    summary: 'Every award, newest first, page by page.',
    query: l.creditQuery,
    answers: { 200: l.creditList },
    problems: [422],
  }),
  exportCredits: route({
    name: 'export-credits',
    method: 'GET',
    path: '/api/admin/credits/file',
    access: { staff: mayRead, stepUp: true },
    summary:
      'The same as CSV or XLSX, a row a credit, up to 10,000 awards a file; a Link header leads to the file that follows.',
    query: l.creditFileQuery,
    answers: { 200: tableAnswer },
    problems: [422],
  }),
  listCompletions: route({
    name: 'list-completions',
    method: 'GET',
    path: '/api/admin/activities/{activityId}/completions',
    access: { staff: mayRead },
    summary: 'Who has a result in an activity, and how far they came; last changed first, page by page.',
    query: l.completionQuery,
    answers: { 200: l.completionList },
    problems: [404, 422],
  }),
  exportCompletions: route({
    name: 'export-completions',
    method: 'GET',
    path: '/api/admin/activities/{activityId}/completions/file',
    access: { staff: mayRead, stepUp: true },
    summary: 'The same as CSV or XLSX, up to 10,000 a file; a Link header leads to the file that follows.',
    query: l.completionFileQuery,
    answers: { 200: tableAnswer },
    problems: [404, 422],
  }),
} as const satisfies Record<string, Route>);
