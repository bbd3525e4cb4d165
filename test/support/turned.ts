/** The same with the members of every map in the other order, as a table may give it back that keeps no order. */
export function turned<Thing>(thing: Thing): Thing {
  if (Array.isArray(thing)) return thing.map(turned) as Thing;
  if (typeof thing !== 'object' || thing === null) return thing;
  const members = Object.entries(thing).map(([name, member]) => [name, turned(member)] as const);
  return Object.fromEntries(members.reverse()) as Thing;
}
