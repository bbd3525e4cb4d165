/**
 * Whose forms of an ideograph a face has. Unicode has one number for what China, Taiwan and Japan write with strokes of
 * their own; a name shows by its characters whose it is.
 */
export type NationalSet = 'china' | 'taiwan' | 'japan';

/** Everything that stands in a national standard, from its two-byte encoding (WHATWG, Encoding). */
function everyOf(encoding: string, leads: readonly [number, number], trails: readonly [number, number]): Set<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = leads[0]; lead <= leads[1]; lead += 1)
    for (let trail = trails[0]; trail <= trails[1]; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (ideograph.test(character)) found.add(character);
    }
  return found;
}

const ideograph = /^\p{Script=Han}$/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const bopomofo = /\p{Script=Bopomofo}/u;

// GB 2312 is the part of GBK whose bytes are both above A0; Big5 and Shift_JIS are taken whole.
const standards: Readonly<Record<NationalSet, () => Set<string>>> = {
  china: () => everyOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe]),
  taiwan: () => everyOf('big5', [0xa4, 0xf9], [0x40, 0xfe]),
  japan: () => everyOf('shift_jis', [0x88, 0xfc], [0x40, 0xfc]),
};
const read = new Map<NationalSet, Set<string>>();
const standard = (set: NationalSet): Set<string> => {
  const known = read.get(set) ?? standards[set]();
  read.set(set, known);
  return known;
};

const others = (first: NationalSet): readonly NationalSet[] => [
  first,
  ...(['china', 'taiwan', 'japan'] as const).filter((set) => set !== first),
];

/** Whose forms a text is to have, then whose it may; nothing when it has no ideograph, kana or bopomofo. */
export function nationalForms(text: string): readonly NationalSet[] {
  if (kana.test(text)) return others('japan');
  if (bopomofo.test(text)) return others('taiwan');
  const characters = [...text].filter((character) => ideograph.test(character));
  if (characters.length === 0) return [];
  const whose = (['china', 'taiwan', 'japan'] as const).find((set) =>
    characters.every((character) => standard(set).has(character)),
  );
  return others(whose ?? 'china');
}
