import { met, notApplicable, type Requirement } from './requirement.ts';

/** Chapter 8: who may do what. */
export const rights: readonly Requirement[] = [
  met(
    ['8.1.1', 1, 'who may do what is written down'],
    'Each route states who may call it, and the contract says so; each function’s rows stand on a page.',
    'docs/openapi.json',
    'docs/access-patterns.md',
    'shared/domain/staff.ts',
  ),
  met(
    ['8.1.2', 2, 'who sees which fields is written down'],
    'The schema of each answer is the list of its fields; what roles see of a person stands on a page.',
    'docs/openapi.json',
    'docs/policies.md',
  ),
  met(
    ['8.2.1', 1, 'functions'],
    'Refused by default: a route without an access does not compile. Every route is asked by every role.',
    'functions/middleware/signed-in.ts',
    'test/prove/requests/authorisation/prove-authorisation.test.ts',
    'test/functions/api/every-route.test.ts',
    'test/functions/admin/keys.test.ts',
  ),
  met(
    ['8.2.2', 1, 'records'],
    'The key of a learner’s rows comes from the session; another’s looks as if there were none.',
    'functions/accounts/holder.ts',
    'test/functions/api/every-route.test.ts',
    'test/prove/requests/authorisation/prove-authorisation.test.ts',
  ),
  met(
    ['8.2.3', 2, 'fields'],
    'An answer holds what its schema names. Answer keys are rows of their own, which the learners’ functions may not read.',
    'functions/middleware/answering.ts',
    'test/functions/endpoint.test.ts',
    'test/infra/policies.test.ts',
    'test/prove/requests/canaries/prove-canaries.test.ts',
  ),
  met(
    ['8.3.1', 1, 'decided on the server'],
    'In the stack that every handler stands in, and once more by each function’s own role.',
    'functions/endpoint.ts',
    'test/prove/requests/authorisation/prove-authorisation.test.ts',
    'test/infra/policies.test.ts',
  ),
  ...notApplicable('One deployment serves one provider.', ['8.4.1', 2, 'tenants']),
];
