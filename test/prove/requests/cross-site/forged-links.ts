import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { createS3Documents } from '../../../../functions/adapters/s3-documents.ts';
import { startS3 } from '../../../../infra/local/parts/s3.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { type Attempt, attempt } from './attempt.ts';

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'a secret of this proof alone' };
const [bucket, key, other] = ['certificates', 'certificates/one/v1/a.pdf', 'certificates/two/v1/b.pdf'];
const longestSeconds = 300;
const alphabet = 'ABCDEFabcdef0123456789-_.~%&=/+?#;';

/** The same link with one character otherwise, at any place behind the host. */
function altered(link: string, random: ReturnType<typeof randomFrom>): string {
  const from = link.indexOf('/', 'http://'.length) + 1;
  const at = random.between(from, link.length);
  const way = random.below(3);
  return link.slice(0, at) + (way === 0 ? '' : random.pick([...alphabet])) + link.slice(way === 1 ? at : at + 1);
}

const meant = (link: string): string | undefined => {
  try {
    const { pathname, searchParams } = new URL(link);
    return JSON.stringify([decodeURIComponent(pathname), [...searchParams].sort()]);
  } catch {
    return undefined;
  }
};

/** By hand, each thing that somebody with a link to one certificate would change to get at more. */
function* changed(link: string): Generator<readonly [what: string, link: string, init?: RequestInit]> {
  for (const method of ['HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'])
    yield [`the method ${method}`, link, { method }];
  yield ['another key', link.replace(key, other)];
  yield ['a way around the key', link.replace(key, `${key}/../../../two/v1/b.pdf`)];
  yield ['the bucket', link.replace(`/${key}`, '')];
  yield ['another bucket', link.replace(`/${bucket}/`, '/reports/')];
  for (const name of new URL(link).searchParams.keys()) {
    const without = new URL(link);
    without.searchParams.delete(name);
    yield [`no ${name}`, without.href];
    const otherwise = new URL(link);
    otherwise.searchParams.set(name, name === 'X-Amz-Expires' ? '604800' : 'text/html');
    yield [`another ${name}`, otherwise.href];
    const twice = new URL(link);
    twice.searchParams.append(name, 'x');
    yield [`two of ${name}`, twice.href];
  }
  for (const more of ['versionId=1', 'list-type=2', 'acl', 'response-content-encoding=gzip', 'X-Amz-Security-Token=x'])
    yield [`${more} more`, `${link}&${more}`];
  const signature = new URL(link).searchParams.get('X-Amz-Signature') ?? '';
  for (const other of [signature.toUpperCase(), `${signature}g`, signature.slice(1), '0'.repeat(64), `${signature}00`])
    yield ['another signature', link.replace(signature, other)];
  yield ['a header that was not signed', link, { headers: { 'x-amz-request-payer': 'requester' } }];
}

/**
 * Makes a link as the product does, from its adapter to the bucket of one machine, and uses it as it is, altered by hand and at
 * `count` places by chance, and when its time is over. Only as it is it opens anything, and that is the one document.
 */
export async function forgedLinks(seed: number, count: number): Promise<readonly Attempt[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'links-'));
  const s3 = await startS3({ dataDir, buckets: [bucket, 'reports'], credentials });
  const client = new S3Client({ endpoint: s3.endpoint, region: 'us-east-1', credentials });
  const documents = createS3Documents({ client, bucket });
  const attempts: Attempt[] = [];
  const realNow = Date.now;
  try {
    for (const [at, text] of [
      [key, 'the one'],
      [other, 'another'],
    ] as const)
      await documents.putOnce({ key: at, bytes: Buffer.from(text), contentType: 'application/pdf' });
    const link = await documents.link({ key, fileName: 'CW-2026-1.pdf', seconds: 86_400 });
    const seconds = Number(new URL(link).searchParams.get('X-Amz-Expires'));
    const tooLong = seconds >= 1 && seconds <= longestSeconds ? undefined : `The link works for ${seconds} s`;
    attempts.push(attempt('works for five minutes at most', tooLong));
    const opens = async (what: string, url: string, init?: RequestInit): Promise<string | undefined> => {
      const response = await fetch(url, { ...init, redirect: 'manual' }).catch(() => undefined);
      const text = (await response?.text()) ?? '';
      return (response?.status ?? 400) < 400 || /the one|another/.test(text)
        ? `${what} was answered ${response?.status}: ${text.slice(0, 100)}`
        : undefined;
    };
    const asItIs = await (await fetch(link)).text();
    attempts.push(attempt('opens the one document', asItIs === 'the one' ? undefined : `The link opens ${asItIs}`));
    for (const [what, url, init] of changed(link))
      attempts.push(attempt('forged: refused', await opens(what, url, init)));
    const random = randomFrom(seed);
    for (let tried = 0; tried < count; ) {
      const url = altered(link, random);
      // What means the same is no forgery; a fragment never leaves the browser.
      if (meant(url) === meant(link) || url.split('#')[0] === link) continue;
      tried += 1;
      attempts.push(attempt('altered in one place: refused', await opens(`${url}, altered,`, url)));
    }
    for (const late of [(seconds + 1) * 1_000, 3_600_000, 86_400_000 * 30]) {
      Date.now = () => realNow() + late;
      attempts.push(attempt('used after its time: refused', await opens(`The link ${late} ms later`, link)));
    }
  } finally {
    Date.now = realNow;
    client.destroy();
    await s3.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return attempts;
}
