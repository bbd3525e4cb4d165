import type { Ciphers } from '../../shared/ports.ts';

/**
 * Stands in for AES-256-GCM, which costs a simulated year as much as everything else that it does and is tested by itself.
 * Like it, what is sealed opens with its key at its place alone, and says so by throwing.
 */
export const simulatedCiphers: Ciphers = {
  seal: (text, { key, place }) => JSON.stringify([key, place, text]),
  open: (sealed, { key, place }) => {
    const [sealedWith, sealedAt, text]: readonly [string, string, string] = JSON.parse(sealed);
    if (sealedWith !== key || sealedAt !== place) throw new Error('This was not sealed here');
    return text;
  },
};
