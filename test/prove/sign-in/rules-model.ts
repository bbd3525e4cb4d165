import { judgeCode, normalizeCode, type RateLimit, signInLimits, windowOf } from '../../../shared/domain/sign-in.ts';

/** What the service answers: the status, and the reason where it refuses. */
export type Verdict = '202' | '200' | '429' | 'other-browser' | 'code-expired' | 'code-used-up' | 'code-wrong';

interface Asked {
  readonly code: string;
  readonly expiresAt: string;
  triesLeft: number;
  spent: boolean;
}

const CODE_LIFETIME_MS = 600_000;
const CODE_TRIES = 5;

/**
 * Sign-in by its rules alone, without table, mail or hashes: fast enough for millions of guesses. That it answers as the handlers do is
 * checked by `prove-guessing.ts`, request by request. The lifetime and the tries are written out here, so that whoever loosens them is told.
 */
export function createRules() {
  const counts = new Map<string, number>();
  const browsers = new Map<number, Asked>();

  const isOver = (limit: RateLimit, who: string, now: string): boolean => {
    const key = `${limit.scope} ${who} ${windowOf(limit, now).start}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count > limit.limit;
  };

  return {
    start: (browser: number, email: string, ip: string, now: string, code: string): Verdict => {
      const over = [
        isOver(signInLimits.network, ip, now),
        isOver(signInLimits.email, email, now),
        isOver(signInLimits.everyone, 'everyone', now),
      ];
      if (over.includes(true)) return '429';
      const expiresAt = new Date(Date.parse(now) + CODE_LIFETIME_MS).toISOString();
      browsers.set(browser, { code, expiresAt, triesLeft: CODE_TRIES, spent: false });
      return '202';
    },
    enter: (browser: number, typed: string, ip: string, now: string): { verdict: Verdict; judged: boolean } => {
      if (isOver(signInLimits.tries, ip, now)) return { verdict: '429', judged: false };
      const asked = browsers.get(browser);
      const challenge = asked && { ...asked, email: '', codeHash: asked.code };
      const came = judgeCode(challenge, normalizeCode(typed), now);
      if (!asked || came === 'unknown') return { verdict: 'other-browser', judged: false };
      if (came === 'expired') return { verdict: 'code-expired', judged: false };
      if (came === 'used-up') return { verdict: 'code-used-up', judged: false };
      if (came === 'right') asked.spent = true;
      else asked.triesLeft -= 1;
      return { verdict: came === 'right' ? '200' : 'code-wrong', judged: true };
    },
    /** A browser whose code signed in has none any more. */
    leave: (browser: number): void => void browsers.delete(browser),
    /** Forgets what no window reaches any more. */
    forget: (): void => {
      counts.clear();
      browsers.clear();
    },
  };
}
