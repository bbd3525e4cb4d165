import { randomFrom } from '../../../simulation/random.ts';
import { auditAll, auditHeads } from '../../../support/audit-all.ts';
import type { Finding } from '../../proof.ts';
import { countIn } from '../../tally.ts';
import { handIn } from './hand.ts';
import { mutations } from './mutations.ts';
import { storeToTamperWith } from './store.ts';

/**
 * Tampers with a store in `count` ways, one at a time, and audits the whole of it as `wallet audit` does: none passes.
 * What the ledgers alone do not show, because every hash was made right again, the signed heads do.
 */
export async function proveChains(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const store = await storeToTamperWith();
  const hand = handIn(store);
  const audit = async () => ({ ledgers: (await auditAll(store)).findings, heads: (await auditHeads(store)).findings });
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];

  const untouched = await audit();
  for (const { where, wrong } of [...untouched.ledgers, ...untouched.heads])
    failures.push(`the store before anything was done to it: ${where} ${wrong}`);
  for (let tried = 0; tried < count; ) {
    const kind = random.pick(Object.keys(mutations));
    const done = await mutations[kind]?.(hand, random);
    if (done !== undefined) {
      tried += 1;
      try {
        const { ledgers, heads } = await audit();
        const by = ledgers.length > 0 ? 'found by the ledgers' : 'found by the signed heads alone';
        if (ledgers.length + heads.length === 0) failures.push(`${kind}, number ${tried}: ${done}`);
        else countIn(outcomes, `${by}: ${kind}`);
      } catch (error) {
        failures.push(`${kind}, number ${tried}: ${done}: the audit broke: ${error}`);
      }
    }
    await hand.undo();
  }
  const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([one], [two]) => (one < two ? -1 : 1)));
  return { name: 'chains', tried: count, outcomes: sorted, failures };
}
