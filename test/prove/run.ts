/**
 * Proves what is claimed of documents on thousands of generated cases, and prints the counts with the seed that repeats
 * them: `npm run prove:documents -- --count 10000 --seed 1`, or the names of some of the proofs.
 */
import { parseArgs } from 'node:util';
import { proveChains } from './chains/prove-chains.ts';
import { proveCredentials } from './credentials/prove-credentials.ts';
import { proveNames } from './names/prove-names.ts';
import { provePdfs } from './pdfs/prove-pdfs.ts';
import type { Proof } from './proof.ts';

const proofs: Readonly<Record<string, Proof>> = {
  names: proveNames,
  pdfs: provePdfs,
  credentials: proveCredentials,
  chains: proveChains,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, count: { type: 'string', default: '10000' } },
});
const [seed, count] = [Number(values.seed), Number(values.count)];
if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(count) || count < 1)
  throw new RangeError('The seed and the count are whole numbers, the count at least 1');
const unknown = positionals.filter((name) => !proofs[name]);
if (unknown.length > 0) throw new RangeError(`There is no proof of ${unknown.join()}: ${Object.keys(proofs).join()}`);

const told = (number: number): string => number.toLocaleString('en-US').padStart(8);
let failures = 0;
for (const [name, prove] of Object.entries(proofs)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const began = performance.now();
  const finding = await prove(seed, count);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(`${finding.name}: ${told(finding.tried).trim()} tried with seed ${seed} in ${seconds} s`);
  for (const [outcome, times] of Object.entries(finding.outcomes)) console.log(`${told(times)} ${outcome}`);
  console.log(`${told(finding.failures.length)} FAILED`);
  for (const failure of finding.failures.slice(0, 20)) console.log(`         ${failure}`);
  failures += finding.failures.length;
}
process.exitCode = failures === 0 ? 0 : 1;
