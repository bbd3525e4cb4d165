import type { Sha256 } from '../../shared/domain/kinds.ts';
import type { Digests } from '../../shared/ports.ts';

/**
 * The hash of a code together with its browser's secret of 256 bits. A reader of the table cannot search the codes
 * without the secret, so a slow hash would add nothing.
 */
export const codeHashOf = (digests: Digests, browser: string, code: string): Sha256 =>
  digests.sha256(`${browser}:${code}`);
