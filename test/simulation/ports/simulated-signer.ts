import { createHash } from 'node:crypto';
import { signingKey } from '../../../functions/adapters/signing-key.ts';
import type { Signer } from '../../../shared/ports.ts';

const key = signingKey('A'.repeat(43), 'B'.repeat(43));

/**
 * Stands in for P-256, which takes longer than the rest of an award and is tested by itself: as many bytes, which differ
 * with every message. Unlike KMS it signs alike each time, so that schedules can be played again.
 */
export const simulatedSigner: Signer = {
  keys: async () => [key],
  sign: async (kid, message) => createHash('sha512').update(kid).update(message).digest(),
};
