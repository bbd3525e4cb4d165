/** What must be there, because something that is there points to it. @throws Error naming what is missing. */
export function required<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`${what} is missing`);
  return thing;
}
