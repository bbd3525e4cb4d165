import { parseArgs } from 'node:util';

/** What a run of a command was asked for: its numbers by name, `seed` among them. */
export type Asked<Name extends string> = Readonly<Record<Name | 'seed', number>>;

/** The flags that ask for the same again: `--seed 1 --rounds 15`. */
export const flagsOf = (asked: Readonly<Record<string, number>>): string =>
  Object.entries(asked)
    .map(([flag, number]) => `--${flag} ${number}`)
    .join(' ');

/** What a command of proofs or benchmarks takes beside the seed. */
export interface Takes<Name extends string, Flag extends string> {
  /** As npm knows it: `prove:faults`. */
  readonly command: string;
  /** The numbers that it may be asked for, with their defaults: `{ schedules: 10_000 }`. */
  readonly numbers: Readonly<Record<Name, number>>;
  /** The flags that are there or not. */
  readonly flags: readonly Flag[];
  /** Its parts, of which some may be named. */
  readonly parts: readonly string[];
}

export interface AskedFor<Name extends string, Flag extends string> {
  readonly asked: Asked<Name>;
  readonly given: Readonly<Record<Flag, boolean>>;
  /** The parts that were named; all of them where none was. */
  readonly parts: readonly string[];
}

/**
 * Reads what a command is asked for: the numbers that are given, the usual ones for the others.
 * @returns why it cannot be understood, in a sentence, where that is so
 */
export function readAsked<Name extends string, Flag extends string>(
  { command, numbers, flags, parts }: Takes<Name, Flag>,
  args: readonly string[],
): AskedFor<Name, Flag> | string {
  const usual: Readonly<Record<string, number>> = { seed: 1, ...numbers };
  const usage = [
    `npm run ${command} --`,
    ...(parts.length > 1 ? [`[${parts.join(' ')}]`] : []),
    flagsOf(usual),
    ...flags.map((flag) => `[--${flag}]`),
  ].join(' ');
  const wrong = (why: string): string => `${why} It is asked for as: ${usage}`;
  let read: { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] };
  try {
    read = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(flags.map((flag) => [flag, { type: 'boolean' } as const])),
        ...Object.fromEntries(Object.keys(usual).map((name) => [name, { type: 'string' } as const])),
      },
    });
  } catch (error) {
    // “Unknown option '--sede'. To specify a positional argument …”
    return wrong(`${error instanceof Error ? error.message.split(/\. |\n/)[0]?.replace(/\.$/, '') : error}.`);
  }
  const { values, positionals } = read;
  const unknown = positionals.filter((name) => !parts.includes(name));
  if (unknown.length > 0) return wrong(`${command} has no part “${unknown.join('”, “')}”.`);
  const asked: Record<string, number> = {};
  for (const [name, number] of Object.entries(usual)) {
    const text = values[name] ?? String(number);
    const value = Number(text);
    if (text === '' || !Number.isFinite(value) || value < 0) return wrong(`--${name} is a number of at least 0.`);
    // Another machine must draw the same from it.
    if (name === 'seed' && !Number.isSafeInteger(value)) return wrong('--seed is a whole number.');
    asked[name] = value;
  }
  return {
    asked: asked as Asked<Name>,
    given: Object.fromEntries(flags.map((flag) => [flag, values[flag] === true])) as Record<Flag, boolean>,
    parts: positionals.length > 0 ? positionals : parts,
  };
}

/** As of the `wallet` command: 1 says that something is wrong, 2 that nothing was understood. */
export const NOT_UNDERSTOOD = 2;

/** Reads what this process is asked for; ends it with a sentence where that cannot be understood. */
export function askedOfMe<Name extends string, Flag extends string>(takes: Takes<Name, Flag>): AskedFor<Name, Flag> {
  const read = readAsked(takes, process.argv.slice(2));
  if (typeof read !== 'string') return read;
  console.error(read);
  return process.exit(NOT_UNDERSTOOD);
}
