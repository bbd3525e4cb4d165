import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';

/**
 * The files of a backup. Rows are as DynamoDB exports a table to S3 (Developer Guide, "DynamoDB table export output
 * format"), so that what AWS wrote and what this wrote are read by one reader, and `aws dynamodb import-table` reads both.
 * Beside them stand the documents under their keys, and `backup.json`, which has the hash of everything else.
 */
export const EXPORTS = 'AWSDynamoDB';
export const DOCUMENTS = 'documents';
export const DOCUMENT_LIST = 'documents.jsonl';
export const SEAL = 'backup.json';
export const manifestNames = { summary: 'manifest-summary.json', files: 'manifest-files.json' } as const;

/** Tables of one machine, by ARNs of no account. */
export const OUR_TABLES = 'arn:aws:dynamodb:us-east-1:000000000000:table/';

/** What is read of `manifest-summary.json`. */
export const summary = z.object({
  version: z.literal('2020-06-30'),
  exportTime: z.string(),
  tableArn: z.string(),
  itemCount: z.int(),
  outputFormat: z.string(),
  exportType: z.optional(z.string()),
});

/** A line of `manifest-files.json`. */
export const dataFile = z.object({ itemCount: z.int(), md5Checksum: z.string(), dataFileS3Key: z.string() });
export type DataFile = z.infer<typeof dataFile>;

/** A line of `documents.jsonl`. */
export const listedDocument = z.object({
  key: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  contentType: z.string(),
});
export type ListedDocument = z.infer<typeof listedDocument>;

/** `backup.json`: written last, so that a backup without it was cut short. */
export const seal = z.object({
  format: z.literal('credit-wallet-backup'),
  version: z.literal(1),
  /** The moment that the rows are of. */
  takenAt: z.string(),
  rows: z.int(),
  documents: z.int(),
  /** SHA-256 of each other file that names what belongs to the backup, by its path. */
  files: z.record(z.string(), z.string()),
});
export type Seal = z.infer<typeof seal>;

/** A row as DynamoDB writes it: `{"pk":{"S":"STAFF"}}`. */
export type Item = Record<string, AttributeValue>;

/** A hash of a file, read piece by piece. */
export async function hashOfFile(
  file: string,
  algorithm: 'md5' | 'sha256',
  encoding: 'base64' | 'hex',
): Promise<string> {
  const hash = createHash(algorithm);
  for await (const piece of createReadStream(file)) hash.update(piece as Uint8Array);
  return hash.digest(encoding);
}

/** The rows of a data file, one after another. */
export async function* itemsOf(file: string): AsyncGenerator<Item> {
  const text = createReadStream(file).pipe(createGunzip());
  for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield (JSON.parse(line) as { readonly Item: Item }).Item;
}
