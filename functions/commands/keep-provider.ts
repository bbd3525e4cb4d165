import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { idPattern } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';

const input = z.object({
  providerId: z.string().check(z.regex(idPattern)),
  fields: z.record(z.string(), z.unknown()),
  drawings: z.record(z.string().check(z.regex(idPattern)), z.string()),
});

/** What became of a provider’s file. */
export interface ProviderKept {
  readonly outcome: 'kept' | 'unchanged';
  readonly providerId: string;
}

/** Keeps what a provider's file says of it, with its drawings, for drafts of the console to name. Only staff's roles may invoke it. */
export const handler = handlerOver(
  {},
  ({ providers, ledger, table, clock }) =>
    (event: unknown): Promise<ProviderKept> =>
      againAfterLostRaces(async () => {
        const { providerId, fields, drawings } = z.parse(input, event);
        const saved = { savedAt: clock.now(), savedBy: 'staff' };
        const before = await providers.byId(providerId);
        const drawn = await providers.drawings(providerId);
        const same = before !== undefined && isDeepStrictEqual(before.value.fields, fields);
        const changed = Object.entries(drawings).flatMap(([drawing, svg]) => {
          const kept = drawn.find(({ value }) => value.drawing === drawing);
          return kept?.value.svg === svg ? [] : [providers.putDrawing(providerId, { drawing, svg, ...saved }, kept)];
        });
        if (same && changed.length === 0) return { outcome: 'unchanged', providerId };
        await table.write([
          ...(same ? [] : [providers.put({ providerId, fields, ...saved }, before)]),
          ...changed,
          ledger.audit('staff', 'provider.changed', { providerId }),
        ]);
        return { outcome: 'kept', providerId };
      }),
);
