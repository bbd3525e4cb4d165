/**
 * Has freshly printed documents read and checked by programs that nobody here wrote: `node infra/local/run.mjs
 * outside-pdfs`, with `--install` to get them from Debian first. A program that is missing is skipped and says so; with one of them
 * missing it ends with 77, by which `.ci/run` knows that not everything was checked.
 */
import { allChecks, checkDocuments } from './checks.ts';
import { issuedDocuments } from './documents.ts';
import { missingOf, programs } from './programs.ts';

const notAllChecked = 77;

const there = programs(process.argv.includes('--install'));
if (there.size === 0) process.exit(notAllChecked);
const documents = await issuedDocuments();
let failures = 0;
for (const { claim, flaws } of checkDocuments(documents, allChecks, there)) {
  console.log(`${documents.length - flaws.length} of ${documents.length} documents: ${claim}`);
  for (const flaw of flaws) console.log(`  FAILED ${flaw}`);
  failures += flaws.length;
}
process.exit(failures > 0 ? 1 : missingOf(there).length > 0 ? notAllChecked : 0);
