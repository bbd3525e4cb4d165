import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { DOCUMENT_LIST, DOCUMENTS, hashOfFile, type ListedDocument, listedDocument } from './format.ts';
import type { Store } from './store.ts';

type Bucket = Pick<Store, 's3' | 'bucket'>;

/** Documents at once: each is a request of its own. */
const AT_ONCE = 16;

async function each<Thing>(things: readonly Thing[], act: (thing: Thing) => Promise<void>): Promise<void> {
  for (let at = 0; at < things.length; at += AT_ONCE) await Promise.all(things.slice(at, at + AT_ONCE).map(act));
}

/** A key as a path below the documents' folder; no key leads out of it. */
const isPath = (key: string): boolean => key.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** The keys of a bucket, by the page. */
export async function* keysIn({ s3, bucket }: Bucket): AsyncGenerator<readonly string[]> {
  let token: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: token }));
    yield (page.Contents ?? []).flatMap(({ Key }) => Key ?? []);
    token = page.NextContinuationToken;
  } while (token);
}

/** Copies the documents of a bucket into a folder, with a list of their hashes. @returns how many */
export async function writeDocuments(from: Bucket, folder: string): Promise<number> {
  const listed: ListedDocument[] = [];
  for await (const keys of keysIn(from))
    await each(keys, async (key) => {
      if (!isPath(key)) throw new Error(`The document ${key} has a key that is no path`);
      const { Body, ContentType } = await from.s3.send(new GetObjectCommand({ Bucket: from.bucket, Key: key }));
      const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
      const file = join(folder, DOCUMENTS, key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes, { mode: 0o600 });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      listed.push({ key, bytes: bytes.length, sha256, contentType: ContentType ?? 'application/octet-stream' });
    });
  const lines = listed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map((one) => `${JSON.stringify(one)}\n`);
  writeFileSync(join(folder, DOCUMENT_LIST), lines.join(''), { mode: 0o600 });
  return listed.length;
}

/** The documents that a backup lists. */
export const listedDocuments = (folder: string): readonly ListedDocument[] =>
  readFileSync(join(folder, DOCUMENT_LIST), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => listedDocument.parse(JSON.parse(line)));

const contentTypes: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The documents in a folder that lists none: a copy of a bucket. */
export async function foundDocuments(folder: string): Promise<readonly ListedDocument[]> {
  const root = join(folder, DOCUMENTS);
  if (!existsSync(root)) return [];
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      return {
        key: relative(root, file).replaceAll(sep, '/'),
        ...{ bytes: statSync(file).size, sha256: await hashOfFile(file, 'sha256', 'hex') },
        contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
      };
    }),
  );
}

/** What is wrong with the documents of a backup, each a whole line. */
export async function wrongDocuments(folder: string, listed: readonly ListedDocument[]): Promise<readonly string[]> {
  const problems: string[] = [];
  await each(listed, async ({ key, sha256 }) => {
    const file = join(folder, DOCUMENTS, key);
    if (!isPath(key)) problems.push(`${key} is no key of a document.`);
    else if (!existsSync(file)) problems.push(`${DOCUMENTS}/${key} is missing.`);
    else if ((await hashOfFile(file, 'sha256', 'hex')) !== sha256)
      problems.push(`${DOCUMENTS}/${key} is not what was backed up: its hash differs.`);
  });
  return problems.toSorted();
}

/** Puts documents into a bucket, each once. */
export async function putDocuments(folder: string, listed: readonly ListedDocument[], to: Bucket): Promise<void> {
  await each(listed, async ({ key, contentType }) => {
    const Body = readFileSync(join(folder, DOCUMENTS, key));
    await to.s3.send(
      new PutObjectCommand({ Bucket: to.bucket, Key: key, Body, ContentType: contentType, IfNoneMatch: '*' }),
    );
  });
}
