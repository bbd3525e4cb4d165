import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dataFile, EXPORTS, hashOfFile, type Item, itemsOf, manifestNames, OUR_TABLES, summary } from './format.ts';

/** An export of a table that was found whole. */
export interface TableExport {
  /** In the folder: `AWSDynamoDB/01693685827463-2d8752fd`. */
  readonly path: string;
  readonly takenAt: string;
  readonly rows: number;
  /** Whether this program wrote it, and not DynamoDB. */
  readonly isOurs: boolean;
  items(): AsyncGenerator<Item>;
}

/** What was looked for, or every reason why it cannot be used, each a whole line. */
export type Read<Thing> =
  | { readonly kind: 'whole'; readonly found: Thing }
  | { readonly kind: 'damaged'; readonly problems: readonly string[] };

const damaged = (
  ...problems: readonly string[]
): { readonly kind: 'damaged'; readonly problems: readonly string[] } => ({
  ...{ kind: 'damaged', problems },
});

function parsed<Thing>(schema: { parse(value: unknown): Thing }, text: string): Thing | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function rowsIn(file: string): Promise<number> {
  let rows = 0;
  for await (const _ of itemsOf(file)) rows++;
  return rows;
}

/** What is wrong with a data file: nothing where it is as its manifest says. */
async function wrongWith(folder: string, path: string, line: string): Promise<readonly string[]> {
  const named = parsed(dataFile, line);
  if (!named) return [`${path}/${manifestNames.files} has a line that names no file.`];
  const { dataFileS3Key, itemCount, md5Checksum } = named;
  const name = `${path}/data/${basename(dataFileS3Key)}`;
  if (!dataFileS3Key.endsWith(name)) return [`${dataFileS3Key} is of another export than ${path}.`];
  const file = join(folder, name);
  if (!existsSync(file)) return [`${name} is missing.`];
  if ((await hashOfFile(file, 'md5', 'base64')) !== md5Checksum)
    return [`${name} is not what was exported: its checksum differs.`];
  const rows = await rowsIn(file);
  return rows === itemCount ? [] : [`${name} has ${rows} rows, and its manifest says ${itemCount}.`];
}

/**
 * Reads and checks the export of a table in a folder, whoever wrote it: this program, or DynamoDB itself
 * (`aws s3 sync s3://BUCKET/PREFIX FOLDER`). Nothing is taken from it before all of it was checked.
 */
export async function readExport(folder: string): Promise<Read<TableExport>> {
  const all = join(folder, EXPORTS);
  const ids = existsSync(all) ? readdirSync(all).sort() : [];
  const [id, ...others] = ids;
  if (id === undefined) return damaged(`${folder} has no folder ${EXPORTS}, which an export of a table has.`);
  if (others.length > 0)
    return damaged(`${all} has ${ids.length} exports: ${ids.join(', ')}. Leave the one that is meant.`);
  const path = `${EXPORTS}/${id}`;
  const missing = Object.values(manifestNames).filter((name) => !existsSync(join(folder, path, name)));
  if (missing.length > 0)
    return damaged(...missing.map((name) => `${path}/${name} is missing: the export did not end.`));
  const about = parsed(summary, readFileSync(join(folder, path, manifestNames.summary), 'utf8'));
  if (!about) return damaged(`${path}/${manifestNames.summary} cannot be read.`);
  if (about.outputFormat !== 'DYNAMODB_JSON' || (about.exportType ?? 'FULL_EXPORT') !== 'FULL_EXPORT')
    return damaged(`${path} is ${about.outputFormat}, ${about.exportType}. A full export as DYNAMODB_JSON is needed.`);
  const lines = readFileSync(join(folder, path, manifestNames.files), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const problems: string[] = [];
  for (const line of lines) problems.push(...(await wrongWith(folder, path, line)));
  const named = lines.flatMap((line) => parsed(dataFile, line) ?? []);
  const rows = named.reduce((sum, { itemCount }) => sum + itemCount, 0);
  if (rows !== about.itemCount)
    problems.push(`${path}/${manifestNames.files} names ${rows} rows, and the export has ${about.itemCount}.`);
  if (problems.length > 0) return damaged(...problems);
  return {
    kind: 'whole',
    found: {
      ...{ path, takenAt: about.exportTime, rows, isOurs: about.tableArn.startsWith(OUR_TABLES) },
      async *items() {
        for (const { dataFileS3Key } of named) yield* itemsOf(join(folder, path, 'data', basename(dataFileS3Key)));
      },
    },
  };
}
