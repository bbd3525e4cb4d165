import type { Finding } from '../../proof.ts';
import { cameTo } from '../../tally.ts';
import { createLivingStore } from '../living-store.ts';
import { forgedLinks } from './forged-links.ts';
import { forgedRequests } from './forged-requests.ts';
import { guessedCertificates } from './guessed-certificates.ts';
import { redirects } from './redirects.ts';

/** Of what is tried by chance, no more than this: each goes over a socket, or is asked seven times. */
const MOST = 5_000;

/**
 * What another site, a link or a guess could do: a page elsewhere changes nothing with a signed-in browser, nothing that is
 * handed to a sign-in leads off the site, a link to one document opens that one, for five minutes, and guessing finds nothing.
 */
export async function proveCrossSite(seed: number, count: number): Promise<Finding> {
  const living = await createLivingStore();
  const some = Math.min(count, MOST);
  const guessed = await guessedCertificates(living, seed, some);
  const attempts = [
    ...(await forgedRequests(living)),
    ...(await redirects(living)),
    ...(await forgedLinks(seed, some)),
    ...guessed.attempts,
  ];
  return { name: 'cross-site', ...cameTo(attempts), figures: guessed.figures };
}
