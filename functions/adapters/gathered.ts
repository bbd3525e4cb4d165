interface Waiting<Key, Found> {
  readonly key: Key;
  readonly resolve: (found: Found) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers what is asked for in one turn of the event loop into one request: a handler says what it needs where it needs it, and
 * a service that is asked for five rows at once answers one call. Whoever asks alone is kept waiting for no one: the turn
 * ends before the machine could have sent anything.
 * @param read answers keys in their order
 * @param most a request takes no more keys than this
 */
export function gathered<Key, Found>(
  read: (keys: readonly Key[]) => Promise<readonly Found[]>,
  most: number,
): (key: Key) => Promise<Found> {
  let waiting: Waiting<Key, Found>[] = [];

  const ask = async (some: readonly Waiting<Key, Found>[]): Promise<void> => {
    try {
      const found = await read(some.map(({ key }) => key));
      for (const [index, { resolve }] of some.entries()) resolve(found[index] as Found);
    } catch (error) {
      for (const { reject } of some) reject(error);
    }
  };

  const askForAll = (): void => {
    const all = waiting;
    waiting = [];
    for (let from = 0; from < all.length; from += most) void ask(all.slice(from, from + most));
  };

  return (key) => {
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    if (waiting.push({ key, resolve, reject }) === 1) setImmediate(askForAll);
    return promise;
  };
}
