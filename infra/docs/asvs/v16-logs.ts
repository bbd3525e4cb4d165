import { met, open, type Requirement } from './requirement.ts';

/** Chapter 16: logs and errors. */
export const logs: readonly Requirement[] = [
  met(
    ['16.1.1', 2, 'what is logged where is written down'],
    'With who reads it and for how long.',
    'docs/policies.md',
    'shared/events.ts',
  ),
  met(
    ['16.2.1', 2, 'when, where, who, what'],
    'Time, request id, route, status, problem and the id of the learner, the member of staff or the key. A sign-in itself is told by its route: whose it became is in the table.',
    'functions/middleware/answering.ts',
    'test/functions/api/every-route.test.ts',
    'test/functions/admin/keys.test.ts',
  ),
  met(
    ['16.2.2', 2, 'one time'],
    'UTC instants by AWS’s clocks.',
    'functions/adapters/system.ts',
    'test/functions/adapters/system.test.ts',
  ),
  met(
    ['16.2.3', 2, 'logs go where it is written'],
    'To the log groups and the bucket of the stack.',
    'infra/credit-wallet-stack.ts',
    'docs/policies.md',
  ),
  met(
    ['16.2.4', 2, 'logs can be read together'],
    'A line of JSON an event, in one group for all functions.',
    'functions/adapters/system.ts',
    'infra/house/watch.ts',
    'test/functions/adapters/system.test.ts',
  ),
  open(
    ['16.2.5', 2, 'what may not be logged'],
    'Functions log neither names, addresses, answers nor secrets. CloudFront’s access log holds paths and queries whole (see 14.2.1).',
  ),
  met(
    ['16.3.1', 2, 'sign-ins'],
    'Every request of sign-in is a line, with its status and why it was refused; passkeys and addresses that were added are in the audit trail.',
    'functions/middleware/answering.ts',
    'shared/events.ts',
    'test/functions/api/every-route.test.ts',
    'test/functions/admin/staff.test.ts',
  ),
  met(
    ['16.3.2', 2, 'refusals'],
    'With their code: no session, no passkey, another role, another scope, another’s record.',
    'functions/middleware/answering.ts',
    'test/functions/api/every-route.test.ts',
    'test/functions/admin/keys.test.ts',
  ),
  met(
    ['16.3.3', 2, 'attempts to get around'],
    'Refused origins, bodies and limits are lines like others; the firewall logs what it blocks.',
    'functions/middleware/answering.ts',
    'infra/house/firewall.ts',
    'test/functions/api/every-route.test.ts',
  ),
  met(
    ['16.3.4', 2, 'what breaks'],
    'With its stack, and an alarm that names its runbook.',
    'functions/middleware/answering.ts',
    'infra/house/watch.ts',
    'test/functions/endpoint.test.ts',
    'test/infra/app.test.ts',
  ),
  met(
    ['16.4.1', 2, 'nothing can be written into a log'],
    'JSON keeps line ends within their string.',
    'functions/adapters/system.ts',
    'test/functions/adapters/system.test.ts',
  ),
  met(
    ['16.4.2', 2, 'logs cannot be changed'],
    'Functions may add to their log and do nothing else to it; the audit trail cannot be deleted.',
    'infra/house/handler-function.ts',
    'test/infra/policies.test.ts',
  ),
  met(
    ['16.4.3', 2, 'logs stand apart'],
    'In CloudWatch and S3, outside of what answers requests. Whoever administers the AWS account reaches both.',
    'infra/credit-wallet-stack.ts',
    'infra/house/watch.ts',
  ),
  met(
    ['16.5.1', 2, 'errors tell the world nothing'],
    'A general sentence, what to do, and the request id.',
    'functions/middleware/answering.ts',
    'test/functions/endpoint.test.ts',
  ),
  met(
    ['16.5.2', 2, 'when others fail'],
    'Work stays in the outbox, mail waits, what cannot be done is parked where staff see it.',
    'docs/architecture.md',
    'test/prove/faults/faults.test.ts',
    'test/functions/outbox.test.ts',
  ),
  met(
    ['16.5.3', 2, 'errors open nothing'],
    'What throws ends the request before its write; a transaction that fails wrote nothing.',
    'functions/endpoint.ts',
    'test/prove/faults/faults.test.ts',
    'test/functions/endpoint.test.ts',
  ),
];
