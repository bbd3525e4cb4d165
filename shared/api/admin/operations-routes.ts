import { mayChange, mayRead } from '../../domain/staff.ts';
import { tableAnswer } from '../fields.ts';
import { type Route, route, servedBy } from '../route.ts';
import * as s from '../schemas.ts';
import * as o from './operations-schemas.ts';

/** How the system does: what is stuck, what was done, whether all is well. */
export const operationsRoutes = servedBy('admin-operations', {
  listStuckWork: route({
    name: 'list-stuck-work',
    method: 'GET',
    path: '/api/admin/work',
    access: { staff: mayRead },
    summary: 'Work, mail or webhooks that wait for staff, longest first, or that fail and are tried again.',
    query: o.stuckQuery,
    answers: { 200: o.stuckPage },
  }),
  exportStuckWork: route({
    name: 'export-stuck-work',
    method: 'GET',
    path: '/api/admin/work/file',
    access: { staff: mayRead },
    summary: 'The same as CSV or XLSX, up to 10,000 a file; a Link header leads to the file that follows.',
    query: o.stuckFileQuery,
    answers: { 200: tableAnswer },
  }),
  redriveStuckWork: route({
    name: 'redrive-stuck-work',
    method: 'POST',
    path: '/api/admin/work/redrive',
    access: { staff: mayChange },
    summary: 'Takes what is stuck up again, as if it had just been asked for. Safe at any time.',
    body: o.redriveRequest,
    answers: { 200: o.redriven },
    problems: [422],
  }),
  listMail: route({
    name: 'list-mail',
    method: 'GET',
    path: '/api/admin/mail',
    access: { staff: mayRead },
    summary:
      'Mail by what it came to, the latest first, or what waits, the next first. Ids say to whom; no address is told.',
    query: o.mailQuery,
    answers: { 200: o.mailPage },
  }),
  exportMail: route({
    name: 'export-mail',
    method: 'GET',
    path: '/api/admin/mail/file',
    access: { staff: mayRead },
    summary: 'The same as CSV or XLSX, up to 10,000 a file; a Link header leads to the file that follows.',
    query: o.mailFileQuery,
    answers: { 200: tableAnswer },
  }),
  sendMailAgain: route({
    name: 'send-mail-again',
    method: 'POST',
    path: '/api/admin/mail/again',
    access: { staff: mayChange },
    summary: 'Sends a mail again, to the address that the learner has now.',
    body: o.mailAgain,
    answers: { 202: s.done },
    problems: [404, 409, 422],
  }),
  listAuditTrail: route({
    name: 'list-audit-trail',
    method: 'POST',
    path: '/api/admin/audit/search',
    access: { staff: mayRead },
    summary: 'Who did what on a day, newest first. A page may be empty and still say where to go on.',
    body: o.auditAsked,
    reads: true,
    answers: { 200: o.auditPage },
  }),
  exportAuditTrail: route({
    name: 'export-audit-trail',
    method: 'POST',
    path: '/api/admin/audit/file',
    access: { staff: mayRead },
    summary:
      'The audit trail of up to 31 days as CSV or XLSX, newest first, up to 10,000 entries a file; a Next-Cursor header says where the file that follows begins. Leaves an entry in it.',
    body: o.auditFileAsked,
    reads: true,
    answers: { 200: tableAnswer },
    problems: [409],
  }),
  getSystemHealth: route({
    name: 'get-system-health',
    method: 'GET',
    path: '/api/admin/health',
    access: { staff: mayRead },
    summary: 'How each part of the system is, in words, and what to do where one is not well.',
    answers: { 200: o.systemHealth },
  }),
} as const satisfies Record<string, Route>);
