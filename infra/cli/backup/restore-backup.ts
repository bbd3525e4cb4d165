import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BatchWriteItemCommand, type DynamoDBClient, ScanCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { entities } from '../../../shared/table.ts';
import { foundDocuments, keysIn, listedDocuments, putDocuments, wrongDocuments } from './documents.ts';
import { DOCUMENT_LIST, hashOfFile, type Item, type ListedDocument, SEAL, type Seal, seal } from './format.ts';
import { type Read, readExport, type TableExport } from './read-export.ts';
import type { Store } from './store.ts';

/** A backup that was found whole. */
export interface Backup {
  readonly folder: string;
  readonly records: TableExport;
  readonly documents: readonly ListedDocument[];
}

/** The seal of a folder; one that DynamoDB exported to has none. */
function readSeal(folder: string): Read<Seal | undefined> {
  if (!existsSync(join(folder, SEAL))) return { kind: 'whole', found: undefined };
  try {
    return { kind: 'whole', found: seal.parse(JSON.parse(readFileSync(join(folder, SEAL), 'utf8'))) };
  } catch {
    return { kind: 'damaged', problems: [`${SEAL} cannot be read.`] };
  }
}

/** What of a folder does not agree with its seal. */
async function wrongWithSeal(folder: string, sealed: Seal, records: TableExport): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [name, hash] of Object.entries(sealed.files))
    if (!existsSync(join(folder, name))) problems.push(`${name} is missing.`);
    else if ((await hashOfFile(join(folder, name), 'sha256', 'hex')) !== hash)
      problems.push(`${name} is not of this backup: its hash differs.`);
  if (!Object.keys(sealed.files).some((name) => name.startsWith(`${records.path}/`)))
    problems.push(`${records.path} is of another backup than ${SEAL}.`);
  for (const what of ['takenAt', 'rows'] as const)
    if (sealed[what] !== records[what])
      problems.push(`${SEAL} says ${what} is ${sealed[what]}, and the export ${records[what]}.`);
  return problems;
}

/** The documents of a folder, and what is wrong with them. */
async function readDocuments(folder: string, sealed: Seal | undefined): Promise<Read<readonly ListedDocument[]>> {
  // Whoever restores what DynamoDB exported copies the bucket beside it; its hashes are in the ledgers.
  if (!sealed) return { kind: 'whole', found: await foundDocuments(folder) };
  const listed = existsSync(join(folder, DOCUMENT_LIST)) ? listedDocuments(folder) : [];
  const problems = [...(await wrongDocuments(folder, listed))];
  if (listed.length !== sealed.documents)
    problems.push(`${SEAL} says that there are ${sealed.documents} documents, and ${listed.length} are listed.`);
  return problems.length > 0 ? { kind: 'damaged', problems } : { kind: 'whole', found: listed };
}

/** Reads and checks a backup, or an export of DynamoDB's: every file before anything is taken from one. */
export async function readBackup(folder: string): Promise<Read<Backup>> {
  const read = await readExport(folder);
  if (read.kind === 'damaged') return read;
  const records = read.found;
  const sealed = readSeal(folder);
  if (sealed.kind === 'damaged') return sealed;
  if (!sealed.found && records.isOurs)
    return { kind: 'damaged', problems: [`${SEAL} is missing: the backup was cut short.`] };
  const wrong = sealed.found ? await wrongWithSeal(folder, sealed.found, records) : [];
  if (wrong.length > 0) return { kind: 'damaged', problems: wrong };
  const documents = await readDocuments(folder, sealed.found);
  return documents.kind === 'damaged'
    ? documents
    : { kind: 'whole', found: { folder, records, documents: documents.found } };
}

/**
 * Kinds of rows that let somebody in, by their partitions. Whoever was let in then may have signed out since, or have lost
 * their access; everybody signs in anew.
 */
const lettingIn = (['session', 'staffSession', 'challenge', 'employerSignIn', 'walletOffer'] as const).map((name) =>
  entities[name].pk.replace(/\{.*/, ''),
);
export const letsIn = ({ pk }: Item): boolean => lettingIn.some((prefix) => pk?.S?.startsWith(prefix));

const A_BATCH = 25;
const BATCHES_AT_ONCE = 8;

/** Sends a batch until DynamoDB took all of it. */
async function putBatch(dynamoDb: DynamoDBClient, table: string, items: readonly Item[]): Promise<void> {
  let left: WriteRequest[] = items.map((Item) => ({ PutRequest: { Item } }));
  for (let tries = 0; left.length > 0; tries++) {
    if (tries > 0) await pause(Math.min(50 * 2 ** tries, 5_000));
    const { UnprocessedItems } = await dynamoDb.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
  }
}

/** Puts rows into a table. @returns how many, and how many were left out because `leavesOut` says so */
export async function putItems(
  dynamoDb: DynamoDBClient,
  table: string,
  items: AsyncGenerator<Item>,
  leavesOut: (item: Item) => boolean = () => false,
): Promise<{ readonly rows: number; readonly leftOut: number }> {
  let [rows, leftOut] = [0, 0];
  const sender = async (): Promise<void> => {
    for (let more = true; more; ) {
      const batch: Item[] = [];
      while (batch.length < A_BATCH) {
        const { value, done } = await items.next();
        if (done) {
          more = false;
          break;
        }
        if (leavesOut(value)) leftOut++;
        else batch.push(value);
      }
      if (batch.length > 0) await putBatch(dynamoDb, table, batch);
      rows += batch.length;
    }
  };
  await Promise.all(Array.from({ length: BATCHES_AT_ONCE }, sender));
  return { rows, leftOut };
}

/** What of a store is not empty. */
export async function notEmpty({ dynamoDb, table, keyTable, s3, bucket }: Store): Promise<readonly string[]> {
  const full: string[] = [];
  for (const name of [table, keyTable]) {
    const { Items = [] } = await dynamoDb.send(new ScanCommand({ TableName: name, Limit: 1 }));
    if (Items.length > 0) full.push(`The table ${name} holds rows.`);
  }
  const { value: keys = [] } = await keysIn({ s3, bucket }).next();
  if (keys.length > 0) full.push(`The bucket ${bucket} holds documents.`);
  return full;
}

/** What a restore brought back. */
export interface Restored {
  readonly rows: number;
  /** Sessions and sign-ins that were under way. */
  readonly leftOut: number;
  readonly keys: number;
  readonly documents: number;
}

/** Brings a backup, and the keys that are given, into a store that is empty. Documents first: rows tell of them. */
export async function restoreBackup(
  { folder, records, documents }: Backup,
  keys: TableExport | undefined,
  to: Store,
): Promise<Restored> {
  await putDocuments(folder, documents, to);
  const kept = keys ? await putItems(to.dynamoDb, to.keyTable, keys.items()) : { rows: 0 };
  const put = await putItems(to.dynamoDb, to.table, records.items(), letsIn);
  return { ...put, keys: kept.rows, documents: documents.length };
}

/** Reads the copy of the keys, which must not be older than the records: who was erased between would come back. */
export async function readKeys(folder: string, { takenAt }: TableExport): Promise<Read<TableExport>> {
  const read = await readBackup(folder);
  if (read.kind === 'damaged') return read;
  const keys = read.found.records;
  return keys.takenAt >= takenAt
    ? { kind: 'whole', found: keys }
    : {
        kind: 'damaged',
        problems: [
          `The keys in ${folder} are of ${keys.takenAt}, and the records of ${takenAt}: who came between could not be read, and who was erased between would come back. Take the newest copy of the keys.`,
        ],
      };
}
