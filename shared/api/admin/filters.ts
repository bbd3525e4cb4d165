/** What long lists are filtered by, and where a page or a file of them goes on. */
import * as z from 'zod/mini';
import { isCivilDate } from '../../domain/kinds.ts';

const asDay = 'Give a day as year, month and day: 2026-03-09.';

export const filterText = z.optional(z.string().check(z.maxLength(200)));
export const filterDay = z.optional(
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: asDay, abort: true }), z.refine(isCivilDate, asDay)),
);
/** Of lists by name it holds a name, which may have four bytes a character, twice over. */
export const listCursor = z.optional(z.string().check(z.maxLength(6_000)));
