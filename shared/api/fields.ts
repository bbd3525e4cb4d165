/** The fields that many shapes have. Credit is integer hundredths, times are UTC instants, days are civil dates. */
import * as z from 'zod/mini';
import { tableFormats, tableMedia } from '../documents/table-file.ts';
import { idPattern } from '../domain/kinds.ts';

export const id = z.string();
/** An id that is sent to us and stands in a key of a row, where `#` parts what the key is made of. */
export const idInKey = z
  .string()
  .check(z.minLength(1), z.maxLength(128), z.regex(/^[^#]*$/, { error: 'There is no such id.' }));
const anAddress = { error: 'Enter an e-mail address, like name@example.org.' };
export const email = z.string(anAddress).check(z.trim(), z.maxLength(254, anAddress), z.email(anAddress));
export const instant = z.string();
export const civilDate = z.string();
export const hundredths = z.int();
export const percent = z.int();
/** One that the software knows, or one of a provider's own. */
export const creditType = z.string().check(z.regex(idPattern));
/** How a kind of credit is called: in a sentence, one and many, and one on its own. */
export const creditNames = z.object({ name: z.string(), plural: z.string(), unit: z.string() });
export const basis = z.enum(['awarded', 'attendance']);

/** As what a table is handed out: CSV where nothing is said. */
export const fileFormat = z.optional(z.enum(tableFormats));
/** A table that is handed out, in either format. */
export const tableAnswer = { media: [tableMedia.csv, tableMedia.xlsx] } as const;
