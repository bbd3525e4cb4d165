import type { Digests } from '../../shared/ports.ts';

/** A policy that lets a page show itself in one known style and do nothing else. */
export function styleOnly(digests: Digests, style: string): string {
  const hash = Buffer.from(digests.sha256(style), 'hex').toString('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
