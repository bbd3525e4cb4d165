import type { Digests } from '../../shared/ports.ts';

/**
 * A key that comes from a secret of which the table has a hash alone: whoever reads the table cannot make it. The use is
 * named in it, so that one secret gives each use another key.
 */
export const keyFrom = ({ sha256 }: Digests, use: string, secret: string): string =>
  Buffer.from(sha256(`${use}\n${secret}`), 'hex').toString('base64url');
