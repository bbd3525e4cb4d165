/**
 * What this browser remembers. It may refuse to, in private windows for instance, or be full; then the page alone has it,
 * and a reload begins anew.
 */
const attempted = <T>(act: () => T): T | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

/** Remembers a value under a key, or forgets it; for this window only, where `store` is its session storage. */
export const remember = (key: string, value: unknown, store = (): Storage => localStorage): void =>
  attempted(() => (value === undefined ? store().removeItem(key) : store().setItem(key, JSON.stringify(value))));

/** What was remembered under a key: whatever an earlier version of this page, or somebody else, wrote there. */
export const recall = (key: string, store = (): Storage => localStorage): unknown =>
  attempted(() => JSON.parse(store().getItem(key) ?? 'null'));

/** The keys that begin so, of what this browser remembers beyond this window. */
export const rememberedUnder = (prefix: string): readonly string[] =>
  attempted(() => Object.keys(localStorage).filter((key) => key.startsWith(prefix))) ?? [];
