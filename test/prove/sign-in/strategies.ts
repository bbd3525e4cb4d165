import type { Random } from '../../simulation/random.ts';

/** One request of somebody who guesses. Browsers are numbered; a browser that asks again has a new code. */
export type Move =
  | {
      readonly does: 'start';
      readonly browser: number;
      readonly email: string;
      readonly ip: string;
      readonly waitMs: number;
    }
  | {
      readonly does: 'enter';
      readonly browser: number;
      readonly guess: 'any' | 'same';
      readonly ip: string;
      readonly waitMs: number;
    };

/** An endless attack. */
export type Strategy = (random: Random) => Generator<Move, never>;

const QUARTER_HOUR_MS = 900_000;

/** Asks for a code and guesses so often, then does it again. */
function* rounds(
  guesses: number,
  next: (round: number) => { readonly email: string; readonly ip: string; readonly waitMs: number },
  guess: 'any' | 'same' = 'any',
): Generator<Move, never> {
  for (let round = 0; ; round++) {
    const { email, ip, waitMs } = next(round);
    yield { does: 'start', browser: round, email, ip, waitMs };
    for (let time = 0; time < guesses; time++) yield { does: 'enter', browser: round, guess, ip, waitMs: 1 };
  }
}

/** As many kinds of guessing as there are rules to get around. */
export const strategies: Readonly<Record<string, Strategy>> = {
  'one address, one network, all tries of each code': () =>
    rounds(6, () => ({ email: 'a@example.org', ip: '1', waitMs: 10 })),
  'one address, a new network each time': () =>
    rounds(6, (round) => ({ email: 'a@example.org', ip: `${round}`, waitMs: 10 })),
  'ten thousand addresses, one network': () =>
    rounds(5, (round) => ({ email: `${round % 10_000}@example.org`, ip: '1', waitMs: 10 })),
  'a hundred thousand addresses and as many networks': () =>
    rounds(5, (round) => ({ email: `${round % 100_000}@example.org`, ip: `${round % 100_000}`, waitMs: 5 })),
  'a new code after each guess': () =>
    rounds(1, (round) => ({ email: `${round % 5_000}@example.org`, ip: `${round % 200}`, waitMs: 10 })),
  'the same guess against each code': () =>
    rounds(5, (round) => ({ email: `${round % 5_000}@example.org`, ip: `${round % 200}`, waitMs: 10 }), 'same'),
  'bursts at the edge of each window': () =>
    rounds(5, (round) => ({
      email: `${round % 40}@example.org`,
      ip: `${round % 4}`,
      waitMs: round % 200 === 0 ? QUARTER_HOUR_MS / 2 : 1,
    })),
  'after the code has expired as well': () =>
    rounds(7, (round) => ({
      email: `${round % 500}@example.org`,
      ip: `${round % 50}`,
      waitMs: round % 3 ? 20 : 601_000,
    })),
  *'in other windows than those that asked'(random) {
    for (let round = 0; ; round++) {
      const ip = `${round % 100}`;
      yield { does: 'start', browser: round, email: `${round % 3_000}@example.org`, ip, waitMs: 20 };
      for (let time = 0; time < 5; time++)
        yield { does: 'enter', browser: round + random.below(4) - 2, guess: 'any', ip, waitMs: 1 };
    }
  },
};
