import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { bytesOf, LARGEST_IN_ROW } from '../../shared/authoring/row-size.ts';
import { idPattern } from '../../shared/domain/kinds.ts';
import type { Reason } from '../../shared/domain/refusal.ts';
import { handlerOver } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';

const input = z.object({
  providerId: z.string().check(z.regex(idPattern)),
  fields: z.record(z.string(), z.unknown()),
  drawings: z.record(z.string().check(z.regex(idPattern)), z.string()),
});

/** What became of a provider’s file. */
export type ProviderKept =
  | { readonly outcome: 'kept' | 'unchanged'; readonly providerId: string }
  | { readonly outcome: 'refused'; readonly reasons: readonly Pick<Reason, 'message' | 'remedy'>[] };

/** What does not fit into a row, each of which is one of these. */
const tooLarge = ({ fields, drawings }: z.infer<typeof input>): readonly Pick<Reason, 'message' | 'remedy'>[] => {
  const rows = [
    ['The provider', JSON.stringify(fields), 'Shorten what it says of itself.'],
    ...Object.entries(drawings).map(([name, svg]) => [`The drawing ${name}`, svg, 'Simplify the drawing.'] as const),
  ] as const;
  return rows.flatMap(([what, text, remedy]) => {
    const bytes = bytesOf(text);
    return bytes > LARGEST_IN_ROW ? [{ message: `${what} has ${bytes} bytes; ${LARGEST_IN_ROW} fit.`, remedy }] : [];
  });
};

/** Keeps what a provider's file says of it, with its drawings, for drafts of the console to name. Only staff's roles may invoke it. */
export const handler = handlerOver(
  {},
  ({ providers, ledger, table, clock }) =>
    (event: unknown): Promise<ProviderKept> =>
      againAfterLostRaces(async () => {
        const asked = z.parse(input, event);
        const reasons = tooLarge(asked);
        if (reasons.length > 0) return { outcome: 'refused', reasons };
        const { providerId, fields, drawings } = asked;
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
