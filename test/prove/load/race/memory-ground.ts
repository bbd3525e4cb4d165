import { setImmediate } from 'node:timers/promises';
import { routes } from '../../../../shared/api/routes.ts';
import { LostRaceError, type Table } from '../../../../shared/ports.ts';
import { apiEvent } from '../../../simulation/api-event.ts';
import { createMemoryTables } from '../../../simulation/ports/memory-table.ts';
import { simulatedPrinter } from '../../../simulation/ports/simulated-printer.ts';
import type { Random } from '../../../simulation/random.ts';
import { createService } from '../../../support/service.ts';
import { unsealed } from '../../../support/unsealed.ts';
import { beginningAttempts } from '../../begun-attempt.ts';
import type { TheActivity } from '../../the-activity.ts';
import type { Ground } from './ground.ts';
import { physician } from './physician.ts';

/** A call waits for up to so many turns of the event loop before it takes effect, and again before it is answered. */
const MOST_TURNS = 6;

/** A table whose every call takes another while, so that those who call at once overtake each other. */
function unevenTable(table: Table, random: Random, lost: () => void): Table {
  const wait = async (): Promise<void> => {
    for (let turns = random.below(MOST_TURNS + 1); turns > 0; turns--) await setImmediate();
  };
  const takingAWhile =
    <Asked extends readonly unknown[], Result>(call: (...asked: Asked) => Promise<Result>) =>
    async (...asked: Asked): Promise<Result> => {
      await wait();
      try {
        return await call(...asked);
      } catch (error) {
        if (error instanceof LostRaceError) lost();
        throw error;
      } finally {
        await wait();
      }
    };
  return {
    get: takingAWhile(table.get),
    query: takingAWhile(table.query),
    queryWork: takingAWhile(table.queryWork),
    queryList: takingAWhile(table.queryList),
    write: takingAWhile(table.write),
    count: takingAWhile(table.count),
  };
}

/**
 * The real handlers and steps on a store of memory that keeps DynamoDB's semantics; the same seed has the same calls
 * overtake each other.
 * @param through what the table is seen through: a careless one, to see that races find it out
 */
export async function memoryGround(
  activity: TheActivity,
  random: Random,
  through: (table: Table) => Table = (table) => table,
): Promise<Ground> {
  const at = '2026-11-26T15:00:00.000Z';
  const { table, keyTable } = createMemoryTables({ nowMs: () => Date.parse(at) });
  let lostWrites = 0;
  const uneven = unevenTable(through(table), random.fork(), () => lostWrites++);
  const service = createService({ at, table: uneven, printer: simulatedPrinter, seed: random.below(2 ** 31) });
  await service.publish(activity.content);
  const begin = beginningAttempts({ ...service.portsOf('start-attempt'), table }, activity);
  let requests = 0;
  return {
    begin: async (count) => {
      const begun = [];
      for (let number = 0; number < count; number++)
        begun.push(await begin(`learner-${number}@example.org`, physician));
      return begun;
    },
    ask: async (route, sent) => {
      const event = apiEvent(routes[route], `request-${++requests}`, Date.parse(at), sent);
      const { statusCode = 0, body = '{}' } = await service.handle(route, event);
      return { status: statusCode, body: JSON.parse(body) };
    },
    rows: async () => unsealed(table.rows(), keyTable.rows()),
    lostWrites: () => lostWrites,
    close: async () => {},
  };
}
