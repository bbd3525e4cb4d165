import { isFresh } from '../../shared/domain/erasure.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Principal } from '../middleware/request.ts';
import { ownSession } from './own-session.ts';

/**
 * Why this browser must sign in anew before it changes who signs in and where, or nothing when it did so lately.
 * @param what what takes it, as a sentence begins with it: `Changing your addresses`
 */
export async function refuseStale(
  principal: Principal,
  what: string,
  { signIns, clock }: Pick<Capabilities<Record<never, never>>, 'signIns' | 'clock'>,
): Promise<Refusal | undefined> {
  const session = await ownSession(principal, { signIns });
  return isFresh(session.value, clock.now())
    ? undefined
    : refuse({
        code: 'sign-in-again',
        message: `You signed in a while ago. ${what} takes a new sign-in, so that nobody does it at a browser you left open.`,
        remedy: 'Sign out, sign in with a new code, and do it within 15 minutes.',
      });
}
