/** AWS's way to limit a rate: tokens come at a steady rate, up to so many, and each call takes some. */
export interface TokenBucket {
  holds(tokens: number): boolean;
  /** Takes tokens, all or none. */
  take(tokens?: number): boolean;
}

export function createTokenBucket(
  nowMs: () => number,
  { perSecond, burst = perSecond }: { readonly perSecond: number; readonly burst?: number },
): TokenBucket {
  let tokens = burst;
  let filledMs = nowMs();
  const holds = (wanted: number): boolean => {
    tokens = Math.min(burst, tokens + ((nowMs() - filledMs) / 1_000) * perSecond);
    filledMs = nowMs();
    return tokens >= wanted;
  };
  return {
    holds,
    take(wanted = 1) {
      if (!holds(wanted)) return false;
      tokens -= wanted;
      return true;
    },
  };
}
