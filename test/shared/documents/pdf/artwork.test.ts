import { describe, expect, it } from 'vitest';
import { artworkOf, pathOperators, rgb } from '../../../../shared/documents/pdf/artwork.ts';

describe('a provider’s drawing in a PDF', () => {
  it('keeps its size, its colours and its lines, and is cut off at its box', () => {
    const art = artworkOf({
      ...{ width: 1000, height: 500 },
      shapes: [
        { d: 'M0 0L10 0L10 20Z', fill: '#ff0000', evenOdd: true },
        { d: 'M1 1C2 2 3 3 4.5 1', stroke: '#000000', weight: 2, cap: 'round', join: 'bevel' },
        { d: 'M0 0L1 1', fill: '#ffffff', stroke: '#000000' },
      ],
    });
    expect([art.width, art.height, art.box]).toEqual([1000, 500, [0, 0, 1000, 500]]);
    expect(art.operators.split('\n')).toEqual([
      ...['1 0 0 rg', '0 0 m', '10 0 l', '10 20 l', 'h', 'f*'],
      ...['0 0 0 RG 2 w 1 J 2 j 4 M', '1 1 m', '2 2 3 3 4.5 1 c', 'S'],
      ...['1 1 1 rg', '0 0 0 RG 1 w 0 J 0 j 4 M', '0 0 m', '1 1 l', 'B'],
    ]);
  });

  it('brings no other operator in, whatever its outlines hold', () => {
    for (const d of ['M0 0 Q', 'M0', 'M0 0L1 1 Tj', 'A1 1 0 0 0 2 2', 'M0 NaN', '/x Do'])
      expect(() => pathOperators(d), d).toThrow('broken outline');
    expect(() => rgb('red')).toThrow('#rrggbb');
  });

  it('has its colours as PDF writes them', () => {
    expect(rgb('#1f4e5a')).toBe('0.122 0.306 0.353');
  });
});
