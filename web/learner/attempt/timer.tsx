import { useEffect, useState } from 'preact/hooks';
import { clockOf, DEADLINE_GRACE_MS, warningOf } from './time-left.ts';

interface TimerProps {
  readonly deadline: string;
  /** Called at the deadline, and again when its grace is over and the service takes whatever is saved. */
  readonly onTimeUp: () => void;
}

/** How much time is left. The figure is silent; only the last minutes are said aloud. */
export function Timer({ deadline, onTimeUp }: TimerProps) {
  const [now, setNow] = useState(Date.now());
  const left = Date.parse(deadline) - now;
  const up = left <= 0;
  const graceOver = left <= -DEADLINE_GRACE_MS - 1_000;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (up || graceOver) onTimeUp();
    // Whoever is called may change with every render; the time alone decides when.
  }, [up, graceOver]);
  const warning = warningOf(left);
  return (
    <div class={warning ? 'timer timer-near' : 'timer'}>
      <p class="figure" role="timer">
        <span class="quiet small">Time left</span> {clockOf(left)}
      </p>
      <p role="status">{warning}</p>
    </div>
  );
}
