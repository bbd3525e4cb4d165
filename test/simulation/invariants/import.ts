import { type Fate, fates, forgottenAt } from '../../../shared/domain/import.ts';
import { epochMs } from '../../../shared/domain/kinds.ts';
import { accountsOf, type Contents, type Say } from '../contents.ts';
import type { Witness } from '../witness.ts';
import type { World } from '../world.ts';

/**
 * An import that was acknowledged is there, and comes to its end once it was decided, or waits for that where staff see it. Each of
 * its rows has one outcome, with a reason where nothing was brought in; its counts are those of its rows; a credit of before stands
 * once, whoever brings it in how often; and nobody’s own word is written over by a file.
 */
export function checkImports(contents: Contents, witness: Witness, world: World, say: Say): void {
  const { imports, importResults, earlierCredits, audit, learners } = contents;
  const byId = (importId: string) => imports.find((one) => one.importId === importId);
  for (const { importId, rows } of witness.imports)
    if (byId(importId)?.rows !== rows) say(`The import ${importId} of ${rows} rows was acknowledged and is not there`);
  for (const importId of witness.importsRun)
    if (byId(importId)?.state !== 'done') say(`The import ${importId} was decided and is ${byId(importId)?.state}`);
  for (const what of imports) {
    const { importId, state, rows, kind } = what;
    if (state === 'checking' || state === 'running') say(`The import ${importId} is still ${state}`);
    if (state === 'failed' && !what.failure) say(`The import ${importId} failed without a reason`);
    const told = (type: string): number =>
      audit.filter((entry) => entry.type === type && entry.data.importId === importId).length;
    const isDone = state === 'done' ? 1 : 0;
    if (told('import.started') !== isDone || told('import.ended') !== isDone)
      say(
        `The import ${importId} is ${state}, and audited ${told('import.started')} and ${told('import.ended')} times`,
      );
    if (!isDone) continue;
    if (fates.reduce((sum, fate) => sum + what.fates[fate], 0) !== rows || what.done !== rows)
      say(`The import ${importId} of ${rows} rows counts ${JSON.stringify(what.fates)}`);
    const recorded = earlierCredits.filter((credit) => credit.importId === importId).length;
    if (kind === 'credits' && recorded !== what.fates.added)
      say(`The import ${importId} added ${what.fates.added} credits, and ${recorded} are recorded by it`);
    // What became of each row is kept for some weeks.
    if (world.clockwork.nowMs() > epochMs(forgottenAt(what))) continue;
    const results = importResults.get(importId) ?? [];
    const items = new Set(results.map(({ item }) => item));
    if (results.length !== rows || items.size !== rows)
      say(`The import ${importId} of ${rows} rows has ${results.length} outcomes of ${items.size} rows`);
    for (const { item, fate, said } of results)
      if (!isTold(fate) && said.length === 0) say(`Row ${item} of the import ${importId} is ${fate} without a reason`);
    for (const fate of fates)
      if (results.filter((result) => result.fate === fate).length !== what.fates[fate])
        say(`The import ${importId} counts ${what.fates[fate]} rows as ${fate}, which is not what became of them`);
  }
  for (const [email, givenName] of witness.introduced) {
    const [account, ...merged] = accountsOf(contents, email);
    const { profile } = learners.find(({ learnerId }) => learnerId === account) ?? {};
    if (merged.length === 0 && profile?.givenName !== givenName)
      say(`${email} was acknowledged as ${givenName} and is ${profile?.givenName}`);
  }
}

const isTold = (fate: Fate): boolean => fate === 'added';
