/** A length of a drawing in tenths of its unit. Its longer side has 1,000 units, so that a tenth of one cannot be seen, on paper either. */
export const tenths = (value: number): number => Math.round(value * 1_000) / 100;

/**
 * An outline of a drawing in whole tenths of its unit, each point told from the one before: half as long as it is kept, and a
 * phone waits for a certificate's drawings longer than for all of its words. What is rounded away does not add up, since the
 * point before is taken as it was drawn.
 */
export function shortPath(d: string): string {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  return d.replace(/([MLCZ])([^MLCZ]*)/g, (_, verb: string, points: string) => {
    if (verb === 'Z') {
      [x, y] = [startX, startY];
      return 'z';
    }
    const there = points.split(' ').map((text) => Math.round(tenths(Number(text))));
    const moved = there.map((value, index) => value - (index % 2 === 0 ? x : y));
    [x = 0, y = 0] = there.slice(-2);
    if (verb === 'M') [startX, startY] = [x, y];
    return verb.toLowerCase() + moved.join(' ').replaceAll(' -', '-');
  });
}
