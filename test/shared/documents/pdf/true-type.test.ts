import { readFileSync } from 'node:fs';
import { create } from '@cantoo/fontkit';
import { describe, expect, it } from 'vitest';
import files from '../../../../functions/assets/files.json' with { type: 'json' };
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { printingKit } from '../../../../shared/documents/certificate-assets.ts';
import { cutGlyphs, programAround } from '../../../../shared/documents/pdf/cut-font.ts';
import { shape } from '../../../../shared/documents/pdf/face.ts';
import { readTrueType, type TrueType } from '../../../../shared/documents/pdf/true-type.ts';

const fonts = Object.entries(files).filter(([name]) => name.endsWith('.ttf'));
/** Read by an engine that we did not write. */
function byFontkit(program: Uint8Array) {
  const font = create(program);
  if (!('layout' in font)) throw new Error('Not a single face');
  return font;
}

/** A program of some glyphs of a face, of which `first` were cut before the others. */
function cutFont(font: TrueType, ids: readonly number[], first: number): Uint8Array {
  const before = cutGlyphs(font, [0, ...ids.slice(0, first)]);
  const cut = cutGlyphs(font, ids.slice(first), { before });
  const { front, back } = programAround(font, cut);
  return Buffer.concat([front, before.outlines, cut.outlines, back]);
}

describe('a font program', () => {
  it.each(fonts)('is read as another engine reads it: %s', (_name, path) => {
    const program = readFileSync(path);
    const [ours, theirs] = [readTrueType(program), byFontkit(program)];
    expect(ours).toMatchObject({ unitsPerEm: theirs.unitsPerEm, name: theirs.postscriptName, ascent: theirs.ascent });
    const { characterSet } = theirs;
    const some = characterSet.filter((_, index) => index % Math.ceil(characterSet.length / 300) === 0);
    const glyphs = some.flatMap((codePoint) => theirs.glyphForCodePoint(codePoint) ?? []);
    expect(some.map(ours.glyphOf)).toEqual(glyphs.map(({ id }) => id));
    expect(glyphs.map(({ id }) => ours.widthOf(id))).toEqual(glyphs.map(({ advanceWidth }) => advanceWidth));
    expect([0x10fffd, 0xfffe].map(ours.glyphOf)).toEqual([0, 0]);
  });

  it.each(fonts)('is cut to glyphs that draw what they drew: %s', (_name, path) => {
    const program = readFileSync(path);
    const [font, whole] = [readTrueType(program), byFontkit(program)];
    const { characterSet } = whole;
    const some = characterSet.filter((_, index) => index % Math.ceil(characterSet.length / 40) === 0);
    // What a font maps to its empty box it does not have.
    const ids = some.map(font.glyphOf).filter((id) => id !== 0);
    const drawn = (program: Uint8Array, place: number): string | undefined =>
      byFontkit(program).getGlyph(place)?.path.toSVG();
    const cut = cutFont(font, ids, ids.length);
    const again = byFontkit(cut);
    for (const [index, id] of ids.entries())
      expect(again.getGlyph(index + 1)?.path.toSVG()).toBe(whole.getGlyph(id)?.path.toSVG());
    // A glyph that comes in later stands behind all that the first ones are composed of.
    const last = ids.at(-1) ?? 0;
    const before = cutGlyphs(font, [0, ...ids.slice(0, -1)]).ids.length;
    expect(drawn(cutFont(font, ids, ids.length - 1), before)).toBe(whole.getGlyph(last)?.path.toSVG());
    // And the font that it was cut from is as it was: the next cut is the same.
    expect(Buffer.from(cutFont(font, ids, ids.length)).equals(Buffer.from(cut))).toBe(true);
  });

  it('that is a collection, or no font at all, is refused', () => {
    for (const bytes of [new TextEncoder().encode('ttcf and more than that'), new Uint8Array(3)])
      expect(() => readTrueType(bytes)).toThrow('must be a single TrueType face');
  });
});

describe('a word of letters that stand side by side', () => {
  it.each(['Amélie', 'Nguyễn', 'Łukasz', 'Офиса', 'Αλέξανδρος', 'Officer', 'AVATAR', 'Tōkyō', 'Weiß', '2026'])(
    'is set as another engine sets it: %s',
    async (word) => {
      const { serif, sans } = printingKit(await loadCertificateAssets());
      const paths = ['EBGaramond_500Medium.ttf', 'SourceSans3_400Regular.ttf'] as const;
      for (const [index, [face]] of [serif, sans].entries()) {
        if (!face) throw new Error('There is no face');
        const { glyphs, positions } = byFontkit(readFileSync(files[paths[index] ?? paths[0]])).layout(word);
        const ours = shape(face, word, []);
        expect(ours.map(({ id }) => id)).toEqual(glyphs.map(({ id }) => id));
        expect(ours.map(({ advance }) => advance)).toEqual(positions?.map(({ xAdvance }) => xAdvance));
      }
    },
  );
});
