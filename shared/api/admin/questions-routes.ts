import { mayChange, mayRead, mayReadActivities, mayWriteActivities } from '../../domain/staff.ts';
import { tableAnswer } from '../fields.ts';
import { route, servedBy } from '../route.ts';
import * as q from './questions-schemas.ts';

/**
 * Bringing in from files, and handing out questions. A file is checked whole first; nothing is written before somebody who has
 * seen what was found says so. Whoever follows an import has it go on (`advance`); a sweeper does for those nobody follows.
 * Authors see imports of questions alone.
 */
export const questionsRoutes = servedBy('admin-questions', {
  listImports: route({
    name: 'list-imports',
    method: 'GET',
    path: '/api/admin/imports',
    access: { staff: mayReadActivities },
    summary: 'Earlier imports, newest first.',
    query: q.importQuery,
    answers: { 200: q.importList },
    problems: [422],
  }),
  exportImports: route({
    name: 'export-imports',
    method: 'GET',
    path: '/api/admin/imports/file',
    access: { staff: mayReadActivities },
    summary: 'The same as CSV or XLSX, up to 10,000 a file; a Link header leads to the file that follows.',
    query: q.importFileQuery,
    answers: { 200: tableAnswer },
    problems: [422],
  }),
  importQuestions: route({
    name: 'import-questions',
    method: 'POST',
    path: '/api/admin/activities/{activityId}/question-imports',
    access: { staff: mayWriteActivities },
    summary: 'Hands in a bank of questions for an assessment of a draft. Nothing is written to the draft yet.',
    body: q.questionImport,
    largestBody: 4_500_000,
    answers: { 201: q.importView },
    problems: [404, 413, 422],
  }),
  importTable: route({
    name: 'import-table',
    method: 'POST',
    path: '/api/admin/imports',
    access: { staff: mayChange },
    summary: 'Hands in a table of learners, or of credits of before this system. Nothing is written of it yet.',
    body: q.tableImport,
    largestBody: 4_500_000,
    answers: { 201: q.importView },
    problems: [413, 422],
  }),
  getImport: route({
    name: 'get-import',
    method: 'GET',
    path: '/api/admin/imports/{importId}',
    access: { staff: mayReadActivities },
    summary: 'How far an import is, and what was found of its rows.',
    answers: { 200: q.importReport },
    problems: [404],
  }),
  advanceImport: route({
    name: 'advance-import',
    method: 'POST',
    path: '/api/admin/imports/{importId}/advance',
    access: { staff: mayWriteActivities },
    summary: 'Has an import go on for a few seconds, and says how far it is. A repeat goes on from there.',
    answers: { 200: q.importView },
    problems: [404],
  }),
  runImport: route({
    name: 'run-import',
    method: 'POST',
    path: '/api/admin/imports/{importId}/run',
    access: { staff: mayWriteActivities },
    summary: 'Decides that the good rows of a checked file are brought in. A repeat changes nothing.',
    body: q.importRun,
    answers: { 200: q.importView },
    problems: [404, 409, 422],
  }),
  getImportResults: route({
    name: 'get-import-results',
    method: 'GET',
    path: '/api/admin/imports/{importId}/results',
    access: { staff: mayReadActivities },
    summary: 'Each row of a file with what was found of it, or what became of it, as CSV.',
    answers: { 200: { media: ['text/csv; charset=utf-8'] } },
    problems: [404],
  }),
  exportQuestions: route({
    name: 'export-questions',
    method: 'GET',
    path: '/api/admin/activities/{activityId}/questions',
    access: { staff: mayReadActivities },
    summary: 'The questions of an assessment of a draft, with what is right, in one of six formats.',
    query: q.exportQuery,
    answers: {
      200: { media: ['text/plain; charset=utf-8', 'application/xml; charset=utf-8', 'text/csv; charset=utf-8'] },
    },
    problems: [404, 422],
  }),
  listEarlierCredits: route({
    name: 'list-earlier-credits',
    method: 'GET',
    path: '/api/admin/learners/{learnerId}/earlier-credits',
    access: { staff: mayRead },
    summary: 'Credits of before this system that were brought in for a learner: history, no awards.',
    answers: { 200: q.earlierCredits },
    problems: [404],
  }),
});
