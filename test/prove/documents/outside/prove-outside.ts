import { ParkError } from '../../../../shared/ports.ts';
import { checkDocuments, fileChecks } from '../../../external/pdfs/checks.ts';
import { createIssuer, type Issued } from '../../../external/pdfs/documents.ts';
import { missingOf, type Program, programs } from '../../../external/pdfs/programs.ts';
import { snapshot } from '../../../shared/documents/samples.ts';
import type { Finding } from '../../proof.ts';
import { generateNames } from '../names/generate-names.ts';

const name = 'outside';

/** Signed certificates of the first `count` names of the seed that can be printed. */
async function printed(seed: number, count: number): Promise<readonly Issued[]> {
  const { issue } = await createIssuer();
  const issued: Issued[] = [];
  // More than half of all names are printed.
  for (const tried of generateNames(seed, 3 * count)) {
    if (issued.length === count) break;
    try {
      issued.push(await issue(`name-${issued.length}`, { ...snapshot, name: tried.name }));
    } catch (error) {
      if (!(error instanceof ParkError)) throw error;
    }
  }
  return issued;
}

/**
 * Prints and signs certificates with names of the seed, and has each checked by programs that nobody here wrote: those that are
 * installed, and it says which were not. A case is one check of one file.
 */
export async function proveOutside(
  seed: number,
  count: number,
  there: ReadonlySet<Program> = programs(false),
): Promise<Finding> {
  const missing = missingOf(there);
  const notTried = fileChecks.filter(({ needs }) => missing.includes(needs)).map(({ claim }) => claim);
  if (there.size === 0)
    return {
      ...{ name, tried: 0, outcomes: {}, failures: [] },
      untried: `None of the programs is installed here (${missing.join(', ')}).`,
    };
  const documents = await printed(seed, count);
  const found = checkDocuments(documents, fileChecks, there);
  return {
    name,
    tried: found.length * documents.length,
    outcomes: Object.fromEntries(found.map(({ claim, flaws }) => [claim, documents.length - flaws.length])),
    figures: {
      'signed certificates, each with another name': documents.length.toLocaleString('en-US'),
      ...Object.fromEntries(notTried.map((claim) => [claim, 'not tried: the program is not installed here'])),
    },
    failures: found.flatMap(({ claim, flaws }) => flaws.map((flaw) => `not ${claim}: ${flaw}`)),
  };
}
