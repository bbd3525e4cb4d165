/** So many rows are asked for at once; more would only wait in line. */
const AT_ONCE = 50;

/** Asks for many things, some at a time, and gives those that there are. */
export async function found<Id, Thing>(
  ids: readonly Id[],
  find: (id: Id) => Promise<Thing | undefined>,
): Promise<readonly Thing[]> {
  const things: Thing[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const batch = await Promise.all(ids.slice(from, from + AT_ONCE).map(find));
    things.push(...batch.filter((thing) => thing !== undefined));
  }
  return things;
}
