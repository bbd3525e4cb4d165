import { useEffect, useRef, useState } from 'preact/hooks';

/** How long to wait before one asks again: every second for ten seconds, then every two, or as the service asks. */
export const pauseAfter = (elapsedMs: number, retryAfterSeconds = 0): number =>
  Math.max(retryAfterSeconds * 1_000, elapsedMs < 10_000 ? 1_000 : 2_000);

/** Asks once, and gives the seconds after which the service wants to be asked again, where it says so. */
type Ask = () => Promise<{ readonly retryAfter?: number | undefined } | undefined>;

/**
 * Asks again and again while `active`, rests while nobody looks, and asks at once when somebody looks again. Gives the
 * milliseconds since it began.
 */
export function usePolling(active: boolean, ask: Ask): number {
  const latest = useRef(ask);
  latest.current = ask;
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    if (!active) return;
    const began = Date.now();
    let timer = 0;
    let ended = false;
    const plan = (retryAfter?: number): void => {
      clearTimeout(timer);
      if (!ended && !document.hidden) timer = window.setTimeout(again, pauseAfter(Date.now() - began, retryAfter));
    };
    const again = async (): Promise<void> => {
      setElapsed(Date.now() - began);
      const answer = await latest.current();
      plan(answer?.retryAfter);
    };
    const seen = (): void => void (document.hidden || again());
    document.addEventListener('visibilitychange', seen);
    plan();
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [active]);
  return elapsed;
}
