import type { Digests } from '../../shared/ports.ts';

/** A policy that lets a page show itself in one known style, run the site's own scripts where it has one, and do nothing else. */
export function styleOnly(
  digests: Digests,
  style: string,
  scripts: 'no scripts' | 'own scripts' = 'no scripts',
): string {
  const hash = Buffer.from(digests.sha256(style), 'hex').toString('base64');
  const own = scripts === 'own scripts' ? " script-src 'self';" : '';
  return `default-src 'none';${own} style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}
