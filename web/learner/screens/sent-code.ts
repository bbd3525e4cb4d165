import { CODE_LIFETIME_MS } from '../../../shared/domain/sign-in.ts';
import { recall, remember } from '../../components/memory.ts';

const key = 'code-sent';
const thisWindow = (): Storage => sessionStorage;

/** Remembers, for this window, where a code was sent: a phone may reload the page while its owner is in the mail. */
export const keepSentCode = (email: string | undefined): void =>
  remember(key, email && [email, Date.now()], thisWindow);

/** Where a code was sent from this window, as long as it may still work. */
export function sentCode(): string | undefined {
  const sent = recall(key, thisWindow);
  const [email, at] = Array.isArray(sent) ? sent : [];
  return Date.now() - Number(at) < CODE_LIFETIME_MS ? String(email) : undefined;
}
