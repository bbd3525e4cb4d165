import { mayChange, mayRead } from '../../domain/staff.ts';
import { tableAnswer } from '../fields.ts';
import { type Route, route, servedBy } from '../route.ts';
import * as p from './points-schemas.ts';

/** Points for maintenance of certification: what boards are to be told, what they were told, and what they answered. */
export const pointsRoutes = servedBy('admin-points', {
  listPoints: route({
    name: 'list-points',
    method: 'GET',
    path: '/api/admin/points',
    access: { staff: mayRead },
    summary: 'How the points of awards stand with their boards, the earliest award first, page by page.',
    query: p.pointsQuery,
    answers: { 200: p.pointsList },
    problems: [422],
  }),
  exportPoints: route({
    name: 'export-points',
    method: 'GET',
    path: '/api/admin/points/file',
    access: { staff: mayChange, stepUp: true },
    summary:
      'What boards are to be told of points for maintenance of certification, of those who permit it, the earliest award first, as CSV or XLSX: up to 2,000 awards a file; a Link header leads to the file that follows. Leaves an entry in the audit trail.',
    query: p.pointsFileQuery,
    answers: { 200: tableAnswer },
    problems: [422],
  }),
  reportPoints: route({
    name: 'report-points',
    method: 'POST',
    path: '/api/admin/points/reports',
    access: { staff: mayChange },
    summary: 'Says that boards were told of points, as a file had them.',
    body: p.pointsReported,
    answers: { 200: p.pointsNoted },
    problems: [409, 422],
  }),
  answerPoints: route({
    name: 'answer-points',
    method: 'POST',
    path: '/api/admin/points/answers',
    access: { staff: mayChange },
    summary: 'Says what boards answered when they were told of points.',
    body: p.pointsAnswered,
    answers: { 200: p.pointsNoted },
    problems: [409, 422],
  }),
} as const satisfies Record<string, Route>);
