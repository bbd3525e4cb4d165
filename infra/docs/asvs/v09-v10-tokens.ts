import { deviation, met, notApplicable, type Requirement } from './requirement.ts';

const employer = 'functions/adapters/openid-employer.ts';
const shown = 'test/functions/admin/employer.test.ts';
const signatures = 'test/functions/adapters/openid-employer.test.ts';

/** Chapter 9: tokens that hold what they say. The service takes one kind: the ID token of the employer. */
export const tokens: readonly Requirement[] = [
  met(['9.1.1', 1, 'signatures'], 'Looked at before anything that the token says.', employer, signatures),
  met(
    ['9.1.2', 1, 'algorithms'],
    'Those of the library for OpenID Connect, all asymmetric; `none` is not among them.',
    employer,
    signatures,
  ),
  met(
    ['9.1.3', 1, 'where keys come from'],
    'From the configured issuer’s own metadata, whatever the token’s header says.',
    employer,
    signatures,
  ),
  met(['9.2.1', 1, 'times'], 'A token that expired is refused by the library.', employer, shown),
  met(['9.2.2', 2, 'the kind of token'], 'An ID token of this one sign-in, by its nonce.', employer, shown),
  met(['9.2.3', 2, 'for whom'], 'The audience must be this client.', employer, signatures),
  ...notApplicable(
    'No token of ours opens anything: what is signed here are certificates and credentials, which say facts.',
    ['9.2.4', 2, 'one key for tokens to several audiences'],
  ),
];

/** Chapter 10: OAuth and OpenID Connect. The service is a client of one employer, and nothing else. */
export const oauth: readonly Requirement[] = [
  met(
    ['10.1.1', 2, 'tokens stay where they are needed'],
    'In the function that exchanged the code, for as long as it answers.',
    employer,
    shown,
  ),
  met(
    ['10.1.2', 2, 'only what this browser began'],
    'State, nonce and PKCE verifier are random, kept for one browser by its cookie, for ten minutes, and spent.',
    'functions/admin/staff/start-employer-sign-in.ts',
    'functions/admin/staff/finish-employer-sign-in.ts',
    shown,
    'test/prove/sign-in/prove-sign-in.test.ts',
  ),
  met(['10.2.1', 2, 'PKCE or state'], 'Both.', employer, shown),
  ...notApplicable('There is one authorization server at most.', ['10.2.2', 2, 'several authorization servers']),
  ...notApplicable(
    'No access token of OAuth opens anything here; programs come with keys of this service.',
    ['10.3.1', 2, 'audience of access tokens'],
    ['10.3.2', 2, 'scopes of access tokens'],
    ['10.3.3', 2, 'who an access token is of'],
    ['10.3.4', 2, 'strength behind an access token'],
  ),
  ...notApplicable(
    'The service is no authorization server and no OpenID provider.',
    ['10.4.1', 1, 'registered redirect addresses'],
    ['10.4.2', 1, 'codes that work once'],
    ['10.4.3', 1, 'life of codes'],
    ['10.4.4', 1, 'grants that a client needs'],
    ['10.4.5', 1, 'refresh tokens that are played again'],
    ['10.4.6', 2, 'PKCE demanded'],
    ['10.4.7', 2, 'clients that register themselves'],
    ['10.4.8', 2, 'end of refresh tokens'],
    ['10.4.9', 2, 'tokens that people revoke'],
    ['10.4.10', 2, 'confidential clients'],
    ['10.4.11', 2, 'scopes that a client needs'],
    ['10.6.1', 2, 'response modes'],
    ['10.6.2', 2, 'forced logout'],
    ['10.7.1', 2, 'consent to each authorization'],
    ['10.7.2', 2, 'what is consented to'],
    ['10.7.3', 2, 'consents that are revoked'],
  ),
  met(['10.5.1', 2, 'ID tokens that are played again'], 'The nonce of this sign-in must be in it.', employer, shown),
  deviation(
    ['10.5.2', 2, 'who somebody is, by what is never given to others'],
    'Staff are known by their address, because an owner invites an address. The employer must have verified it, and its word opens nothing without that person’s passkey, which a later holder of the address does not have.',
    'docs/adr/0027-the-console-and-its-staff.md',
    shown,
  ),
  met(
    ['10.5.3', 2, 'metadata of another issuer'],
    'Refused by the library where the issuer is not the configured one to the letter.',
    employer,
    signatures,
  ),
  met(['10.5.4', 2, 'ID tokens for other clients'], 'Refused.', employer, signatures),
  ...notApplicable('Logout by a back channel is not offered.', ['10.5.5', 2, 'back-channel logout']),
];
