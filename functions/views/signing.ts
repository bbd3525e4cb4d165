import type { Signing } from '../../shared/documents/credential/secured.ts';
import type { Digests, Signer } from '../../shared/ports.ts';
import { canonicalRdf } from '../adapters/rdf/canonical-rdf.ts';

/** What credentials are signed by. */
export const signingWith = ({ signer, digests }: { signer: Signer; digests: Digests }): Signing => ({
  signer,
  digest: (content) => Buffer.from(digests.sha256(content), 'hex'),
  canonicalRdf,
});
