import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../shared/domain/certificate.ts';
import { checkCredential } from '../../../shared/domain/credential.ts';
import { snapshot } from '../documents/samples.ts';
import '../../support/refusals.ts';

const certificate = (otherwise: Partial<Certificate> = {}): Certificate => ({
  ...{ snapshot, status: 'valid', issuedAt: '2026-03-09T04:30:00.000Z' },
  ...otherwise,
});

describe('a credential of a certificate', () => {
  it('is given of one that is valid', () => {
    expect(checkCredential(certificate())).toBeUndefined();
  });

  it('is not given before the certificate is issued', () => {
    expect(checkCredential({ snapshot, status: 'issuing' })).toBeRefusedFor('certificate-not-issued');
    expect(checkCredential({ snapshot, status: 'parked' })).toBeRefusedFor('certificate-not-issued');
  });

  it.each(['revoked', 'suspended', 'replaced'] as const)('is not given of one that is %s', (status) => {
    expect(checkCredential(certificate({ status, replacedBy: 'next' }))).toBeRefusedFor(`certificate-${status}`);
  });
});
