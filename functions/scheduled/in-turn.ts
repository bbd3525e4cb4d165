import { epochMs } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';
import { logBroken } from '../trouble.ts';

/**
 * Takes what is due one after the other, until each had its turn or the run's time is over; the next run goes on. One's trouble is logged and
 * never keeps the others from their turn.
 * @param step by which the log names the trouble
 * @param untilMs when no other is begun, in epoch milliseconds of the clock
 * @param take is told how many milliseconds are left
 */
export async function inTurn(
  step: string,
  due: Iterable<string>,
  untilMs: number,
  take: (id: string, leftMs: number) => Promise<unknown>,
  { clock, log }: Pick<Capabilities<Record<never, never>>, 'clock' | 'log'>,
): Promise<void> {
  for (const id of due) {
    const leftMs = untilMs - epochMs(clock.now());
    if (leftMs <= 0) return;
    try {
      await take(id, leftMs);
    } catch (error) {
      logBroken(log, step, id, error);
    }
  }
}
