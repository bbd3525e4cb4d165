import * as z from 'zod/mini';
import { stuckMail, stuckWork } from '../../shared/domain/stuck.ts';
import { handlerOver } from '../capabilities.ts';

const place = z.object({ of: z.enum(['work', 'mail']), cursor: z.optional(z.string()) });
const input = z.object({ from: z.optional(place) });

/** Work that waits for staff. */
interface Parked {
  readonly workId: string;
  readonly step: string;
  readonly reason: string;
  readonly at: string;
  readonly tries: number;
}

/** A page of what is parked. */
export interface ParkedPage {
  readonly work: readonly Parked[];
  /** Where to go on; absent after the last. */
  readonly next?: z.infer<typeof place>;
}

/** Things that one call reads. */
const AT_ONCE = 100;

/**
 * Lists a page of the work that is parked, and after the last of it of the mail, each oldest first, with the step that failed and
 * why; called again with `next` until there is none.
 */
export const handler = handlerOver({}, ({ outbox }) => async (event: unknown): Promise<ParkedPage> => {
  const { of, cursor } = z.parse(input, event).from ?? { of: 'work' };
  const asked = { limit: AT_ONCE, cursor };
  const page =
    of === 'work'
      ? await outbox.parked(of, asked).then(({ items, ...rest }) => ({ ...rest, stuck: items.map(stuckWork) }))
      : await outbox.parked(of, asked).then(({ items, ...rest }) => ({ ...rest, stuck: items.map(stuckMail) }));
  const next =
    page.cursor !== undefined ? { of, cursor: page.cursor } : of === 'work' ? { of: 'mail' as const } : undefined;
  return {
    work: page.stuck.flatMap((stuck): Parked[] => {
      if (!stuck) return [];
      const { id: workId, step, reason, askedAt, at = askedAt, tries } = stuck;
      return [{ workId, step, reason, at, tries }];
    }),
    ...(next && { next }),
  };
});
