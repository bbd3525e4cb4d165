import { type Route, route } from './route.ts';
import * as s from './schemas.ts';

/** What a learner has earned, and the documents that prove it. */
export const walletRoutes = {
  getWallet: route({
    name: 'get-wallet',
    method: 'GET',
    path: '/api/wallet',
    access: 'learner',
    summary: 'Every credit of the learner, newest first, with totals by kind and year.',
    answers: { 200: s.wallet },
  }),
  getHistory: route({
    name: 'get-history',
    method: 'GET',
    path: '/api/history',
    access: 'learner',
    summary: 'Every course that the learner started, newest first.',
    answers: { 200: s.history },
  }),
  getCertificate: route({
    name: 'get-certificate',
    method: 'GET',
    path: '/api/certificates/{certificateId}',
    access: 'learner',
    summary: 'What a certificate says, where it stands, and the hash of its PDF.',
    answers: { 200: s.certificate },
    problems: [404],
  }),
  downloadCertificate: route({
    name: 'download-certificate',
    method: 'GET',
    path: '/api/certificates/{certificateId}/pdf',
    access: 'learner',
    summary: 'Leads to the PDF by a link that works for five minutes.',
    answers: { 303: 'empty' },
    problems: [404, 409],
  }),
  setVerificationPage: route({
    name: 'set-verification-page',
    method: 'PUT',
    path: '/api/certificates/{certificateId}/verification-page',
    access: 'learner',
    summary:
      'Turns the public page of a certificate, every version of it, off or on again. Each decision is kept; a repeat adds none.',
    body: s.verificationPageRequest,
    answers: { 200: s.verificationPage },
    problems: [404, 422, 429],
  }),
  resendMail: route({
    name: 'resend-mail',
    method: 'POST',
    path: '/api/certificates/{certificateId}/mail',
    access: 'learner',
    summary: 'Sends the award e-mail again.',
    answers: { 202: s.mailQueued },
    problems: [404, 409, 429],
  }),
} as const satisfies Record<string, Route>;
