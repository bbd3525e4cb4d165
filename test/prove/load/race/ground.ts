import type { Routes } from '../../../../shared/api/routes.ts';
import type { Row } from '../../../../shared/ports.ts';
import type { Sent } from '../../../simulation/api-event.ts';
import type { Begun } from '../../begun-attempt.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where races are run: the service with a table of its own. */
export interface Ground {
  /** Has learners sign in, say who they are, and begin an attempt. */
  begin(count: number): Promise<readonly Begun[]>;
  /** Sends a POST of a learner. */
  ask(route: keyof Routes, sent: Sent): Promise<Answer>;
  /** Every row, with what learners' keys open, once all work has ended. */
  rows(): Promise<readonly Row[]>;
  /** Writes that somebody else was quicker than, where the ground can see them. */
  readonly lostWrites?: () => number;
  close(): Promise<void>;
}
