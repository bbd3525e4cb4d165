import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, syncFolder } from '../durable-files.ts';

/**
 * One version of an object, as its JSON file on disk says. A delete marker is a version too, without bytes.
 * Order among the versions of a key is that of `sequence`.
 */
export type ObjectVersion = {
  readonly key: string;
  readonly versionId: string;
  readonly sequence: number;
  readonly deleteMarker: boolean;
  /** UTC instant. */
  readonly lastModified: string;
  readonly size: number;
  /** MD5 in hex, without quotes. */
  readonly etag: string;
  /** Response headers kept with the object: content-type, x-amz-meta-…, checksums. */
  readonly headers: Readonly<Record<string, string>>;
};

/** Decides, with the newest version in hand, whether the write goes ahead; throws when it does not. */
export type Precondition = (newest: ObjectVersion | undefined) => void;

export type Bucket = {
  put(key: string, body: Buffer, headers: Record<string, string>, precondition: Precondition): Promise<ObjectVersion>;
  /** Adds a delete marker; earlier versions stay. */
  hide(key: string): Promise<ObjectVersion>;
  newest(key: string): Promise<ObjectVersion | undefined>;
  version(key: string, versionId: string): Promise<ObjectVersion | undefined>;
  read(version: ObjectVersion): Promise<Buffer>;
  /** The newest versions that are not delete markers, in the UTF-8 order of their keys. */
  list(): Promise<ObjectVersion[]>;
};

/** Any key is a safe folder name this way: no traversal, no length limit, no clash where case does not count. */
function folderName(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

function fileName({ sequence, versionId }: ObjectVersion): string {
  return `${String(sequence).padStart(12, '0')}-${versionId}`;
}

/** Writes a version whole or not at all: it exists from the moment that its JSON file has its name. */
async function writeVersion(folder: string, version: ObjectVersion, body: Buffer): Promise<void> {
  const target = join(folder, fileName(version));
  const temporary = `${target}.writing`;
  await Promise.all([
    writeFile(`${temporary}.bytes`, body, { flush: true }),
    writeFile(`${temporary}.json`, JSON.stringify(version), { flush: true }),
  ]);
  await rename(`${temporary}.bytes`, `${target}.bytes`);
  await rename(`${temporary}.json`, `${target}.json`);
  await syncFolder(folder);
}

async function loadVersions(folder: string): Promise<ObjectVersion[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const isThere = new Set(names);
  // Left by a kill or a power cut in the middle of a write, which may leave either name without the other: its version
  // never came to be.
  const abandoned = names.filter(
    (name) =>
      name.includes('.writing.') ||
      !isThere.has(name.replace(/\.bytes$/, '.json')) ||
      !isThere.has(name.replace(/\.json$/, '.bytes')),
  );
  await Promise.all(abandoned.map((name) => rm(join(folder, name), { force: true })));
  const kept = names.filter((name) => name.endsWith('.json') && !abandoned.includes(name)).sort();
  // The files are our own writing, whole by construction.
  return Promise.all(kept.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as ObjectVersion));
}

/** Runs the writes of one key one after the other, so that a precondition and its write are one step. */
function oneAtATime() {
  const tails = new Map<string, Promise<unknown>>();
  return <T>(key: string, write: () => Promise<T>): Promise<T> => {
    const turn = (tails.get(key) ?? Promise.resolve()).then(write, write);
    const tail = turn.catch(() => {});
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return turn;
  };
}

/**
 * Opens a bucket kept in a folder, which is created when missing; versions are never removed. What it holds of a key is read
 * when that key is first asked for: a start takes as long with a million certificates as with none.
 */
export async function openBucket(folder: string): Promise<Bucket> {
  await makeFolder(folder);
  /** By the name of the key's folder. */
  const objects = new Map<string, Promise<readonly ObjectVersion[]>>();
  const versionsIn = (name: string): Promise<readonly ObjectVersion[]> => {
    const versions = objects.get(name) ?? loadVersions(join(folder, name));
    objects.set(name, versions);
    // Trouble with the disk is told to who asked, and the next one looks again.
    versions.catch(() => objects.delete(name));
    return versions;
  };
  const inTurn = oneAtATime();
  const newest = async (key: string) => (await versionsIn(folderName(key))).at(-1);

  async function add(
    key: string,
    body: Buffer,
    facts: Pick<ObjectVersion, 'deleteMarker' | 'headers'>,
  ): Promise<ObjectVersion> {
    const versions = await versionsIn(folderName(key));
    const versionFolder = join(folder, folderName(key));
    await makeFolder(versionFolder);
    const version: ObjectVersion = {
      key,
      versionId: randomBytes(16).toString('hex'),
      sequence: (versions.at(-1)?.sequence ?? 0) + 1,
      lastModified: new Date().toISOString(),
      size: body.length,
      etag: createHash('md5').update(body).digest('hex'),
      ...facts,
    };
    await writeVersion(versionFolder, version, body);
    objects.set(folderName(key), Promise.resolve([...versions, version]));
    return version;
  }

  return {
    put: (key, body, headers, precondition) =>
      inTurn(key, async () => {
        precondition(await newest(key));
        return add(key, body, { deleteMarker: false, headers });
      }),
    hide: (key) => inTurn(key, () => add(key, Buffer.alloc(0), { deleteMarker: true, headers: {} })),
    newest,
    version: async (key, versionId) =>
      (await versionsIn(folderName(key))).find((version) => version.versionId === versionId),
    read: (version) => readFile(join(folder, folderName(version.key), `${fileName(version)}.bytes`)),
    list: async () =>
      (await Promise.all((await readdir(folder)).map(versionsIn)))
        .flatMap((versions) => versions.at(-1) ?? [])
        .filter(({ deleteMarker }) => !deleteMarker)
        .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key))),
  };
}
