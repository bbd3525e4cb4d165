import { nodeDigests } from '../../../functions/adapters/system.ts';
import { chain, type LedgerEntry, type LedgerHead } from '../../../shared/domain/ledger.ts';
import type { LedgerEventType } from '../../../shared/events.ts';
import type { Table, Value, Write } from '../../../shared/ports.ts';
import { entities, shardOf } from '../../../shared/table.ts';
import { careless, type Data, dataOf, isPutOf, onlyTable, type PlantsByName, showingOtherwise } from './plant.ts';

const tells =
  (type: LedgerEventType) =>
  (write: Write): boolean =>
    isPutOf('ledgerEntry')(write) && dataOf(write.row).type === type;

/** A table that chains what a ledger is told of a kind to wherever it ends by then, not where it ended when all was judged. */
const chainedInTheEnd =
  (type: LedgerEventType) =>
  (table: Table): Table => {
    const chained = async ({ learnerId, at, data }: LedgerEntry): Promise<readonly Write[]> => {
      const headKey = entities.ledgerHead.keyOf({ shard: shardOf(learnerId), learnerId });
      const head = await table.get(headKey);
      const entry = chain(nodeDigests().sha256, learnerId, head && (dataOf(head) as unknown as LedgerHead), {
        type,
        at,
        data,
      });
      const { seq, hash } = entry;
      const put = (key: { pk: string; sk: string }, kind: string, thing: object, rev = 0): Write => ({
        ...{ kind: 'put', expect: rev || 'absent' },
        row: { ...key, kind, rev: rev + 1, data: thing as Value },
      });
      return [
        put(entities.ledgerEntry.keyOf(entry), 'ledgerEntry', entry),
        put(headKey, 'ledgerHead', { learnerId, seq, hash }, head?.rev),
      ];
    };
    return {
      ...table,
      async write(writes) {
        const told = writes.filter(tells(type)).flatMap((write) => (write.kind === 'put' ? [write.row] : []));
        if (told.length === 0) return table.write(writes);
        const others = writes.filter((write) => !isPutOf('ledgerEntry', 'ledgerHead')(write));
        const ends = await Promise.all(told.map((row) => chained(dataOf(row) as unknown as LedgerEntry)));
        await table.write([...others, ...ends.flat()]);
      },
    };
  };

const alone = ({ merged: _, mergedInto: __, ...learner }: Data): Data => learner;

/** Bugs of what two accounts of one person earn, and of what staff award by hand. */
export const peoplePlants: PlantsByName = {
  'accounts are merged by what was read before one of them was awarded': {
    finds: /the accounts are one person’s|was awarded this credit by another account/,
    ports: onlyTable(['decide'], chainedInTheEnd('account.merged')),
  },
  'what a person earned by another account is not looked at': {
    finds: /the accounts are one person’s/,
    ports: onlyTable(['startAttempt', 'claimCredit', 'award-credit'], showingOtherwise('learner', alone)),
  },
  'credit is awarded by hand over a claim of that moment': {
    finds: /claims, awards in the ledger|was acknowledged and does not stand/,
    ports: onlyTable(['decide'], (table) =>
      chainedInTheEnd('participation.attested')(
        careless(isPutOf('participation', 'work'), (writes) => writes.some(tells('participation.attested')))(table),
      ),
    ),
  },
};
