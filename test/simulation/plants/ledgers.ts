import { nodeDigests } from '../../../functions/adapters/system.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { chain, GENESIS, type LedgerEntry } from '../../../shared/domain/ledger.ts';
import type { Write } from '../../../shared/ports.ts';
import {
  altering,
  careless,
  type Data,
  dataOf,
  isPutOf,
  leavingOut,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  withData,
} from './plant.ts';

const isLedger = isPutOf('ledgerEntry', 'ledgerHead');

/** Chains an entry anew, to the beginning in the place of the one before it, and moves the head along. */
function chainedToNothing(writes: readonly Write[]): readonly Write[] {
  const put = writes.find(isPutOf('ledgerEntry'));
  if (!put) return writes;
  const { learnerId, seq, ...fact } = dataOf(put.row) as unknown as LedgerEntry;
  const { sha256 } = nodeDigests();
  const entry = chain(sha256, learnerId, { seq: seq - 1, hash: GENESIS }, fact);
  return writes.map((write) => {
    if (write === put) return { ...put, row: withData(put.row, { ...entry }) };
    return isPutOf('ledgerHead')(write)
      ? { ...write, row: withData(write.row, { ...dataOf(write.row), hash: entry.hash }) }
      : write;
  });
}

/** Bugs of the chain. */
export const ledgerPlants: PlantsByName = {
  'the ledger is appended to without looking at its head': {
    finds: /The ledger of|in the ledger|does not add up/,
    table: careless(isLedger),
  },
  'the award’s event is written beside the transaction, and its failure is swallowed': {
    finds: /awards in the ledger|does not add up/,
    table: (table) => ({
      ...table,
      async write(writes) {
        await table.write(writes.filter((write) => !isLedger(write)));
        await table.write(writes.filter(isLedger)).catch(() => undefined);
      },
    }),
  },
  'a link is chained to the beginning': {
    finds: /does not follow from before/,
    table: altering(chainedToNothing),
  },
  'a fact is made nicer after it was hashed': {
    finds: /does not follow from before/,
    table: puttingOtherwise('ledgerEntry', (row) => {
      const { data, ...entry } = dataOf(row);
      return withData(row, { ...entry, data: { ...(data as Data), told: true } });
    }),
  },
  'the head is moved and the link is lost': {
    finds: /is where the ledger should end|does not follow from before/,
    ports: onlyTable(['submitEvaluation'], leavingOut(isPutOf('ledgerEntry'))),
  },
  'an award is hashed before its points are added': {
    finds: /says something else than when it was awarded/,
    ports: only(['award-credit'], ({ digests }) => ({
      digests: {
        ...digests,
        sha256(text) {
          if (typeof text !== 'string' || !text.startsWith('{"activityId"')) return digests.sha256(text);
          const { moc: _, ...award } = JSON.parse(text);
          return digests.sha256(canonicalJson(award));
        },
      },
    })),
  },
  'a certificate is issued and the ledger is not told': {
    finds: /is not issued once in the ledger/,
    ports: onlyTable(['render-certificate'], leavingOut(isLedger)),
  },
};
