import { useEffect, useMemo, useState } from 'preact/hooks';
import { clockOf, DEADLINE_GRACE_MS, leftOf, warningOf } from './time-left.ts';

interface TimerProps {
  readonly deadline: string;
  /** When the service said so. */
  readonly now: string;
  /** Whether the submission at the deadline came to nothing so far. */
  readonly refused: boolean;
  /** Called at the deadline, and again when its grace is over and the service takes whatever is saved. */
  readonly onTimeUp: () => void;
}

/** How much time is left. The figure is silent; only the last minutes are said aloud. */
export function Timer({ deadline, now, refused, onTimeUp }: TimerProps) {
  const came = useMemo(() => performance.now(), [now]);
  const [at, setAt] = useState(came);
  const left = leftOf({ deadline, now }, Math.max(0, at - came));
  const up = left <= 0;
  const graceOver = left <= -DEADLINE_GRACE_MS - 1_000;
  useEffect(() => {
    const timer = setInterval(() => setAt(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (up || graceOver) onTimeUp();
    // Whoever is called may change with every render; the time alone decides when.
  }, [up, graceOver]);
  const warning = warningOf(left, refused);
  return (
    <div class={warning ? 'timer timer-near' : 'timer'}>
      <p class="figure" role="timer">
        <span class="quiet small">Time left</span> {clockOf(left)}
      </p>
      <p role="status">{warning}</p>
    </div>
  );
}
