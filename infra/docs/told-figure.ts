import { type Figure, reaches } from './recorded-benchmark.ts';

/** A number as it is read: three digits that count, and thousands apart. `17.1`, `0.0648`, `1,730`. */
export const toldNumber = (value: number): string =>
  value.toLocaleString(
    'en-US',
    Math.abs(value) >= 1_000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 },
  );

/** A figure's cells: its value with its spread, its target, and whether it is reached. */
export function toldFigure(figure: Figure): {
  readonly value: string;
  readonly target: string;
  readonly verdict: string;
} {
  const { value, unit, spread, target } = figure;
  const told = `${toldNumber(value)} ${unit}${spread ? ` (${spread.map(toldNumber).join(' to ')})` : ''}`;
  const wanted = target && ('atMost' in target ? `≤ ${toldNumber(target.atMost)}` : `≥ ${toldNumber(target.atLeast)}`);
  const verdict = { true: 'reached', false: 'missed', undefined: '' }[`${reaches(figure)}`];
  return { value: told, target: wanted ?? '', verdict };
}
