/** Days of participation, both included; empty is open. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

export const everything: Range = { from: '', to: '' };

const ofYears = (first: number, last: number): Range => ({ from: `${first}-01-01`, to: `${last}-12-31` });

/** The ranges that licensing boards ask for most, by what they are called, as of a year. */
export const presets = (year: number): readonly (readonly [name: string, range: Range])[] => [
  ['All credit', everything],
  [`This year, ${year}`, ofYears(year, year)],
  [`Last year, ${year - 1}`, ofYears(year - 1, year - 1)],
  [`Two years, ${year - 1} and ${year}`, ofYears(year - 1, year)],
  [`Three years, ${year - 2} to ${year}`, ofYears(year - 2, year)],
];

/** The address of a transcript, with nothing in it that is not narrowed down. */
export function addressOf(path: string, asked: Range & { readonly types: string }): string {
  const said = Object.entries(asked).filter(([, value]) => value !== '');
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}
