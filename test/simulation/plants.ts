import type { Handler } from '../../functions/capabilities.ts';
import { LostRaceError, type Row, type Table, type Write } from '../../shared/ports.ts';
import type { EntityName } from '../../shared/table.ts';
import type { Functions } from './functions.ts';
import type { MemoryTable } from './memory-table.ts';
import type { Plants } from './world.ts';

type Put = Extract<Write, { kind: 'put' }>;
const isPutOf =
  (...kinds: readonly EntityName[]) =>
  (write: Write): write is Put =>
    write.kind === 'put' && kinds.some((kind) => kind === write.row.kind);
const dataOf = (row: Row): Readonly<Record<string, unknown>> => Object(row.data);

/** A table that writes some rows without looking whether their expectation holds. */
const careless =
  (careless: (write: Write) => boolean) =>
  (table: MemoryTable): Table => ({
    ...table,
    async write(writes) {
      const forced = writes.map(async (write): Promise<Write> => {
        if (write.kind !== 'put' || !careless(write)) return write;
        const rev = (await table.get(write.row))?.rev;
        return { kind: 'put', row: { ...write.row, rev: (rev ?? 0) + 1 }, expect: rev ?? 'absent' };
      });
      await table.write(await Promise.all(forced));
    },
  });

/** A table that changes writes before it takes them. */
const altering =
  (alter: (writes: readonly Write[]) => readonly Write[]) =>
  (table: MemoryTable): Table => ({ ...table, write: async (writes) => table.write(alter(writes)) });

const handlerThat = (act: () => Promise<unknown>): Handler<unknown, unknown> =>
  Object.assign(act, { using: () => act });

/** A bug, and what the check says that is meant to find it. */
export type Plant = Plants & { readonly finds: RegExp };

/** Bugs that were made, in this field or elsewhere, and that the checks must find when they are planted. */
export const plants: Readonly<Record<string, Plant>> = {
  'no condition is looked at': {
    finds: /results|was acknowledged|answered/,
    table: careless(() => true),
  },
  'an attempt is submitted without looking whether it was submitted already': {
    finds: /different answers were acknowledged|was shown as|results/,
    table: careless(isPutOf('attempt', 'participation', 'work')),
  },
  'the ledger is appended to without looking at its head': {
    finds: /The ledger of|in the ledger|does not add up/,
    table: careless(isPutOf('ledgerHead', 'ledgerEntry')),
  },
  'mail is sent without a lease': {
    finds: /was delivered \d+ times/,
    table: (table) => {
      const unconditional = careless(isPutOf('mail'))(table);
      const isLease = (write: Write) => isPutOf('mail')(write) && dataOf(write.row).status === 'leased';
      return { ...table, write: async (writes) => unconditional.write(writes.filter((write) => !isLease(write))) };
    },
  },
  'a transaction is several writes, of which some may fail': {
    finds: /results|is stuck|The ledger of|responses are kept/,
    table: (table) => ({
      ...table,
      async write(writes) {
        for (const write of writes) await table.write([write]);
      },
    }),
  },
  'the award’s event is written beside the transaction, and its failure is swallowed': {
    finds: /awards in the ledger|does not add up/,
    table: (table) => ({
      ...table,
      async write(writes) {
        const events = writes.filter(isPutOf('ledgerEntry', 'ledgerHead'));
        await table.write(writes.filter((write) => !events.includes(write as Put)));
        await table.write(events).catch(() => undefined);
      },
    }),
  },
  'work is started and not asked for in the outbox': {
    finds: /is stuck|is still pending|has 0 results/,
    table: altering((writes) =>
      writes.map((write) => {
        if (!isPutOf('work')(write)) return write;
        const { workPk: _, workSk: __, ...row } = write.row;
        return { ...write, row };
      }),
    ),
  },
  'nothing sweeps the outbox': {
    finds: /is queued|is still pending/,
    functions: (functions): Functions => ({ ...functions, sweep: handlerThat(async () => ({})) }),
  },
  'the index of pending work forgets what was put last': {
    finds: /is queued|is still pending/,
    table: (table) => ({
      ...table,
      async queryWork(query) {
        const { rows } = await table.queryWork(query);
        return { rows: rows.slice(0, -1) };
      },
    }),
  },
  'an award is forgotten after a time': {
    finds: /awards in the ledger, credits/,
    table: altering((writes) =>
      writes.map((write) =>
        isPutOf('credit')(write)
          ? { ...write, row: { ...write.row, expiresAt: Math.floor(Date.UTC(2026, 2, 10) / 1_000) } }
          : write,
      ),
    ),
  },
  'an attempt is graded by the latest answer key': {
    finds: /graded otherwise/,
    table: (table) => ({
      ...table,
      async get(key) {
        if (!key.pk.startsWith('KEY#')) return table.get(key);
        return (await table.query({ pk: key.pk, newestFirst: true, limit: 1 })).rows[0];
      },
    }),
  },
  'a claim that lost a race is acknowledged all the same': {
    finds: /was acknowledged and does not stand/,
    table: (table) => ({
      ...table,
      async write(writes) {
        await table.write(writes).catch((error: unknown) => {
          const claims = writes.filter(isPutOf('participation')).some(({ row }) => dataOf(row).stage === 'claimed');
          if (!(error instanceof LostRaceError && claims)) throw error;
        });
      },
    }),
  },
  'evaluations are kept beside the transaction': {
    finds: /responses are kept/,
    table: (table) => ({
      ...table,
      async write(writes) {
        const responses = writes.filter(isPutOf('response'));
        if (responses.length > 0) await table.write(responses);
        await table.write(writes.filter((write) => !responses.includes(write as Put)));
      },
    }),
  },
  'outcomes are kept beside the transaction': {
    finds: /attempts were settled, and/,
    table: (table) => ({
      ...table,
      async write(writes) {
        const sittings = writes.filter(isPutOf('sitting'));
        if (sittings.length > 0) await table.write(sittings);
        await table.write(writes.filter((write) => !sittings.includes(write as Put)));
      },
    }),
  },
  'a sent mail is never marked as sent': {
    finds: /^The mail/,
    table: altering((writes) =>
      writes.map((write) =>
        isPutOf('mail')(write) && dataOf(write.row).status === 'sent'
          ? { ...write, row: { ...write.row, data: { ...dataOf(write.row), status: 'queued' } as Row['data'] } as Row }
          : write,
      ),
    ),
  },
  'an event is not told in the transaction of what it tells of': {
    finds: /was never told/,
    table: altering((writes) => writes.filter((write) => !isPutOf('delivery')(write) || write.expect !== 'absent')),
  },
};
