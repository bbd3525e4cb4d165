import { type Route, route } from './route.ts';
import * as s from './schemas.ts';

/** By which addresses a learner signs in. Each takes a sign-in of the last 15 minutes: an open browser changes no account. */
export const addressRoutes = {
  startAddress: route({
    name: 'start-address',
    method: 'POST',
    path: '/api/me/addresses',
    access: 'learner',
    summary: 'Mails a code to an address that the learner wants to sign in by too.',
    body: s.signInRequest,
    answers: { 202: s.signInStarted },
    problems: [409, 422, 429],
  }),
  enterAddressCode: route({
    name: 'enter-address-code',
    method: 'POST',
    path: '/api/me/addresses/code',
    access: 'learner',
    summary: 'Adds the address by the code that was mailed to it.',
    body: s.codeEntry,
    answers: { 200: s.me },
    problems: [401, 409, 422, 429],
  }),
  setPrimaryAddress: route({
    name: 'set-primary-address',
    method: 'PUT',
    path: '/api/me/addresses/primary',
    access: 'learner',
    summary: 'Has mail go to another of the learner’s addresses.',
    body: s.signInRequest,
    answers: { 200: s.me },
    problems: [409, 422],
  }),
  removeAddress: route({
    name: 'remove-address',
    method: 'POST',
    path: '/api/me/addresses/removal',
    access: 'learner',
    summary: 'Lets an address sign in no more. The one that mail goes to stays.',
    body: s.signInRequest,
    answers: { 200: s.me },
    problems: [409, 422],
  }),
} as const satisfies Record<string, Route>;
