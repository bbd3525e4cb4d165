import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import {
  auditFound,
  auditGrowth,
  auditHead,
  auditList,
  auditSigned,
  type HeadRecords,
  isAsBefore,
} from '../../../shared/domain/audit-heads.ts';
import { dailyHead, lineOf, listText, readShard, type SignedHead } from '../../../shared/domain/daily-head.ts';
import { chain, type LedgerHead } from '../../../shared/domain/ledger.ts';

const { sha256 } = nodeDigests();
const day = '2026-03-09';
const read = { from: '2026-03-09T00:05:00.000Z', until: '2026-03-09T00:05:01.000Z' };
const end = (learnerId: string, seq: number): LedgerHead => ({ learnerId, seq, hash: sha256(`${learnerId} ${seq}`) });
const ends = [end('ann', 1), end('ben', 2)];
const previous = { day: '2026-03-08', sha256: sha256('the head before') };
const head = (overrides: Partial<SignedHead> = {}): SignedHead => ({
  ...dailyHead(sha256, {
    ...{ issuer: 'did:web:credit.example.org', day, previous },
    readings: [readShard(sha256, 0, ends, read).reading, readShard(sha256, 1, [], read).reading],
  }),
  ...{ signature: 'signature', ...overrides },
});
const said = (otherwise: Partial<HeadRecords> = {}): string | undefined => {
  const found = auditHead(sha256, {
    ...{ day, head: head(), text: 'text', document: 'text', isSigned: true, before: previous },
    ...otherwise,
  });
  return found && `${found.where} ${found.wrong}`;
};

describe('an audit of the head of a day', () => {
  const { previous: _, ...first } = head();

  it('finds nothing where it is signed, linked, kept, and stands for its shards', () => {
    expect(said()).toBeUndefined();
    expect(said({ head: first, before: undefined })).toBeUndefined();
  });

  it('finds one that is not signed, or is of another day', () => {
    expect(said({ isSigned: false })).toBe(
      'The head of 2026-03-09 does not have the signature of the provider’s key for what it says',
    );
    expect(said({ head: head({ day: '2026-03-10' }) })).toBe('The head of 2026-03-09 is that of 2026-03-10');
  });

  it('finds one that does not follow the one before', () => {
    expect(said({ before: { ...previous, day: '2026-03-07' } })).toBe(
      'The head of 2026-03-09 follows the head of 2026-03-08, not that of 2026-03-07',
    );
    expect(said({ before: undefined })).toBe('The head of 2026-03-09 follows the head of 2026-03-08, which is missing');
    expect(said({ head: first })).toBe('The head of 2026-03-09 follows none, but there is that of 2026-03-08');
    expect(said({ before: { ...previous, sha256: sha256('another') } })).toBe(
      'The head of 2026-03-09 follows another head of 2026-03-08 than there is now',
    );
  });

  it('finds a document that is missing, or says otherwise', () => {
    expect(said({ document: undefined })).toBe('The head of 2026-03-09 is not kept as a document');
    expect(said({ document: 'other' })).toBe('The head of 2026-03-09 says something else than its document');
  });

  it('finds a root or a count that is not that of its shards', () => {
    const wrong = 'The head of 2026-03-09 has a root that is not that of its shards';
    expect(said({ head: head({ root: sha256('another') }) })).toBe(wrong);
    expect(said({ head: head({ ledgers: 3 }) })).toBe(wrong);
    expect(said({ head: head({ shards: [] }) })).toBe(wrong);
  });
});

describe('an audit of the list of a shard', () => {
  const of = (list: string | undefined, shard = 0) => auditList(sha256, head(), shard, list)?.wrong;
  const list = listText(ends.map(lineOf));

  it('finds nothing where it is the one that was signed', () => {
    expect(of(list)).toBeUndefined();
    expect(of('', 1)).toBeUndefined();
  });

  it('finds one that is missing, and says which', () => {
    expect(auditList(sha256, head(), 0, undefined)).toEqual({
      ...{ where: 'The list of shard 0 of 2026-03-09', wrong: 'is missing' },
    });
  });

  it('finds one that was altered, made longer or shorter, or that no head stands for', () => {
    const wrong = 'is not the one that was signed';
    expect(of(list.replace('ann', 'anu'))).toBe(wrong);
    expect(of(`${list}more`)).toBe(wrong);
    expect(of(listText(ends.slice(0, 1).map(lineOf)))).toBe(wrong);
    expect(of('', 0)).toBe(wrong);
    expect(of('', 2)).toBe(wrong);
  });
});

describe('ledgers that were signed the day before', () => {
  const before = { day: '2026-03-08', heads: new Map(ends.map((one) => [one.learnerId, one])) };
  const wrongIn = (now: readonly LedgerHead[]) =>
    auditGrowth({ day, lines: now.map(lineOf), before }).map(({ where, wrong }) => `${where} ${wrong}`);

  it('are as long or longer', () => {
    expect(wrongIn(ends)).toEqual([]);
    expect(wrongIn([end('ann', 5), end('ben', 2), end('cem', 1)])).toEqual([]);
    expect(auditGrowth({ day, lines: [], before: undefined })).toEqual([]);
  });

  it('are found where they are shorter, or gone', () => {
    expect(wrongIn([end('ann', 1), end('ben', 1)])).toEqual([
      'The ledger of learner ben was signed with 2 entries on 2026-03-08, and with 1 on 2026-03-09',
    ]);
    expect(wrongIn([end('ben', 2)])).toEqual([
      'The ledger of learner ann was signed with 1 entries on 2026-03-08, and with 0 on 2026-03-09',
    ]);
  });

  it('need not be compared again where the line is as it was', () => {
    const lists = { day, lines: [], before };
    expect(isAsBefore(lineOf(end('ben', 2)), lists)).toBe(true);
    expect(isAsBefore(lineOf(end('ben', 3)), lists)).toBe(false);
    expect(isAsBefore(lineOf(end('cem', 1)), lists)).toBe(false);
    expect(isAsBefore(lineOf(end('ben', 2)), { ...lists, before: undefined })).toBe(false);
  });
});

describe('a ledger beside the line that was signed of it', () => {
  const fact = { type: 'credit.claimed', at: '2026-03-08T04:30:00.000Z', data: {} };

  it('has the entry that was signed', () => {
    const entry = chain(sha256, 'ann', undefined, fact);
    expect(auditSigned(day, lineOf(entry), entry)).toEqual([]);
    expect(auditSigned(day, lineOf(entry), { ...entry, hash: sha256('another') })).toEqual([
      { where: 'The ledger of learner ann, entry 1,', wrong: 'is not the one that was signed on 2026-03-09' },
    ]);
    expect(auditSigned(day, lineOf(entry), undefined)).toEqual([
      { where: 'The ledger of learner ann, entry 1,', wrong: 'is missing, but was signed on 2026-03-09' },
    ]);
  });

  it('can be found, and is at least as long', () => {
    const line = lineOf(end('ann', 2));
    expect(auditFound(day, line, end('ann', 2))).toEqual([]);
    expect(auditFound(day, line, end('ann', 3))).toEqual([]);
    expect(auditFound(day, line, end('ann', 1))).toEqual([
      { where: 'The ledger of learner ann', wrong: 'ends with entry 1, but was signed with 2 on 2026-03-09' },
    ]);
    expect(auditFound(day, line, undefined)).toEqual([
      { where: 'The ledger of learner ann', wrong: 'cannot be found, but was signed on 2026-03-09' },
    ]);
  });
});
