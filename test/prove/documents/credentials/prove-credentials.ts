import { isDeepStrictEqual } from 'node:util';
import { isToken } from '../../../external/outside.ts';
import { judge } from '../../../external/verifiers.ts';
import { randomFrom } from '../../../simulation/random.ts';
import type { Finding } from '../../proof.ts';
import { countIn } from '../../tally.ts';
import { type Forgery, forge } from './forge-credential.ts';
import { issuedCredentials } from './issued-credentials.ts';

/** A chance change may change nothing: JSON that says the same, or a character replaced by itself, is no forgery. */
const isForged = ({ credential, of }: Forgery): boolean =>
  credential !== of && (isToken(credential) || !isDeepStrictEqual(JSON.parse(credential), JSON.parse(of)));

/** Forges credentials in `count` ways, proofs and tokens, and finds each refused by both of two independent verifiers. */
export async function proveCredentials(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const { issued, outside } = await issuedCredentials();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  for (const { jsonld, jwt } of issued)
    for (const credential of [jsonld, jwt])
      for (const [verifier, flaw] of Object.entries((await judge(credential, outside)).flaws))
        failures.push(`a credential that was issued, ${verifier}: ${flaw}`);
  for (let tried = 0; tried < count; ) {
    const forgery = await forge(issued, random);
    if (!isForged(forgery)) continue;
    tried += 1;
    const { accepted } = await judge(forgery.credential, outside);
    if (accepted.length > 0) failures.push(`${forgery.kind}, number ${tried}: accepted ${accepted.join(' and ')}`);
    else countIn(outcomes, forgery.kind);
  }
  const sorted = Object.entries(outcomes).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...{ name: 'credentials', tried: count, failures },
    outcomes: Object.fromEntries(sorted.map(([kind, times]) => [`refused by both: ${kind}`, times])),
  };
}
