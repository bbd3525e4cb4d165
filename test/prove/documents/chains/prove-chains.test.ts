import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '../../../../shared/domain/canonical-json.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { auditAll, auditHeads } from '../../../support/audit-all.ts';
import type { Finding } from '../../proof.ts';
import { handIn } from './hand.ts';
import { mutations } from './mutations.ts';
import { proveChains } from './prove-chains.ts';
import { storeToTamperWith } from './store.ts';

describe('the proof of chains', () => {
  let found: Finding;
  beforeAll(async () => {
    found = await proveChains(20_261_126, 200);
  }, 150_000);

  it('finds each of some hundred ways to tamper with a store', () => {
    expect(found.failures).toEqual([]);
    expect(found.tried).toBe(200);
  });

  it('finds by the signed heads alone what an insider did who made every hash right again', () => {
    const alone = Object.keys(found.outcomes).filter((outcome) =>
      outcome.startsWith('found by the signed heads alone'),
    );
    expect(alone).toContain('found by the signed heads alone: more credit given, and all chained anew');
    expect(alone).toContain('found by the signed heads alone: an event altered, and all chained anew');
    expect(alone).toContain('found by the signed heads alone: a learner taken away whole');
  });

  it('undoes each way before it tries the next', async () => {
    const store = await storeToTamperWith();
    const state = () => {
      const rows = store.table.rows().map((row) => canonicalJson(row as unknown as Json));
      const files = [...store.documents.kept].map(([key, { bytes }]) => `${key} ${Buffer.from(bytes).toString('hex')}`);
      return createHash('sha256')
        .update([...rows, ...files].toSorted().join('\n'))
        .digest('hex');
    };
    const before = state();
    const [hand, random] = [handIn(store), randomFrom(5)];
    for (const [kind, mutate] of Object.entries(mutations)) {
      await mutate(hand, random);
      await hand.undo();
      expect(state(), kind).toBe(before);
    }
    expect([...(await auditAll(store)).findings, ...(await auditHeads(store)).findings]).toEqual([]);
  });
});
