import { describe, expect, it } from 'vitest';
import { readArtwork, rgb } from '../../../../shared/documents/pdf/artwork.ts';
import { pathOperators } from '../../../../shared/documents/pdf/vector-path.ts';

const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20">${inside}</svg>`;

describe('a provider’s logo or signature', () => {
  it('keeps its size, its colours and its lines', () => {
    const art = readArtwork(
      drawing(
        '<title>Mark</title><path fill="#ff0000" d="M0 0L10 0V20Z"/><path fill="none" stroke="#000000" stroke-width="2" d="M1 1h3"/>',
      ),
    );
    expect([art.width, art.height]).toEqual([10, 20]);
    expect(art.operators.split('\n')).toEqual([
      '1 0 0 rg',
      '',
      '0 0 m',
      '10 0 l',
      '10 20 l',
      'h',
      'f',
      '',
      '0 0 0 RG 2 w 1 J 1 j',
      '1 1 m',
      '4 1 l',
      'S',
    ]);
  });

  it.each([
    ['a picture', '<image href="x.png"/>', /plain paths alone; convert image/],
    ['text', '<text>Meridian</text>', /plain paths alone; convert text/],
    ['a script', '<script>1</script>', /plain paths alone; convert script/],
    ['transparency', '<path opacity=".5" d="M0 0"/>', /plain paths alone/],
    ['a named colour', '<path fill="red" d="M0 0"/>', /#rrggbb, not red/],
    ['an arc', '<path d="M0 0A1 1 0 0 0 2 2"/>', /path command A/],
    ['a broken path', '<path d="M0"/>', /broken path/],
    ['a number after the end', '<path d="M0 0L1 1Z 5 5"/>', /broken path/],
  ])('is refused with what to change when it holds %s', (_what, inside, message) => {
    expect(() => readArtwork(drawing(inside))).toThrow(message);
  });

  it('is refused without a size', () => {
    expect(() => readArtwork('<svg width="3" height="3"></svg>')).toThrow(/viewBox/);
  });
});

describe('path data', () => {
  it('goes on from where the pen is, in curves that continue each other', () => {
    expect(pathOperators('m1 1c0 1 1 2 2 2s2-1 2-2q1 0 1 1z').split('\n')).toEqual([
      '1 1 m',
      '1 2 2 3 3 3 c',
      '4 3 5 2 5 1 c',
      '5.667 1 6 1.333 6 2 c',
      'h',
    ]);
  });

  it('writes colours as PDF does', () => {
    expect(rgb('#1f4e5a')).toBe('0.122 0.306 0.353');
  });
});
