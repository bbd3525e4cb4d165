/** The first registry: every route of the API and the public pages. */

import { addressRoutes } from './address-routes.ts';
import { activitiesRoutes } from './admin/activities-routes.ts';
import { changesRoutes } from './admin/changes-routes.ts';
import { integrationsRoutes } from './admin/integrations-routes.ts';
import { learnersRoutes } from './admin/learners-routes.ts';
import { operationsRoutes } from './admin/operations-routes.ts';
import { outcomesRoutes } from './admin/outcomes-routes.ts';
import { questionsRoutes } from './admin/questions-routes.ts';
import { staffRoutes } from './admin/staff-routes.ts';
import { credentialRoutes } from './credential-routes.ts';
import { privacyRoutes } from './privacy-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { type Route, route } from './route.ts';
import * as s from './schemas.ts';
import { transcriptRoutes } from './transcript-routes.ts';
import { walletRoutes } from './wallet-routes.ts';

export const routes = {
  startSignIn: route({
    name: 'start-sign-in',
    method: 'POST',
    path: '/api/sign-in',
    access: 'public',
    summary: 'Mails a sign-in code that works in this browser only. The answer is the same for every address.',
    body: s.signInRequest,
    answers: { 202: s.signInStarted },
    problems: [422, 429],
  }),
  enterCode: route({
    name: 'enter-code',
    method: 'POST',
    path: '/api/sign-in/code',
    access: 'public',
    summary: 'Signs in with the mailed code, in the browser that asked for it.',
    body: s.codeEntry,
    answers: { 200: s.signedIn },
    problems: [401, 422, 429],
  }),
  signOut: route({
    name: 'sign-out',
    method: 'POST',
    path: '/api/sign-out',
    access: 'optional',
    summary: 'Ends the session.',
    answers: { 200: s.done },
  }),
  getMe: route({
    name: 'get-me',
    method: 'GET',
    path: '/api/me',
    access: 'learner',
    summary: 'The learner who is signed in.',
    answers: { 200: s.me },
  }),
  putMe: route({
    name: 'put-me',
    method: 'PUT',
    path: '/api/me',
    access: 'learner',
    summary: 'Sets the name as it shall stand on certificates, the profession and the credentials.',
    body: s.profile,
    answers: { 200: s.me },
    problems: [422],
  }),
  listActivities: route({
    name: 'list-activities',
    method: 'GET',
    path: '/api/activities',
    access: 'optional',
    summary: 'The activities on offer, and when signed in where the learner stands in each.',
    answers: { 200: s.activityList },
  }),
  getActivity: route({
    name: 'get-activity',
    method: 'GET',
    path: '/api/activities/{activityId}',
    access: 'optional',
    summary: 'An activity, and when signed in the learner’s task list in it.',
    answers: { 200: s.activity },
    problems: [404],
  }),
  startAttempt: route({
    name: 'start-attempt',
    method: 'POST',
    path: '/api/activities/{activityId}/attempts',
    access: 'learner',
    summary: 'Starts an attempt at a post-test or participation verification, or continues the one in progress.',
    body: s.attemptRequest,
    answers: { 201: s.attempt },
    problems: [404, 409, 422],
  }),
  getAttempt: route({
    name: 'get-attempt',
    method: 'GET',
    path: '/api/attempts/{attemptId}',
    access: 'learner',
    summary: 'An attempt: its questions while it is in progress, its result once it is graded.',
    answers: { 200: s.attempt },
    problems: [404],
  }),
  saveAnswers: route({
    name: 'save-answers',
    method: 'PUT',
    path: '/api/attempts/{attemptId}/answers',
    access: 'learner',
    summary: 'Saves the answers so far.',
    body: s.answersRequest,
    answers: { 200: s.saved },
    problems: [404, 409, 422],
  }),
  submitAttempt: route({
    name: 'submit-attempt',
    method: 'POST',
    path: '/api/attempts/{attemptId}/submission',
    access: 'learner',
    summary: 'Submits the final answers; says passed or failed at once, or 202 with Retry-After.',
    body: s.submissionRequest,
    answers: { 200: s.attempt, 202: s.attempt },
    problems: [404, 409, 422],
  }),
  getEvaluation: route({
    name: 'get-evaluation',
    method: 'GET',
    path: '/api/activities/{activityId}/evaluation',
    access: 'learner',
    summary: 'The Course Evaluation, once it is unlocked.',
    answers: { 200: s.evaluation },
    problems: [404, 409],
  }),
  submitEvaluation: route({
    name: 'submit-evaluation',
    method: 'POST',
    path: '/api/activities/{activityId}/evaluation',
    access: 'learner',
    summary: 'Completes the Course Evaluation. The answers are kept apart from who gave them.',
    body: s.evaluationRequest,
    answers: { 200: s.evaluated },
    problems: [404, 409, 422],
  }),
  claimCredit: route({
    name: 'claim-credit',
    method: 'POST',
    path: '/api/activities/{activityId}/claims',
    access: 'learner',
    summary: 'Claims credit; says awarded at once, or 202 with Retry-After.',
    body: s.claimsRequest,
    answers: { 200: s.claimed, 202: s.claimed },
    problems: [404, 409, 422],
  }),
  ...walletRoutes,
  ...credentialRoutes,
  ...transcriptRoutes,
  ...addressRoutes,
  ...privacyRoutes,
  ...publicRoutes,
  ...learnersRoutes,
  ...staffRoutes,
  ...outcomesRoutes,
  ...activitiesRoutes,
  ...operationsRoutes,
  ...integrationsRoutes,
  ...changesRoutes,
  ...questionsRoutes,
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type AnyRoute = Routes[keyof Routes];
