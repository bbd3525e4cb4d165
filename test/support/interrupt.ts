import type { MemoryTable } from '../simulation/ports/memory-table.ts';

/**
 * Has somebody else act between two calls of the table, whose calls are taken one by one from then on: what is asked for together
 * is no snapshot either. @returns how to let it be, and whether it came to that
 */
export function interrupt(table: MemoryTable, afterCalls: number, act: () => Promise<unknown>) {
  const { get, query, write } = table;
  const plain = { get, query, write };
  let calls = 0;
  let acting = false;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    <Asked, Answer>(call: (asked: Asked) => Promise<Answer>) =>
    (asked: Asked): Promise<Answer> => {
      if (acting) return call(asked);
      const turn = last.then(async () => {
        if (calls++ !== afterCalls) return call(asked);
        acting = true;
        await act();
        acting = false;
        return call(asked);
      });
      last = turn.catch(() => undefined);
      return turn;
    };
  Object.assign(table, { get: inTurn(get), query: inTurn(query), write: inTurn(write) });
  return {
    restore: (): void => void Object.assign(table, plain),
    happened: (): boolean => calls > afterCalls,
  };
}
