import { deviation, met, notApplicable, type Requirement } from './requirement.ts';

/** Chapter 11: keys and algorithms. */
export const cryptography: readonly Requirement[] = [
  met(
    ['11.1.1', 2, 'life of keys is written down'],
    'Who makes, holds, replaces and destroys each.',
    'docs/policies.md',
    'docs/procedures/rotate-signing-key.md',
  ),
  met(
    ['11.1.2', 2, 'list of keys and algorithms'],
    'On the same page, with what each may protect.',
    'docs/policies.md',
  ),
  met(
    ['11.2.1', 2, 'implementations that others reviewed'],
    'OpenSSL by Node, KMS, and libraries for WebAuthn and OpenID Connect. Signed messages are put together here and read by programs of others in CI.',
    'functions/adapters/ciphers.ts',
    'functions/adapters/kms-signer.ts',
    'test/contracts/signer.test.ts',
    'test/external/verifiers.ts',
  ),
  deviation(
    ['11.2.2', 2, 'algorithms and keys can be exchanged'],
    'Signing keys are exchanged by configuration, KMS renews the key of the data, and sealed text names its form, so that a new form stands beside the former and a row takes it when it is next written. No command seals all rows anew: the locked copies of the last 35 nights would hold the same text in the former form, so that it would take nothing back from whoever has the former key. What must not be read any more is erased with its key.',
    'functions/records/sealing.ts',
    'infra/house/daily-export.ts',
    'docs/adr/0026-erasure-destroys-a-key.md',
    'docs/procedures/rotate-signing-key.md',
    'test/functions/records/sealing.test.ts',
  ),
  met(
    ['11.2.3', 2, '128 bits of strength'],
    'AES-256, SHA-256, HMAC-SHA-256, P-256, secrets of 256 bits.',
    'functions/adapters/ciphers.ts',
    'functions/adapters/system.ts',
    'infra/house/records.ts',
  ),
  met(
    ['11.3.1', 1, 'no weak modes and paddings'],
    'AES-GCM alone.',
    'functions/adapters/ciphers.ts',
    'test/functions/adapters/ciphers.test.ts',
  ),
  met(
    ['11.3.2', 1, 'approved ciphers'],
    'AES-256-GCM; KMS for the table, the documents and the topic of mail.',
    'functions/adapters/ciphers.ts',
    'infra/house/records.ts',
    'test/functions/adapters/ciphers.test.ts',
  ),
  met(
    ['11.3.3', 2, 'sealed text cannot be altered'],
    'Authenticated, and bound to its row.',
    'functions/adapters/ciphers.ts',
    'test/functions/adapters/ciphers.test.ts',
    'test/functions/records/sealing.test.ts',
  ),
  met(
    ['11.4.1', 1, 'approved hashes'],
    'SHA-256. MD5 and SHA-1 are in the stand-in for S3 on one machine alone, where its protocol asks for checksums by them.',
    'functions/adapters/system.ts',
    'infra/local/parts/s3/payload.ts',
    'test/functions/adapters/system.test.ts',
  ),
  ...notApplicable(
    'There are no passwords, and no key is made of one.',
    ['11.4.2', 2, 'hashes of passwords'],
    ['11.4.4', 2, 'keys from passwords'],
  ),
  met(
    ['11.4.3', 2, 'hashes in signatures'],
    'SHA-256.',
    'functions/adapters/kms-signer.ts',
    'test/contracts/signer.test.ts',
  ),
  met(
    ['11.5.1', 2, 'random numbers'],
    'From the operating system: ids of 128 bits, secrets of 256. A code of 39 bits works only with its browser’s secret.',
    'functions/adapters/system.ts',
    'test/functions/adapters/system.test.ts',
  ),
  met(
    ['11.6.1', 2, 'keys and signatures'],
    'ECDSA on P-256 by KMS, which makes the key and never gives it away.',
    'infra/house/records.ts',
    'functions/adapters/kms-signer.ts',
    'test/contracts/signer.test.ts',
  ),
];
