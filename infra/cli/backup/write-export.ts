import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { type DataFile, EXPORTS, type Item, manifestNames, OUR_TABLES } from './format.ts';

/** Rows in a file; more begin the next, so that none is held in memory that grows with the table. */
const ROWS_A_FILE = 20_000;

/** The JSON of a row. Bytes would come as arrays; rows hold none. */
const lineOf = (item: Item): string => `${JSON.stringify({ Item: item })}\n`;

async function* itemsIn(dynamoDb: DynamoDBClient, table: string): AsyncGenerator<Item> {
  let from: Item | undefined;
  do {
    const page = await dynamoDb.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    yield* page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/**
 * Writes a table that nobody writes to meanwhile into a folder, as DynamoDB exports one.
 * @param takenAt the moment that the rows are of
 * @returns how many rows, and the folder of the export in the folder
 */
export async function writeExport(options: {
  readonly dynamoDb: DynamoDBClient;
  readonly table: string;
  readonly folder: string;
  readonly takenAt: string;
}): Promise<{ readonly rows: number; readonly path: string }> {
  const { dynamoDb, table, folder, takenAt } = options;
  const exportId = `${String(Date.parse(takenAt)).padStart(14, '0')}-${randomBytes(4).toString('hex')}`;
  const path = `${EXPORTS}/${exportId}`;
  mkdirSync(join(folder, path, 'data'), { recursive: true });
  const files: DataFile[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    const bytes = gzipSync(lines.join(''));
    const dataFileS3Key = `${path}/data/${randomBytes(12).toString('hex')}.json.gz`;
    writeFileSync(join(folder, dataFileS3Key), bytes, { mode: 0o600 });
    files.push({
      itemCount: lines.length,
      md5Checksum: createHash('md5').update(bytes).digest('base64'),
      dataFileS3Key,
    });
    lines = [];
  };
  for await (const item of itemsIn(dynamoDb, table)) {
    lines.push(lineOf(item));
    if (lines.length === ROWS_A_FILE) flush();
  }
  // An empty table has an empty file, as DynamoDB does it.
  if (lines.length > 0 || files.length === 0) flush();

  const rows = files.reduce((sum, { itemCount }) => sum + itemCount, 0);
  const write = (name: string, text: string): void => writeFileSync(join(folder, path, name), text, { mode: 0o600 });
  write(manifestNames.files, files.map((file) => `${JSON.stringify(file)}\n`).join(''));
  const about = {
    ...{ version: '2020-06-30', startTime: takenAt, endTime: new Date().toISOString(), exportTime: takenAt },
    tableArn: `${OUR_TABLES}${table}`,
    ...{ itemCount: rows, outputFormat: 'DYNAMODB_JSON', exportType: 'FULL_EXPORT' },
    manifestFilesS3Key: `${path}/${manifestNames.files}`,
  };
  write(manifestNames.summary, `${JSON.stringify(about)}\n`);
  return { rows, path };
}
