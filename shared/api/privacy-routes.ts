import * as s from './privacy-schemas.ts';
import { type Route, route } from './route.ts';

/** What a learner decides about their own data. */
export const privacyRoutes = {
  getPrivacy: route({
    name: 'get-privacy',
    method: 'GET',
    path: '/api/privacy',
    access: 'learner',
    summary:
      'What is kept about the learner, why and how long, what they allowed, with its history, and where they are signed in.',
    answers: { 200: s.privacy },
  }),
  setConsent: route({
    name: 'set-consent',
    method: 'PUT',
    path: '/api/privacy/consents/{purpose}',
    access: 'learner',
    summary: 'Gives or withdraws consent for one purpose. Each decision is kept; a repeat adds none.',
    body: s.consentRequest,
    answers: { 200: s.consentDecided },
    problems: [404, 409, 422],
  }),
  exportData: route({
    name: 'export-data',
    method: 'GET',
    path: '/api/privacy/export',
    access: 'learner',
    summary: 'Downloads everything that is kept about the learner, each part explained, as JSON.',
    answers: { 200: { media: ['application/json'] } },
    problems: [409, 429],
  }),
  endSessions: route({
    name: 'end-sessions',
    method: 'POST',
    path: '/api/privacy/sessions/end',
    access: 'learner',
    summary:
      'Signs the learner out in another browser, or in every other one. Takes a sign-in of the last 15 minutes; a repeat ends nothing more.',
    body: s.sessionsRequest,
    answers: { 200: s.sessionsEnded },
    problems: [409, 422],
  }),
  askErasure: route({
    name: 'ask-erasure',
    method: 'POST',
    path: '/api/privacy/erasure',
    access: 'learner',
    summary:
      'Asks that the account be erased after seven days. Takes a sign-in of the last 15 minutes and a typed word.',
    body: s.erasureRequest,
    answers: { 200: s.erasure },
    problems: [409, 422],
  }),
  withdrawErasure: route({
    name: 'withdraw-erasure',
    method: 'POST',
    path: '/api/privacy/erasure/withdrawal',
    access: 'learner',
    summary: 'Keeps the account after all. A repeat changes nothing.',
    answers: { 200: s.erasure },
    problems: [409],
  }),
} as const satisfies Record<string, Route>;
