import { CODE_LIFETIME_MS } from '../../shared/domain/sign-in.ts';
import { recall, remember } from './memory.ts';

const thisWindow = (): Storage => sessionStorage;

/**
 * Remembers, for this window, where a code was sent: a phone may reload the page while its owner is in the mail. Under a key
 * of each site, since a code of one is none of the other.
 */
export const keepSentCode = (key: string, email: string | undefined): void =>
  remember(key, email && [email, Date.now()], thisWindow);

/** Where a code was sent from this window, as long as it may still work. */
export function sentCode(key: string): string | undefined {
  const sent = recall(key, thisWindow);
  const [email, at] = Array.isArray(sent) ? sent : [];
  return Date.now() - Number(at) < CODE_LIFETIME_MS ? String(email) : undefined;
}
