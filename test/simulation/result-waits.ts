import { MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { pauseAfter } from '../../web/components/polling.ts';
import type { Say } from './contents.ts';
import type { World } from './world.ts';

/** How long somebody who looked, as the page does, waited for the result of an attempt. */
export interface ResultWait {
  readonly attemptId: string;
  /** From the acknowledgement of the submission until the result was shown. */
  readonly waitedMs: number;
  /** Whether all was well again soon after the acknowledgement, so that no fault outlasts what is promised. */
  readonly isBrief: boolean;
}

/** What learners are promised (learner help; web/learner/attempt/check-page.tsx). */
const PROMISED_MS = 30 * SECOND;
/** Faults that are over by then, after the acknowledgement, leave the service the time that it needs. */
const BRIEF_MS = 5 * SECOND;
/** Nobody looks for longer at a stretch. */
const longestLookMs = 10 * MINUTE;

/** The wait for the result of an attempt that is about to be submitted. */
export function awaitResult({ clockwork, troubledUntilMs }: World, attemptId: string) {
  let fromMs: number | undefined;
  let wait: ResultWait | undefined;
  /** What is met after the time that is promised excuses nothing. */
  let judged: boolean | undefined;
  const end = (): void => {
    if (fromMs === undefined) return;
    const isBrief = judged ?? troubledUntilMs() <= fromMs + BRIEF_MS;
    wait ??= { attemptId, waitedMs: clockwork.nowMs() - fromMs, isBrief };
  };
  /** Whose other tab was told to come again in half a minute has not looked meanwhile, and is no measure. */
  const begunToLook = (): void => {
    if (fromMs !== undefined && clockwork.nowMs() > fromMs + BRIEF_MS) judged ??= false;
  };
  return {
    /** The submission was acknowledged, in some tab; perhaps with its result. */
    acknowledged: (isShown: boolean): void => {
      fromMs ??= clockwork.nowMs();
      if (!isShown) return;
      begunToLook();
      end();
    },
    /** Looks again and again until the result is shown, and gives how long that took; nothing where nothing was acknowledged. */
    async lookedFor(isShown: () => Promise<boolean>): Promise<ResultWait | undefined> {
      begunToLook();
      while (fromMs !== undefined && !wait) {
        const elapsedMs = clockwork.nowMs() - fromMs;
        if (elapsedMs >= PROMISED_MS) judged ??= troubledUntilMs() <= fromMs + BRIEF_MS;
        // Whoever has waited for a minute looks now and then.
        await clockwork.sleep(pauseAfter(elapsedMs) * (elapsedMs < MINUTE ? 1 : 5));
        if ((await isShown()) || elapsedMs > longestLookMs) end();
      }
      return wait;
    },
  };
}

/** Whoever looks is shown the result within the time that is promised, where no fault outlasts it. */
export function checkWaits(waits: readonly ResultWait[], say: Say): void {
  for (const { attemptId, waitedMs, isBrief } of waits)
    if (isBrief && waitedMs > PROMISED_MS)
      say(`The result of ${attemptId} was shown ${(waitedMs / SECOND).toFixed(1)} s after its submission`);
}
