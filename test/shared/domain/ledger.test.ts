import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { chain, firstBroken, GENESIS, type LedgerEntry } from '../../../shared/domain/ledger.ts';

const { sha256 } = nodeDigests();

const facts = fc.array(
  fc.record({
    type: fc.constantFrom('attempt.passed', 'credit.awarded'),
    at: fc.constant('2026-03-09T04:30:00.000Z'),
    data: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
  }),
  { minLength: 2, maxLength: 6 },
);
const chained = (given: readonly Parameters<typeof chain>[3][]): readonly LedgerEntry[] => {
  const entries: LedgerEntry[] = [];
  for (const fact of given) entries.push(chain(sha256, 'learner', entries.at(-1), fact));
  return entries;
};

describe('the ledger of a learner', () => {
  it('begins with the genesis and counts from one', () => {
    const [first, second] = chained([
      { type: 'a', at: '2026-03-09T04:30:00.000Z', data: {} },
      { type: 'b', at: '2026-03-09T04:31:00.000Z', data: {} },
    ]);
    expect(first).toMatchObject({ seq: 1, previous: GENESIS });
    expect(second).toMatchObject({ seq: 2, previous: first?.hash });
    expect(first?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('holds as it was chained', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expect(firstBroken(sha256, chained(given))).toBeUndefined();
      }),
    );
  });

  it('shows every single change of a link at that link', () => {
    const mutation = fc.constantFrom<(entry: LedgerEntry) => LedgerEntry>(
      (entry) => ({ ...entry, type: `${entry.type}x` }),
      (entry) => ({ ...entry, at: '2026-03-09T04:30:00.001Z' }),
      (entry) => ({ ...entry, learnerId: 'somebody' }),
      (entry) => ({ ...entry, seq: entry.seq + 1 }),
      (entry) => ({ ...entry, previous: sha256('else') }),
      (entry) => ({ ...entry, hash: sha256('else') }),
      (entry) => ({ ...entry, data: { ...entry.data, forged: 15_000 } }),
    );
    fc.assert(
      fc.property(facts, fc.nat(), mutation, (given, which, mutate) => {
        const entries = chained(given);
        const index = which % entries.length;
        const forged = entries.map((entry, at) => (at === index ? mutate(entry) : entry));
        expect(firstBroken(sha256, forged)).toBe(forged[index]);
      }),
      { numRuns: 400 },
    );
  });

  it('shows a link that an insider changed and hashed anew, at the link after it', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (given, which) => {
        const entries = chained(given);
        const index = which % (entries.length - 1);
        const forged = entries.map((entry, at) => {
          const before = { seq: entry.seq - 1, hash: entry.previous };
          return at === index ? chain(sha256, 'learner', before, { ...entry, data: { forged: 1 } }) : entry;
        });
        expect(firstBroken(sha256, forged)).toBe(forged[index + 1]);
      }),
    );
  });

  it('shows numbers that leave one out, even where every link follows from the one before it', () => {
    const fact = { type: 'a', at: '2026-03-09T04:30:00.000Z', data: {} };
    const second = chain(sha256, 'learner', { seq: 1, hash: GENESIS }, fact);
    expect(firstBroken(sha256, [second])).toBe(second);
  });

  it('shows a link that was taken out, put in, or moved', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (given, which) => {
        const entries = chained(given);
        const index = which % (entries.length - 1);
        expect(firstBroken(sha256, entries.toSpliced(index, 1))).toBeDefined();
        expect(firstBroken(sha256, entries.toSpliced(index, 0, ...entries.slice(index, index + 1)))).toBeDefined();
        expect(firstBroken(sha256, entries.toReversed())).toBeDefined();
      }),
    );
  });
});
