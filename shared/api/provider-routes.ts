import * as p from './provider-schemas.ts';
import { type Route, route, servedBy } from './route.ts';

/** What the provider's own systems read, each by a key with the scope that it names. */
export const providerRoutes = servedBy('admin-provider', {
  readCredits: route({
    name: 'read-credits',
    method: 'GET',
    path: '/api/provider/credits',
    access: { key: 'credits:read' },
    summary: 'Awards since an instant, the oldest first, a hundred a page, with how each stands now.',
    query: p.creditsQuery,
    answers: { 200: p.creditsPage },
    problems: [429],
  }),
  readAward: route({
    name: 'read-award',
    method: 'GET',
    path: '/api/provider/credits/{certificateId}',
    access: { key: 'credits:read' },
    summary: 'One award by the id of its certificate, with what has become of that.',
    answers: { 200: p.oneAward },
    problems: [404, 429],
  }),
  readActivities: route({
    name: 'read-activities',
    method: 'GET',
    path: '/api/provider/activities',
    access: { key: 'activities:read' },
    summary: 'Every activity that was published, with the credit that it is designated for; those withdrawn say so.',
    answers: { 200: p.activitiesOffered },
    problems: [429],
  }),
  findLearner: route({
    name: 'find-learner',
    method: 'POST',
    path: '/api/provider/learners/search',
    access: { key: 'learners:read' },
    summary: 'The learner of exactly this e-mail address. Each answer that names somebody is in the audit trail.',
    body: p.learnerAsked,
    answers: { 200: p.learnerFound },
    problems: [404, 429],
  }),
} as const satisfies Record<string, Route>);
