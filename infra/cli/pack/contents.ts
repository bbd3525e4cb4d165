import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { utcDay } from '../../../shared/domain/daily-head.ts';
import type { PackBegun, PackedLearner, PackScope } from '../../../shared/domain/pack.ts';
import { awardsCsv, rowsOfAwards } from './awards-csv.ts';
import { forOpenssl } from './openssl.ts';
import type { Parts } from './parts.ts';
import { type PackCounts, readme } from './readme.ts';

interface Contents {
  readonly scope: PackScope;
  readonly begun: PackBegun;
  readonly parts: Parts;
  readonly add: (name: string, content: string | Uint8Array) => void;
  /** Says how far it is. */
  readonly tell: (counts: Readonly<PackCounts>) => void;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function fetched(name: string, link: string): Promise<Uint8Array> {
  const response = await fetch(link, { signal: AbortSignal.timeout(60_000) });
  if (!response.ok) throw new Error(`${name} could not be fetched: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The versions of activities that a learner's awards came from. */
const versionsOf = ({ certificates }: PackedLearner): readonly (readonly [activityId: string, version: number])[] =>
  certificates.map(({ snapshot }) => [snapshot.activityId, snapshot.activityVersion]);

/** Puts everything into a pack, learner by learner; only the table of awards is held until its end. */
export async function putContents({ scope, begun, parts, add: put, tell }: Contents): Promise<PackCounts> {
  const counts: PackCounts = { learners: 0, entries: 0, awards: 0, certificates: 0, heads: 0 };
  const sums: string[] = [];
  const add = (name: string, content: string | Uint8Array): void => {
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
    put(name, content);
  };
  const awards: PackedLearner['awards'][number][][] = [];
  const rows: (readonly string[])[] = [];
  const versions = new Map<string, readonly [string, number]>();
  let first: string | undefined;

  const ids: string[] = [];
  for await (const some of parts.learnerIds(scope)) ids.push(...some);
  // By id, so that the table of awards has the order of the files.
  for (const learnerId of ids.toSorted()) {
    const { learner, links } = await parts.learner(scope, learnerId);
    for (const [name, link] of Object.entries(links)) add(name, await fetched(name, link));
    add(`learners/${learnerId}.json`, json(learner));
    awards.push([...learner.awards]);
    rows.push(...rowsOfAwards(learner));
    for (const version of versionsOf(learner)) versions.set(version.join(' '), version);
    const begins = learner.ledger[0]?.at;
    if (begins !== undefined && (first === undefined || begins < first)) first = begins;
    counts.learners++;
    counts.entries += learner.ledger.length;
    counts.awards += learner.awards.length;
    counts.certificates += Object.keys(links).length;
    tell(counts);
  }
  add('awards.json', json(awards.flat()));
  add('awards.csv', awardsCsv(rows));
  for (const [activityId, version] of [...versions.values()].toSorted())
    add(`activities/${activityId}-v${version}.json`, json(await parts.version(activityId, version)));

  const since = 'from' in scope ? scope.from : utcDay(first ?? begun.at);
  let newest: string | undefined;
  for await (const { day, text } of parts.heads()) {
    if (day < since) continue;
    add(`heads/${day}.json`, text);
    newest = text;
    counts.heads++;
  }
  for (const [name, content] of Object.entries(newest === undefined ? {} : forOpenssl(newest, begun.keys)))
    add(name, content);
  add('keys.json', json({ keys: begun.keys.map(({ kid, jwk }) => ({ kid, ...jwk })) }));
  add('verify.mjs', await readFile(new URL('verify.mjs', import.meta.url), 'utf8'));
  add('README.md', readme({ scope, begun, counts }));
  put('SHA256SUMS', sums.join(''));
  return counts;
}
