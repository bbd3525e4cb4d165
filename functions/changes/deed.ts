import type { AnyChange } from '../../shared/domain/any-change.ts';
import type { Write } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';

export type Changing = Capabilities<{ workflows: never }>;

/** How a decided change is written: what it was before it was decided, and what is written with it, all or nothing. */
export interface Deed<Of extends AnyChange = AnyChange> {
  readonly change: Of;
  readonly before?: Stored<AnyChange> | undefined;
  readonly beside?: (made: AnyChange) => readonly Write[];
}

/** Nothing is written beside. */
export const none = (): readonly Write[] => [];
