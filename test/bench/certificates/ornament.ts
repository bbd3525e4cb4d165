import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { lookOf } from '../../../shared/documents/certificate-look.ts';
import { frame } from '../../../shared/documents/certificate-theme.ts';
import type { Artwork } from '../../../shared/documents/pdf/artwork.ts';
import { plainTheme } from '../../../shared/domain/theme.ts';

type Point = readonly [x: number, y: number];

/** A line through points from the upper left of the page. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly color: string;
  readonly weight: number;
}

const numbersOf = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);

/** The lines of an engraving, each where its copies are drawn. */
function polylinesOf({ operators }: Artwork, at: Point, style: Omit<Polyline, 'points'>): readonly Polyline[] {
  return [...operators.matchAll(/q ([-\d. ]+) cm\n([^q]+)\nS Q/g)].flatMap(([, matrix = '', path = '']) => {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(matrix);
    return path.split('\n').map((line) => ({
      ...style,
      points: [...line.matchAll(/([-\d.]+) ([-\d.]+) [ml]/g)].map(([, x, y]): Point => {
        const [from, down] = [Number(x), Number(y)];
        return [at[0] + a * from + c * down + e, at[1] + b * from + d * down + f];
      }),
    }));
  });
}

const { band, rosettes } = lookOf(await loadCertificateAssets());
const { engraving, accent } = plainTheme.colors;

/** The band and the seal of a certificate in the plain look. */
export const ornament: readonly Polyline[] = [
  ...polylinesOf(band, [frame.band.left, frame.top], { color: engraving, weight: 0.35 }),
  ...rosettes.flatMap((one, index) =>
    polylinesOf(one, [frame.side.left + 58, frame.top + 58], {
      color: index === 0 ? engraving : accent,
      weight: index === 0 ? 0.35 : 0.28,
    }),
  ),
];
