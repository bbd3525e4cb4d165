import { canonize } from 'rdf-canonize';
import { quadsOf } from '../../../shared/documents/credential/quads.ts';

/**
 * The canonical N-Quads of a credential or a proof (RDFC-1.0), which is what Data Integrity signs. Nothing is fetched.
 * @throws when it names another context than ours, or holds what is not among the terms of ours.
 */
export const canonicalRdf = async (document: object): Promise<string> =>
  canonize(quadsOf({ ...document }), { algorithm: 'RDFC-1.0', format: 'application/n-quads' });
