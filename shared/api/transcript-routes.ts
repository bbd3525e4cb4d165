import { type Route, route } from './route.ts';
import * as s from './transcript-schemas.ts';

/** A learner's transcript, and the links by which others read it. */
export const transcriptRoutes = {
  getTranscript: route({
    name: 'get-transcript',
    method: 'GET',
    path: '/api/transcript',
    access: 'learner',
    summary: 'The learner’s credit over a range of days, with totals by kind and year.',
    query: s.transcriptQuery,
    answers: { 200: s.transcript },
    problems: [409],
  }),
  getTranscriptCsv: route({
    name: 'get-transcript-csv',
    method: 'GET',
    path: '/api/transcript/csv',
    access: 'learner',
    summary: 'The same for spreadsheets, a row a credit; no cell of it is run as a formula.',
    query: s.transcriptQuery,
    answers: { 200: { media: ['text/csv; charset=utf-8'] } },
    problems: [409],
  }),
  shareTranscript: route({
    name: 'share-transcript',
    method: 'POST',
    path: '/api/transcript/shares',
    access: 'learner',
    summary: 'Makes a link by which anybody who has it reads this part of the transcript, until it expires.',
    body: s.shareRequest,
    answers: { 201: s.shareMade },
    problems: [409],
  }),
  listShares: route({
    name: 'list-shares',
    method: 'GET',
    path: '/api/transcript/shares',
    access: 'learner',
    summary: 'The links that the learner made, newest first, with how each stands.',
    answers: { 200: s.shareList },
  }),
  withdrawShare: route({
    name: 'withdraw-share',
    method: 'POST',
    path: '/api/transcript/shares/{shareId}/withdrawal',
    access: 'learner',
    summary: 'Withdraws a link, at once and for good. A repeat changes nothing.',
    answers: { 200: s.shareWithdrawn },
    problems: [404],
  }),
  getSharedTranscript: route({
    name: 'get-shared-transcript',
    method: 'GET',
    path: '/t/{token}',
    access: 'public',
    summary:
      'The public page of a shared transcript: when it was made, what it covers, and how each credit stands now.',
    answers: { 200: 'html', 404: 'html' },
  }),
} as const satisfies Record<string, Route>;
