import fc, { type Arbitrary } from 'fast-check';
import { otherPeople, type People, printedPeople } from './people.ts';

/** A name to try, how it was made, and whether it must be printed. */
export interface TriedName {
  readonly name: string;
  readonly kind: string;
  readonly mustPrint: boolean;
}

const credentials = ['', '', '', ', MD', ', PhD, RN', ', DO, FACP', ', PharmD'];

const nameOf = ({ given, family, familyFirst, joint = ' ' }: People): Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...given), fc.constantFrom(...family), fc.constantFrom(...credentials))
    .map(([first, last, more]) => (familyFirst ? `${last}${joint}${first}` : `${first}${joint}${last}`) + more);

const named = (people: readonly People[], mustPrint: boolean): readonly Arbitrary<TriedName>[] =>
  people.map((some) => nameOf(some).map((name) => ({ name, kind: some.script, mustPrint })));

/** Any character of a block, assigned or not. */
const within = (from: number, to: number): Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point));

// Blocks of Unicode that hold letters, marks, digits and signs, from Latin to the planes beyond the first.
const blocks: readonly (readonly [from: number, to: number])[] = [
  ...[
    [0x20, 0x7e],
    [0xa0, 0x24f],
    [0x250, 0x2ff],
    [0x300, 0x36f],
    [0x370, 0x52f],
    [0x530, 0x5ff],
    [0x600, 0x7bf],
  ],
  ...[
    [0x7c0, 0x8ff],
    [0x900, 0x97f],
    [0x980, 0xaff],
    [0xb00, 0xdff],
    [0xe00, 0xfff],
    [0x1000, 0x10ff],
  ],
  ...[
    [0x1100, 0x11ff],
    [0x1200, 0x139f],
    [0x13a0, 0x167f],
    [0x1680, 0x18af],
    [0x1900, 0x1aff],
    [0x1b00, 0x1cff],
  ],
  ...[
    [0x1d00, 0x1fff],
    [0x2000, 0x20cf],
    [0x20d0, 0x20ff],
    [0x2100, 0x2bff],
    [0x2c00, 0x2dff],
    [0x2e00, 0x303f],
  ],
  ...[
    [0x3040, 0x31ff],
    [0x3200, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xa000, 0xabff],
    [0xac00, 0xd7ff],
    [0xe000, 0xf8ff],
  ],
  ...[
    [0xf900, 0xfaff],
    [0xfb00, 0xfdff],
    [0xfe00, 0xfeff],
    [0xff00, 0xffff],
    [0x10000, 0x10fff],
    [0x11000, 0x11fff],
  ],
  ...[
    [0x16000, 0x1afff],
    [0x1b000, 0x1cfff],
    [0x1d000, 0x1e7ff],
    [0x1e800, 0x1efff],
    [0x1f000, 0x1faff],
  ],
  ...[
    [0x20000, 0x323af],
    [0xe0000, 0xe01ef],
    [0xf0000, 0x10ffff],
  ],
].map(([from = 0, to = 0]) => [from, to] as const);

const letters = fc
  .constantFrom(...blocks)
  .chain(([from, to]) => fc.string({ unit: within(from, to), minLength: 1, maxLength: 8 }));

const hostile = fc.constantFrom(
  ...[
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\r\nBcc: x',
    '\u0085',
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u115f',
    '\u17b4',
    '\u180e',
  ],
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2028', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e'],
  ...[
    '\u2060',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u2800',
    '\u3000',
    '\u3164',
    '\ufe0f',
    '\ufeff',
    '\uffa0',
    '\ufff9',
  ],
  ...['\ufffc', '\ufffd', '\uffff', '\ud83d', '\udc00', '\ue000', '\u{1d173}', '\u{e0001}', '\u{e0100}', '\u{10ffff}'],
  ...['😀', '👩‍⚕️', '🇫🇷', '☕', '👍🏽', '✈', '©', '™', '1️⃣', '\u0301', '\u0301\u0302\u0303\u0304', '\u20dd', '\u0488'],
  ...['(', ')', '\\', '<<', '>> Tj ET', '%', '[/]', '<b>', '&amp;', '{{name}}', '=1+1', '"', '$(x)', '../'],
  ...[
    'ﬁ',
    'ﷺ',
    'ﷻ',
    '㎏',
    '𝕬',
    'ｱﾞ',
    '\u1161',
    '\u11a8',
    '\u1112\u1161\u11ab',
    'が',
    '\u09cd',
    '\u0e33',
    '\u0ec6',
    '\u17d2',
  ],
);

const piece = fc.oneof(
  { weight: 3, arbitrary: letters },
  { weight: 3, arbitrary: hostile },
  { weight: 2, arbitrary: fc.constantFrom(...[...printedPeople, ...otherPeople].flatMap(({ given }) => given)) },
  { weight: 1, arbitrary: fc.constantFrom(' ', '-', '’', '.', ', ', '  ') },
);

/** Words of two or three scripts with a number or credentials: right to left beside left to right, marks beside marks. */
const mixtures: Arbitrary<TriedName> = fc
  .tuple(
    fc.array(fc.constantFrom(...printedPeople.flatMap(({ given, family }) => [...given, ...family])), {
      minLength: 2,
      maxLength: 3,
    }),
    fc.constantFrom(' ', ' ', '-', ', ', ' (', '. '),
    fc.constantFrom('', '', ' 12', ' (3)', ' ٢٧', ', MD', ' III, RN'),
  )
  .map(([words, joint, more]) => ({ name: words.join(joint) + more, kind: 'several scripts', mustPrint: true }));

/** Names from `seed`: half of them of people in some script, half made of anything that can be typed or pasted. */
export function generateNames(seed: number, count: number): readonly TriedName[] {
  const anything = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  const wild = (arbitrary: Arbitrary<string>, kind: string) =>
    arbitrary.map((name): TriedName => ({ name, kind, mustPrint: false }));
  const arbitrary = fc.oneof(
    { weight: 10, arbitrary: fc.oneof(...named(printedPeople, true), ...named(otherPeople, false)) },
    { weight: 3, arbitrary: mixtures },
    { weight: 4, arbitrary: wild(letters, 'characters of one block') },
    { weight: 4, arbitrary: wild(anything, 'anything mixed') },
    { weight: 1, arbitrary: wild(fc.string({ unit: 'binary', maxLength: 30 }), 'any code points') },
    { weight: 1, arbitrary: wild(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), 'long') },
  );
  return fc.sample(arbitrary, { seed, numRuns: count });
}
