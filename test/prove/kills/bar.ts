/** What a run must come to for its figures to count. */
export interface Bar {
  readonly kills: number;
  /** Writes that were acknowledged. */
  readonly writes: number;
  /** It is asked of a run of so many minutes; of a shorter one, which is for trying things out, nothing is. */
  readonly minutes: number;
}

const told = (number: number): string => number.toLocaleString('en-US');

/** Holds a run against the bar: a run that falls short proves too little, and fails. */
export function judgeBar(
  bar: Bar,
  run: Bar,
): { readonly figures: Readonly<Record<string, string>>; readonly failures: readonly string[] } {
  if (run.minutes < bar.minutes)
    return {
      figures: { 'kills and writes that were asked for': `none: it ran for less than ${bar.minutes} minutes` },
      failures: [],
    };
  const short = (what: string, came: number, asked: number): readonly string[] =>
    came < asked ? [`${told(came)} ${what}, and ${told(asked)} were asked for`] : [];
  return {
    figures: {
      'kills that were asked for': told(bar.kills),
      'acknowledged writes that were asked for': told(bar.writes),
    },
    failures: [...short('kills', run.kills, bar.kills), ...short('acknowledged writes', run.writes, bar.writes)],
  };
}
