import { beforeEach, describe, expect, it } from 'vitest';
import { verifiesP256 } from '../../../functions/adapters/ecdsa-signature.ts';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { headText, isSigned, signHead } from '../../../shared/documents/signed-head.ts';
import {
  type DailyHead,
  dailyHead,
  headOfLine,
  lineOf,
  linesOf,
  listText,
  readShard,
} from '../../../shared/domain/daily-head.ts';
import { createMemorySigner } from '../../simulation/ports/memory-signer.ts';

const { sha256 } = nodeDigests();
const read = { from: '2026-03-09T00:05:00.000Z', until: '2026-03-09T00:05:01.000Z' };
const ends = ['a', 'b', 'c'].map((learnerId, at) => ({ learnerId, seq: at + 1, hash: sha256(learnerId) }));
let facts: Omit<Parameters<typeof dailyHead>[1], 'previous'>;
let head: DailyHead;
beforeEach(() => {
  const readings = [0, 1].map((shard) => readShard(sha256, shard, shard === 0 ? ends : [], read).reading);
  facts = { issuer: 'did:web:credit.example.org', day: '2026-03-09', readings };
  head = dailyHead(sha256, { ...facts, previous: undefined });
});

describe('the head of a day', () => {
  it('counts every ledger, and is the same for the same ledgers', () => {
    expect(head).toMatchObject({ ledgers: 3, readFrom: read.from, readUntil: read.until });
    expect(dailyHead(sha256, { ...facts, previous: undefined })).toEqual(head);
  });

  it.each([
    ['the day before', '2026-03-08', undefined],
    ['a day that was missed', '2026-03-07', { from: '2026-03-08', until: '2026-03-08' }],
    ['a month without any, over a leap day', '2024-02-28', { from: '2024-02-29', until: '2026-03-08' }],
  ])('that follows %s says which days have none', (_, day, gap) => {
    expect(dailyHead(sha256, { ...facts, previous: { day, sha256: sha256('x') } }).gap).toEqual(gap);
  });

  it('is believed by the keys that sign now and that signed before, by no other, and for its issuer alone', async () => {
    const signer = createMemorySigner();
    const [current, previous] = await signer.keys();
    if (!previous) throw new Error('There are two keys');
    const rotated = { ...signer, keys: async () => [previous, current] as const };
    for (const by of [signer, rotated])
      expect(isSigned(await signHead(head, by), [current, previous], verifiesP256)).toBe(true);
    const signed = await signHead(head, signer);
    expect(isSigned(signed, [previous], verifiesP256)).toBe(false);
    expect(isSigned({ ...signed, issuer: 'did:web:other.example' }, [current], verifiesP256)).toBe(false);
  });

  it('has no signature where that is of another kind, or none at all', async () => {
    const signer = createMemorySigner();
    const keys = await signer.keys();
    const signed = await signHead(head, signer);
    const [header = '', , bytes] = signed.signature.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString());
    const withHeader = (of: object) => `${Buffer.from(JSON.stringify(of)).toString('base64url')}..${bytes}`;
    for (const signature of [
      ...[withHeader({ alg: 'none', typ: 'ledger-head+jws', kid }), withHeader({ alg: 'ES256', typ: 'vc+jwt', kid })],
      ...[
        '',
        '..',
        `${header}..`,
        `${header}.${bytes}`,
        `${header}.e30.${bytes}`,
        'ü..ü',
        signed.signature.slice(0, -4),
      ],
    ])
      expect(isSigned({ ...signed, signature }, keys, verifiesP256), signature).toBe(false);
    expect(headText(signed)).toMatch(/^\{"day":"2026-03-09","issuer"/);
  });
});

describe('the list of a shard', () => {
  it('says of each ledger whose it is, how long, and its last hash, and is read back as it was', () => {
    const lines = ends.map(lineOf);
    expect(lines[0]).toBe(`a 1 ${sha256('a')}`);
    expect(lines.map(headOfLine)).toEqual(ends);
    expect(linesOf(listText(lines))).toEqual(lines);
    expect([listText([]), linesOf('')]).toEqual(['', []]);
  });
});
