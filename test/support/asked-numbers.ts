/** What a run of a command was asked for: its numbers by name, `seed` among them. */
export type Asked<Name extends string> = Readonly<Record<Name | 'seed', number>>;

/** The usual numbers of a command, the seed before them. */
export const usually = (numbers: Readonly<Record<string, number>>): Readonly<Record<string, number>> => ({
  seed: 1,
  ...numbers,
});

/** A text flag for each number, as `parseArgs` takes them. */
export const numberFlags = (numbers: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(usually(numbers)).map((name) => [name, { type: 'string' } as const]));

/**
 * The numbers that were given on the command line, the usual ones for the others.
 * @throws RangeError for a number that is none
 */
export function askedNumbers<Name extends string>(
  numbers: Readonly<Record<Name, number>>,
  given: Readonly<Record<string, unknown>>,
): Asked<Name> {
  return Object.fromEntries(
    Object.entries(usually(numbers)).map(([name, usual]) => {
      const number = given[name] === undefined ? usual : Number(given[name]);
      if (!Number.isFinite(number) || number < 0) throw new RangeError(`--${name} is a number of at least 0`);
      return [name, number];
    }),
  ) as Asked<Name>;
}

/** The flags that ask for the same again: `--seed 1 --rounds 15`. */
export const flagsOf = (asked: Readonly<Record<string, number>>): string =>
  Object.entries(asked)
    .map(([flag, number]) => `--${flag} ${number}`)
    .join(' ');
