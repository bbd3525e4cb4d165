import type { Ciphers } from '../../../shared/ports.ts';

/** No key and no place has a line's end. */
const sealOf = ({ key, place }: { readonly key: string; readonly place: string }): string => `${key} ${place}\n`;

/**
 * Stands in for AES-256-GCM, which costs a simulated year as much as everything else that it does and is tested by itself.
 * Like it, what is sealed opens with its key at its place alone, and says so by throwing.
 */
export const simulatedCiphers: Ciphers = {
  seal: (text, by) => sealOf(by) + text,
  open: (sealed, by) => {
    const seal = sealOf(by);
    if (!sealed.startsWith(seal)) throw new Error('This was not sealed here');
    return sealed.slice(seal.length);
  },
};
