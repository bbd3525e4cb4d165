import type { Fault } from '../weather.ts';

/** What may yet keep a mail that was handed over from being called sent, so that it is sent again. */
export interface MailRisk {
  /** The invocation met a fault after the mail service took the mail. */
  readonly met: (fault: Fault) => void;
  /** The code knows that the mail was taken. */
  readonly replied: () => void;
  /** It stands written that the mail was sent. */
  readonly settled: () => void;
}

const deaths: ReadonlySet<Fault> = new Set(['crash-before', 'crash-after', 'time-out']);
/** So often writing it down must be tried before it may be left to the lease. */
const leastTries = 5;

/**
 * Excuses one more delivery of a mail, and only for what leaves nobody a choice: the process died before it stood written, the
 * reply of the mail service was lost, or the table was too busy to write it down, again and again.
 */
export function mailRisk(excuse: () => void): MailRisk {
  let stage: 'unknown' | 'known' | 'over' = 'unknown';
  let failed = 0;
  return {
    met: (fault) => {
      if (stage === 'over') return;
      if (stage === 'known' && !deaths.has(fault) && ++failed < leastTries) return;
      stage = 'over';
      excuse();
    },
    replied: () => {
      if (stage === 'unknown') stage = 'known';
    },
    settled: () => {
      stage = 'over';
    },
  };
}
