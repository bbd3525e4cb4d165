import { deviation, met, open, type Requirement } from './requirement.ts';

/** Chapter 7: sessions. */
export const sessions: readonly Requirement[] = [
  met(
    ['7.1.1', 2, 'how long sessions last is written down'],
    'With the reasons, and where it differs from NIST SP 800-63B.',
    'docs/policies.md',
    'shared/domain/sign-in.ts',
  ),
  met(
    ['7.1.2', 2, 'sessions at the same time are written down'],
    'As many as somebody has browsers: signing in at one ends none elsewhere.',
    'docs/policies.md',
    'test/functions/api/sign-in.test.ts',
  ),
  met(
    ['7.1.3', 2, 'sessions and an employer’s sign-in are written down'],
    'The employer’s session proves an address once and has no say afterwards.',
    'docs/policies.md',
    'docs/adr/0027-the-console-and-its-staff.md',
  ),
  met(
    ['7.2.1', 1, 'sessions are judged on the server'],
    'By the table, at every request.',
    'functions/middleware/signed-in.ts',
    'test/functions/api/every-route.test.ts',
  ),
  met(
    ['7.2.2', 1, 'session tokens are made for each session'],
    'Opaque, and new with each sign-in.',
    'functions/api/enter-code.ts',
    'test/functions/api/sign-in.test.ts',
  ),
  met(
    ['7.2.3', 1, 'session tokens are random'],
    '256 bits of the operating system; what is kept is a hash.',
    'functions/adapters/system.ts',
    'test/functions/adapters/system.test.ts',
  ),
  met(
    ['7.2.4', 1, 'a new token with each sign-in, and an end of the old one'],
    'Each sign-in and each passkey gives a new secret, and the one before it opens nothing any more.',
    'functions/api/enter-code.ts',
    'functions/admin/staff/prove-passkey.ts',
    'test/functions/api/sign-in.test.ts',
    'test/prove/sign-in/prove-sign-in.test.ts',
  ),
  deviation(
    ['7.3.1', 2, 'an end after no use'],
    'Sessions end by their age alone. What is grave asks anew: of staff a passkey of the last five minutes, of learners a sign-in of the last fifteen. A session that ends over a half-written evaluation would cost learners their work.',
    'docs/policies.md',
    'functions/accounts/fresh.ts',
    'test/prove/requests/authorisation/prove-authorisation.test.ts',
  ),
  met(
    ['7.3.2', 2, 'a longest life'],
    'Thirty days for learners, twelve hours for staff.',
    'shared/domain/sign-in.ts',
    'test/functions/api/sign-in.test.ts',
    'test/functions/admin/staff.test.ts',
  ),
  met(
    ['7.4.1', 1, 'a session that ended opens nothing'],
    'Ended in the table, not in the browser alone.',
    'functions/api/sign-out.ts',
    'test/functions/api/sign-in.test.ts',
    'test/functions/admin/staff.test.ts',
  ),
  met(
    ['7.4.2', 1, 'all sessions end with the account'],
    'Erasure ends a learner’s; staff whose access ended are refused at the next request.',
    'functions/privacy/erase.ts',
    'functions/records/staff.ts',
    'test/functions/privacy/erasure.test.ts',
    'test/functions/admin/staff.test.ts',
  ),
  open(
    ['7.4.3', 2, 'ending other sessions when a factor changes'],
    'Staff sign out everywhere on the page on which they make passkeys, and forgetting passkeys ends every session. Learners who add or remove an address cannot end sessions in other browsers.',
  ),
  met(
    ['7.4.4', 2, 'signing out is in sight'],
    'At the head of every page of both sites.',
    'web/learner/layout.tsx',
    'web/admin/frame/layout.tsx',
    'test/journeys/nurse-at-a-desk.test.ts',
  ),
  open(
    ['7.4.5', 2, 'administrators end sessions'],
    'An owner signs a member of staff out everywhere. A learner’s sessions end by erasure and by age; there is no button of the console for them.',
  ),
  met(
    ['7.5.1', 2, 'a fresh sign-in before sign-in is changed'],
    'Learners’ addresses take a sign-in of the last 15 minutes; a further passkey, and what an owner changes of staff, a passkey of the last five.',
    'functions/accounts/fresh.ts',
    'functions/admin/staff/challenge-passkey.ts',
    'test/functions/api/addresses.test.ts',
    'test/functions/admin/staff.test.ts',
  ),
  open(
    ['7.5.2', 2, 'people see and end their sessions'],
    'Staff end all of theirs at once and see no list. A learner’s are listed in their export alone, and nobody can end one that is not in their browser.',
  ),
  met(
    ['7.6.1', 2, 'life of a session beside an employer’s'],
    'Ours ends after twelve hours, whatever the employer’s does, and begins with a passkey.',
    'docs/policies.md',
    'test/functions/admin/employer.test.ts',
  ),
  met(
    ['7.6.2', 2, 'no session without somebody’s doing'],
    'A typed code, or a press on the employer’s button and then a passkey.',
    'functions/admin/staff/start-employer-sign-in.ts',
    'test/functions/admin/employer.test.ts',
  ),
];
