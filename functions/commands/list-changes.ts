import type { AnyChange } from '../../shared/domain/any-change.ts';
import { handlerOver } from '../capabilities.ts';

const MOST_LISTED = 100;

/** Lists the changes that wait for a second person, oldest first. */
export const handler = handlerOver(
  {},
  ({ changes }) =>
    async (): Promise<{ changes: readonly AnyChange[] }> => ({
      changes: (await changes.waiting({ limit: MOST_LISTED })).items,
    }),
);
