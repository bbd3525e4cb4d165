import { met, notApplicable, type Requirement } from './requirement.ts';

/** Chapter 4: the API and what stands before it. */
export const api: readonly Requirement[] = [
  met(
    ['4.1.1', 1, 'Content-Type with its charset'],
    'The stack that every route stands in says it; a route states which it may answer with.',
    'functions/middleware/answering.ts',
    'test/functions/api/every-route.test.ts',
    'test/prove/requests/fuzz/prove-fuzz.test.ts',
  ),
  met(
    ['4.1.2', 2, 'only pages lead from HTTP to HTTPS'],
    'The site’s files do; the API answers plain HTTP by a refusal.',
    'infra/house/site.ts',
  ),
  met(
    ['4.1.3', 2, 'headers that a proxy sets'],
    'CloudFront writes the viewer’s address itself and hands on a list of headers; the gateway takes nothing that did not come through CloudFront.',
    'infra/house/site.ts',
    'functions/gateway/verify-origin.ts',
    'test/functions/gateway/verify-origin.test.ts',
    'test/functions/middleware/source-ip.test.ts',
  ),
  met(
    ['4.2.1', 2, 'where a message ends (request smuggling)'],
    'CloudFront and API Gateway read the messages; a function gets them whole, as an event. On one machine Node’s own reader does.',
    'infra/house/routed-api.ts',
    'infra/local/parts/http-api.ts',
  ),
  ...notApplicable(
    'There is no GraphQL: every route reads what it says.',
    ['4.3.1', 2, 'cost of GraphQL queries'],
    ['4.3.2', 2, 'introspection of GraphQL'],
  ),
  ...notApplicable(
    'There are no WebSockets.',
    ['4.4.1', 1, 'WebSockets over TLS'],
    ['4.4.2', 2, 'origin of WebSockets'],
    ['4.4.3', 2, 'tokens of WebSockets'],
    ['4.4.4', 2, 'sessions that become WebSockets'],
  ),
];
