/**
 * Proves what is claimed of documents on thousands of generated cases, and prints the counts with the seed that repeats
 * them: `npm run prove:documents -- --count 10000 --seed 1`, or the names of some of the proofs. `outside` has
 * `--printed 500` of the names checked by qpdf, PDFBox Preflight and pdfsig, as far as they are installed.
 */
import { prove } from '../prove.ts';
import { proveChains } from './chains/prove-chains.ts';
import { proveCredentials } from './credentials/prove-credentials.ts';
import { proveNames } from './names/prove-names.ts';
import { proveOutside } from './outside/prove-outside.ts';
import { provePdfs } from './pdfs/prove-pdfs.ts';

await prove(
  'documents',
  { count: 10_000, printed: 500 },
  {
    names: ({ seed, count }) => proveNames(seed, count),
    outside: ({ seed, printed }) => proveOutside(seed, printed),
    pdfs: ({ seed, count }) => provePdfs(seed, count),
    credentials: ({ seed, count }) => proveCredentials(seed, count),
    chains: ({ seed, count }) => proveChains(seed, count),
  },
);
