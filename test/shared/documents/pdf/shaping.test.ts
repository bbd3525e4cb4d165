import { beforeAll, describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { printingKit } from '../../../../shared/documents/certificate-assets.ts';
import type { Face } from '../../../../shared/documents/pdf/face.ts';
import { nationalForms } from '../../../../shared/documents/pdf/han.ts';
import { scriptRuns, withSpeltJoiners } from '../../../../shared/documents/pdf/scripts.ts';
import { type Line, setLines } from '../../../../shared/documents/pdf/typesetting.ts';

let faces: readonly Face[];
beforeAll(async () => {
  faces = printingKit(await loadCertificateAssets()).serif;
});

const set = (text: string): Line => {
  const style = { faces, size: 1000, color: '#000000', tracking: -4, features: ['pnum'] };
  const [line] = setLines([{ text, style, what: 'name' }], Number.POSITIVE_INFINITY);
  if (!line) throw new Error('Nothing was set');
  return line;
};

/** Each glyph with the place of its origin, from left to right. */
const drawn = (text: string) =>
  set(text)
    .pieces.flatMap(({ glyphs, x, style }) => {
      let pen = x;
      return glyphs.map((glyph) => {
        const at = pen + (glyph.dx * style.size) / 1000;
        pen += (glyph.advance * style.size) / 1000;
        return { ...glyph, at };
      });
    })
    .toSorted((one, two) => one.at - two.at);

const idsOf = (text: string): readonly number[] => drawn(text).map(({ id }) => id);

describe('letters of a script with rules of its own', () => {
  it('join in Arabic: alone, first, between and last are four forms', () => {
    const [alone] = idsOf('ه');
    const word = idsOf('ههه');
    expect(new Set([alone, ...word]).size).toBe(4);
  });

  it('join in Persian up to a joiner that parts them', () => {
    expect(idsOf('حسنزاده')).not.toEqual(idsOf('حسن\u200cزاده'));
  });

  it('are one shape for lam and alif', () => {
    const parts = [...idsOf('ل'), ...idsOf('ا')];
    expect(idsOf('لا').some((id) => parts.includes(id))).toBe(false);
  });

  it('put the Devanagari sign for i before its consonant, though it is spoken after it', () => {
    const [sign, letter] = drawn('कि');
    expect(letter?.id).toBe(idsOf('क')[0]);
    expect(sign?.id).not.toBe(letter?.id);
  });

  it('put both halves of a Tamil vowel sign round its consonant', () => {
    const glyphs = idsOf('கௌ');
    expect(glyphs).toHaveLength(3);
    expect(glyphs[1]).toBe(idsOf('க')[0]);
  });

  it('make one letter of a Bengali conjunct, and of a Sinhala one where a joiner asks for it', () => {
    expect(idsOf('ক্ষ')).toHaveLength(1);
    expect(idsOf('ශ්\u200dරී')).not.toEqual(idsOf('ශ්රී'));
  });

  it('put the Burmese sign for e before the letter that it follows', () => {
    expect(idsOf('ကေ')[1]).toBe(idsOf('က')[0]);
  });

  it('raise a Thai tone above a vowel, higher than above a letter', () => {
    const tone = (text: string): Readonly<{ id: number; dy: number }> | undefined =>
      drawn(text).findLast(({ id }) => id !== idsOf('ป')[0]);
    expect(tone('ปี่')).not.toEqual(tone('ป่'));
  });

  it('are neither tracked nor given features that were meant for Latin letters', () => {
    const { pieces } = set('محمد');
    expect(pieces.map(({ style }) => style.tracking)).toEqual([0]);
  });

  it('are set the same whatever was set before them', () => {
    const alone = set('प्रिया');
    for (const text of ['शर्मा', 'محمد', 'किरण']) set(text);
    expect(set('प्रिया')).toEqual(alone);
  });
});

describe('a line that runs both ways', () => {
  const left = (text: string): readonly string[] =>
    set(text)
      .pieces.toSorted((one, two) => one.x - two.x)
      .map((piece) => piece.text);

  it('begins at the right when its first letter does, with words, number and brackets where they belong', () => {
    expect(left('محمد (ward 12)')).toEqual([')', 'ward', ' ', '12', '(', ' ', 'محمد']);
  });

  it('keeps a Latin line going from left to right around an Arabic name', () => {
    expect(left('Dr. محمد أحمد, MD')).toEqual(['Dr.', ' ', 'أحمد', ' ', 'محمد', ',', ' ', 'MD']);
  });

  it('draws a bracket as it stands in the mirror, and reads it as it was written', () => {
    const [open] = set('(').pieces;
    const bracket = set('محمد (ب)').pieces.find(({ text }) => text === ')');
    expect(bracket?.glyphs[0]?.id).toBe(open?.glyphs[0]?.id);
    expect(bracket?.glyphs[0]?.text).toBe(')');
  });

  it('reads in the order in which it was written', () => {
    for (const text of ['محمد (ward 12)', 'Dr. שרה, MD', 'प्रिया شرما 3']) expect(set(text).text).toBe(text);
  });

  it('is as wide as its pieces, which lie side by side', () => {
    const { pieces, width } = set('محمد (ward 12), MD');
    let end = 0;
    for (const piece of pieces.toSorted((one, two) => one.x - two.x)) {
      expect(piece.x).toBeCloseTo(end, 6);
      end += piece.width;
    }
    expect(end).toBeCloseTo(width, 6);
  });
});

describe('a text in several scripts', () => {
  it('is parted where the script changes; what scripts share stays with the letters before it', () => {
    expect(scriptRuns('Ada مُحمد، प्रिया। MD').map(({ script, text }) => [script?.name, text])).toEqual([
      [undefined, 'Ada '],
      ['Arabic', 'مُحمد،'],
      [undefined, ' '],
      ['Devanagari', 'प्रिया।'],
      [undefined, ' MD'],
    ]);
  });

  it('keeps joiners where they are spelling, and drops them where they would hide', () => {
    expect(withSpeltJoiners('حسن\u200cزاده')).toBe('حسن\u200cزاده');
    expect(withSpeltJoiners('A\u200dda\u200c สม\u200cชาย م\u200d')).toBe('Ada สมชาย م');
  });

  it('gets its ideographs in the forms of the country whose standard has them all', () => {
    expect(nationalForms('王小明')[0]).toBe('china');
    expect(nationalForms('陳臺生')[0]).toBe('taiwan');
    expect(nationalForms('髙橋')[0]).toBe('japan');
    expect(nationalForms('王はな')[0]).toBe('japan');
    expect(nationalForms('Ada 김')).toEqual([]);
  });
});
