import type { Key, Row, Table, Write } from '../../../shared/ports.ts';
import { simulatedIds } from '../ports/simulated-system.ts';
import { randomFrom } from '../random.ts';
import { careless, dataOf, isPutOf, type PlantsByName, puttingOtherwise, showingOtherwise, withData } from './plant.ts';

/** A table that counts by reading the number and writing the next one. */
function countingInTwo(table: Table): Table {
  const { write } = careless(() => true)(table);
  return {
    ...table,
    async count(key, by, expiresAt) {
      const before = await table.get(key);
      const sum = Number(before?.sum ?? 0) + by;
      const rev = (before?.rev ?? 0) + 1;
      await write([{ kind: 'put', row: { ...before, ...key, sum, rev, expiresAt }, expect: before?.rev ?? 'absent' }]);
      return sum;
    },
  };
}

/** A table in which the answers to Idempotency-Keys are not kept by whose they are. */
function repliesOfAll(table: Table): Table {
  const keyed = <Place extends Key>(place: Place): Place =>
    place.pk.startsWith('REPLY#') ? { ...place, pk: place.pk.replace(/#.*#/, '#all#') } : place;
  const written = (write: Write): Write =>
    write.kind === 'put' ? { ...write, row: keyed(write.row) } : { ...write, key: keyed(write.key) };
  return { ...table, get: (key) => table.get(keyed(key)), write: (writes) => table.write(writes.map(written)) };
}

/** Bugs of whose something is. */
export const accountPlants: PlantsByName = {
  'an Idempotency-Key is looked up without whose it is': {
    finds: /was shown the attempt of another/,
    ports: () => (ports) => {
      const { seal, open } = ports.ciphers;
      const anywhere = <By extends { readonly place: string }>(by: By): By =>
        by.place.includes(' ') ? by : { ...by, place: 'reply' };
      return {
        ...ports,
        table: repliesOfAll(ports.table),
        ciphers: { seal: (text, by) => seal(text, anywhere(by)), open: (text, by) => open(text, anywhere(by)) },
      };
    },
  },
  'who is signed in is remembered by the address of the network': {
    finds: /was acknowledged and does not stand|is stuck|evaluations were acknowledged/,
    ports: () => {
      let session: Row | undefined;
      return (ports) => ({
        ...ports,
        table: {
          ...ports.table,
          async get(key) {
            if (!key.pk.startsWith('SESSION#')) return ports.table.get(key);
            session ??= await ports.table.get(key);
            return session;
          },
        },
      });
    },
  },
  'what is asked for is counted by reading the number and writing the next one': {
    finds: /codes were mailed .*, and \d+ were counted and allowed/,
    ports: () => (ports) => ({ ...ports, table: countingInTwo(ports.table) }),
  },
  'a session never ends': {
    finds: /was served .* after their session ended/,
    table: (table) => {
      const endless = puttingOtherwise('session', ({ expiresAt: _, ...row }) => row)(table);
      return showingOtherwise('session', (session) => ({ ...session, endsAt: '9999-12-31T23:59:59.999Z' }))(endless);
    },
  },
  'a function keeps the last profile that it read': {
    finds: /parked without need/,
    ports: () => {
      let profile: Row | undefined;
      return (ports, name) =>
        name === 'award-credit'
          ? {
              ...ports,
              table: {
                ...ports.table,
                async get(key) {
                  if (key.sk !== 'PROFILE') return ports.table.get(key);
                  profile ??= await ports.table.get(key);
                  return profile;
                },
              },
            }
          : ports;
    },
  },
  'chance begins anew in each copy of a function': {
    finds: /is stuck|broke: /,
    ports: () => (ports) => ({ ...ports, ids: simulatedIds(randomFrom(1)) }),
  },
  'an evaluation is kept with its learner': {
    finds: /tells whose it is/,
    ports: () => (ports, name) => {
      if (name !== 'submitEvaluation') return ports;
      const write: Table['write'] = async (writes) => {
        const [participation] = writes.filter(isPutOf('participation'));
        const learnerId = participation && dataOf(participation.row).learnerId;
        const named = puttingOtherwise('response', (row) => withData(row, { ...dataOf(row), learnerId }));
        await named(ports.table).write(writes);
      };
      return { ...ports, table: { ...ports.table, write } };
    },
  },
  'an outcome is kept under the id of its attempt': {
    finds: /tells whose it is/,
    ports: () => (ports) => {
      const write: Table['write'] = async (writes) => {
        const [settled] = writes.filter(isPutOf('participation'));
        const attemptId = settled && String(dataOf(settled.row).attemptId);
        const named = puttingOtherwise('sitting', (row) => ({ ...row, sk: `${row.sk}#${attemptId}` }));
        await named(ports.table).write(writes);
      };
      return { ...ports, table: { ...ports.table, write } };
    },
  },
};
