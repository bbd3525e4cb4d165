import { met, type Requirement } from './requirement.ts';

/** Chapter 2: what is taken, in which order, and how often. */
export const logic: readonly Requirement[] = [
  met(
    ['2.1.1', 1, 'rules of each field are written down'],
    'The contract states the shape of every body and query; the same schemas judge them.',
    'docs/openapi.json',
    'shared/api/routes.ts',
    'test/architecture/generated.test.ts',
  ),
  met(
    ['2.1.2', 2, 'rules of fields together are written down'],
    'What an activity must agree in before it is published stands on a page, with its source; other rules stand in the domain’s files.',
    'docs/publishing-rules.md',
    'shared/domain/claim.ts',
  ),
  met(
    ['2.1.3', 2, 'limits of the business are written down'],
    'Limits for one person and for everybody stand on one page.',
    'docs/policies.md',
    'docs/publishing-rules.md',
  ),
  met(
    ['2.2.1', 1, 'input is judged by what is expected'],
    'Every path, query and body is read by a schema that names what it takes; handlers see nothing else.',
    'functions/middleware/parsing.ts',
    'test/functions/api/every-route.test.ts',
    'test/shared/api/schemas.test.ts',
    'test/prove/requests/fuzz/prove-fuzz.test.ts',
  ),
  met(
    ['2.2.2', 1, 'judged on the server'],
    'The pages help; the functions decide. The same pure rules serve both.',
    'functions/endpoint.ts',
    'test/functions/api/every-route.test.ts',
  ),
  met(
    ['2.2.3', 2, 'fields that must agree'],
    'Claims, corrections and activities are refused with every reason at once where their parts do not agree.',
    'shared/domain/claim.ts',
    'test/functions/api/claims.test.ts',
    'test/shared/authoring/publishing-rules.test.ts',
  ),
  met(
    ['2.3.1', 1, 'steps in their order, none left out'],
    'One pure function says which move a participation may make; the write expects the stage that it was decided on.',
    'shared/domain/participation.ts',
    'test/shared/domain/participation.test.ts',
    'test/functions/api/claims.test.ts',
  ),
  met(
    ['2.3.2', 2, 'limits are kept'],
    'Attempts, codes, mails, exports and keys are counted in the table.',
    'shared/domain/attempt.ts',
    'functions/records/sign-ins.ts',
    'test/functions/api/attempts.test.ts',
    'test/functions/api/sign-in.test.ts',
  ),
  met(
    ['2.3.3', 2, 'all or nothing'],
    'What belongs together is one transaction of the table: credit, ledger, certificate, audit entry and outbox.',
    'functions/workflow/award-credit.ts',
    'test/prove/faults/faults.test.ts',
    'test/contracts/table.ts',
  ),
  met(
    ['2.3.4', 2, 'what there is once is given once'],
    'Every write expects a revision; credit stands under a permanent natural key.',
    'shared/ports.ts',
    'test/functions/api/attempts.test.ts',
    'test/functions/api/claims.test.ts',
    'test/functions/outbox.test.ts',
  ),
  met(
    ['2.4.1', 2, 'against robots'],
    'The firewall counts requests by address, the gateway in total, and the table codes, tries, mails, exports and keys.',
    'infra/house/firewall.ts',
    'shared/domain/sign-in.ts',
    'test/functions/api/sign-in.test.ts',
    'test/functions/admin/keys.test.ts',
  ),
];
