/**
 * The sRGB colour space as an ICC version 2 display profile, which PDF/A-1 wants as the output intent. Built from the
 * constants of IEC 61966-2-1 (primaries adapted to D50, as ICC.1:2001-04 asks), so that no binary file is needed.
 */
export function srgbProfile(): Uint8Array {
  const xyz = (x: number, y: number, z: number): readonly number[] => [
    ...ascii('XYZ '),
    0,
    0,
    0,
    0,
    ...fixed(x),
    ...fixed(y),
    ...fixed(z),
  ];
  const title = 'sRGB IEC61966-2.1';
  const curve = [...ascii('curv'), 0, 0, 0, 0, ...u32(curvePoints), ...curveValues()];
  const tags: readonly (readonly [string, readonly number[]])[] = [
    [
      'desc',
      [...ascii('desc'), 0, 0, 0, 0, ...u32(title.length + 1), ...ascii(title), 0, ...Array<number>(78).fill(0)],
    ],
    ['cprt', [...ascii('text'), 0, 0, 0, 0, ...ascii('No copyright'), 0]],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  return assemble(tags);
}

// Between so many points the curve is straight, and nowhere a tenth of a step of 8 bits from where it should be.
const curvePoints = 64;
const ascii = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
const u32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
/** ICC's s15Fixed16Number. */
const fixed = (value: number): readonly number[] => u32(Math.round(value * 65_536));

/** The transfer function of sRGB, sampled, as 16-bit values. */
function curveValues(): readonly number[] {
  return [...Array(curvePoints).keys()].flatMap((step) => {
    const v = step / (curvePoints - 1);
    const linear = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const value = Math.round(linear * 65_535);
    return [value >> 8, value & 255];
  });
}

function assemble(tags: readonly (readonly [string, readonly number[]])[]): Uint8Array {
  const table: number[] = [...u32(tags.length)];
  const data: number[] = [];
  const placed = new Map<readonly number[], number>();
  const start = 128 + 4 + tags.length * 12;
  for (const [name, bytes] of tags) {
    // The three channels share one curve.
    const offset = placed.get(bytes) ?? start + data.length;
    if (!placed.has(bytes)) {
      placed.set(bytes, offset);
      data.push(...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0));
    }
    table.push(...ascii(name), ...u32(offset), ...u32(bytes.length));
  }
  const header = new Uint8Array(128);
  const put = (offset: number, bytes: readonly number[]): void => header.set(bytes, offset);
  put(0, u32(start + data.length));
  put(8, [2, 0x10, 0, 0]);
  put(12, ascii('mntrRGB XYZ '));
  put(24, [0x07, 0xea, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
  put(36, ascii('acsp'));
  put(68, [...fixed(0.9642), ...fixed(1), ...fixed(0.8249)]);
  return Uint8Array.from([...header, ...table, ...data]);
}
