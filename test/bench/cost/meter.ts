import { type Billed, prices } from '../../../infra/prices.ts';

/** What AWS bills, and what it would bill if executions were of the other kind, or logged whole. */
export type Counted = Billed | 'transitions' | 'executionEvents';
export type Units = Readonly<Record<Counted, number>>;

const names: readonly Counted[] = [...(Object.keys(prices) as readonly Billed[]), 'transitions', 'executionEvents'];
const unitsOf = (each: (name: Counted) => number): Units =>
  Object.fromEntries(names.map((name) => [name, each(name)])) as Units;

/** Adds up what is billed for whatever is going on. */
export interface Meter {
  add(what: Counted, count: number): void;
  /** What was counted since this was asked last. */
  take(): Units;
}

export function createMeter(): Meter {
  let counted = new Map<Counted, number>();
  return {
    add: (what, count) => void counted.set(what, (counted.get(what) ?? 0) + count),
    take: () => {
      const taken = counted;
      counted = new Map();
      return unitsOf((name) => taken.get(name) ?? 0);
    },
  };
}

export const sumOf = (all: readonly Units[]): Units =>
  unitsOf((name) => all.reduce((sum, units) => sum + units[name], 0));

/** The mean of what some rounds were billed. */
export const meanOf = (rounds: readonly Units[]): Units => {
  const sum = sumOf(rounds);
  return unitsOf((name) => sum[name] / rounds.length);
};
