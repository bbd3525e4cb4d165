import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import * as z from 'zod/mini';
import { parseHundredths } from '../../../shared/authoring/exact.ts';
import { suggest } from '../../../shared/authoring/suggestion.ts';
import type { ChangeKind } from '../../../shared/domain/change.ts';
import { UsageError } from '../command.ts';
import { professionOf } from '../profession.ts';

/** What is asked of one certificate, as the function takes it. */
export interface Order {
  readonly kind: ChangeKind;
  readonly certificateId: string;
  readonly reason: string;
  readonly by: string;
  readonly correction: {
    readonly name?: string;
    readonly profession?: string;
    readonly participatedOn?: string;
    readonly credits?: readonly { readonly creditType: string; readonly amount: number }[];
  };
}

/** The certificate that is meant: its id, or the address under its QR code. @throws UsageError */
function certificateIdOf(text: string): string {
  const id = text.trim().replace(/\/$/, '').split('/').at(-1) ?? '';
  if (/^[^#]{1,64}$/.test(id)) return id;
  throw new UsageError(
    `“${text}” names no certificate. Give the address under its QR code, or the last part of it. Nothing was asked for.`,
  );
}

/** `ama-pra-category-1=1.25` as a credit in hundredths. @throws UsageError */
export function creditOf(text: string): { readonly creditType: string; readonly amount: number } {
  const [, creditType, decimal] = /^\s*([a-z0-9-]+)\s*=\s*(\S+)\s*$/.exec(text) ?? [];
  const amount = parseHundredths(decimal ?? '');
  if (creditType === undefined || amount === undefined)
    throw new UsageError(`“${text}” is no credit. Write it like ama-pra-category-1=1.25.`);
  return { creditType, amount };
}

/** What the options of the command, or the cells of a row, say. */
export interface Words {
  readonly certificate?: string | undefined;
  readonly reason?: string | undefined;
  readonly name?: string | undefined;
  readonly profession?: string | undefined;
  readonly participated?: string | undefined;
  readonly credits?: readonly string[] | undefined;
}

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);

/** An order of the words of a row, where there are any, before those of the options. @throws UsageError */
export function orderOf(kind: ChangeKind, by: string, row: Words, options: Words): Order {
  const said = (word: Exclude<keyof Words, 'credits'>): string | undefined =>
    filled(row[word]) ?? filled(options[word]);
  const [name, typed, participatedOn] = [said('name'), said('profession'), said('participated')];
  const profession = typed === undefined ? undefined : professionOf(typed);
  const credits = (row.credits?.length ? row.credits : options.credits)?.map(creditOf);
  return {
    ...{ kind, by, certificateId: certificateIdOf(said('certificate') ?? ''), reason: said('reason') ?? '' },
    correction: {
      ...(name !== undefined && { name }),
      ...(profession !== undefined && { profession }),
      ...(participatedOn !== undefined && { participatedOn }),
      ...(credits?.length && { credits }),
    },
  };
}

const columns = ['certificate', 'reason', 'name', 'profession', 'participated', 'credits', 'change', 'outcome'];
const rows = z.array(z.record(z.string(), z.string()));

/** The rows of a CSV file with a head, by column. What a spreadsheet adds beside the known columns is left alone. */
export async function rowsOf(
  file: string,
  wanted: 'certificate' | 'change',
): Promise<readonly Record<string, string>[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`The file ${file} cannot be read.`, { cause });
  });
  let table: z.infer<typeof rows>;
  try {
    const options = { bom: true, columns: (head: string[]) => head.map((name) => name.trim().toLowerCase()) };
    table = rows.parse(parse(text, { ...options, skip_empty_lines: true, trim: true, relax_column_count_less: true }));
  } catch (cause) {
    throw new UsageError(`${file} is no table of comma-separated values: ${(cause as Error).message}.`, { cause });
  }
  const head = Object.keys(table[0] ?? {});
  if (table.length === 0) throw new UsageError(`${file} has no rows below its head.`);
  if (!head.includes(wanted))
    throw new UsageError(
      `${file} has no column “${wanted}”. Its head says: ${head.join(', ')}. ${suggest(wanted, columns)}`,
    );
  return table;
}

/** The words of a row. */
export const wordsOf = (row: Readonly<Record<string, string>>): Words => ({
  ...row,
  credits: (row.credits ?? '').split(/[;\n]/).filter((credit) => credit.trim() !== ''),
});
