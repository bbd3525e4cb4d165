import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDrawing } from '../../../../shared/authoring/svg/read-drawing.ts';
import type { Drawing } from '../../../../shared/domain/theme.ts';

/** A file with one thing on a line of its own, 1,000 units wide, so that a drawing's units are the file's. */
const svg = (inside: string, more = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 500"${more}>\n${inside}\n</svg>`;
const read = (text: string) => readDrawing({ file: 'logo.svg', text });
const drawing = (text: string): Drawing => {
  const result = read(text);
  if (result.kind === 'faulty') throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const outlines = (inside: string): readonly string[] => drawing(svg(inside)).shapes.map(({ d }) => d);
const faults = (text: string): readonly string[] => {
  const result = read(text);
  return result.kind === 'faulty' ? result.problems.map(({ line, message }) => `${line}: ${message}`) : [];
};

describe('a drawing from an SVG file', () => {
  it('keeps its outlines, its colours and its strokes, its longer side 1,000 units', () => {
    const text =
      '<svg viewBox="10 20 100 50"><path fill="#F00" d="M10 20h100v50z"/><path fill="none" stroke="navy" stroke-width="2px" stroke-linecap="round" d="M20 30l5 5"/></svg>';
    expect(drawing(text)).toEqual({
      ...{ width: 1000, height: 500 },
      shapes: [
        { d: 'M0 0L1000 0L1000 500Z', fill: '#ff0000' },
        { d: 'M100 100L150 150', stroke: '#000080', weight: 20, cap: 'round' },
      ],
    });
  });

  it('takes its size from width and height where it has no viewBox', () => {
    const { width, height } = drawing('<svg width="20" height="40px"><rect width="5" height="5"/></svg>');
    expect({ width, height }).toEqual({ width: 500, height: 1000 });
  });

  it.each([
    ['a rectangle', '<rect x="1" y="2" width="3" height="4"/>', 'M1 2L4 2L4 6L1 6Z'],
    ['a line', '<line x1="1" y1="2" x2="3" y2="4" stroke="#000"/>', 'M1 2L3 4'],
    ['a polyline', '<polyline points="0,0 1,0 1,1"/>', 'M0 0L1 0L1 1'],
    ['a polygon', '<polygon points="0 0 1 0 1 1"/>', 'M0 0L1 0L1 1Z'],
    ['relative commands', '<path d="m1 1h2v2H1zm5 0l1 1"/>', 'M1 1L3 1L3 3L1 3ZM6 1L7 2'],
    ['smooth curves', '<path d="m1 1c0 1 1 2 2 2s2-1 2-2"/>', 'M1 1C1 2 2 3 3 3C4 3 5 2 5 1'],
    ['quadratic curves', '<path d="M0 0q3 3 6 0t6 0"/>', 'M0 0C2 2 4 2 6 0C8 -2 10 -2 12 0'],
    ['a smooth curve after a line, which has no handle', '<path d="M0 0L3 0S6 3 6 6"/>', 'M0 0L3 0C3 0 6 3 6 6'],
    ['a quarter circle as an arc', '<path d="M100 0A100 100 0 0 1 0 100"/>', 'M100 0C100 55.23 55.23 100 0 100'],
    ['an arc whose flags stand close', '<path d="M100 0a100 100 0 01-100 100"/>', 'M100 0C100 55.23 55.23 100 0 100'],
    ['an arc of no radius', '<path d="M0 0A0 5 0 0 1 9 9"/>', 'M0 0L9 9'],
    [
      'a half circle whose radius is too small',
      '<path d="M0 0A1 1 0 0 1 200 0"/>',
      'M0 0C0 -55.23 44.77 -100 100 -100C155.23 -100 200 -55.23 200 0',
    ],
    [
      'groups that are moved, turned and scaled',
      '<g transform="translate(10 20) rotate(90)"><g transform="scale(2)"><path d="M0 0L1 0"/></g></g>',
      'M10 20L10 22',
    ],
    ['a matrix', '<path transform="matrix(1,0,0,-1,0,10)" d="M0 0L1 1"/>', 'M0 10L1 9'],
  ])('understands %s', (_, inside, d) => {
    expect(outlines(inside)).toEqual([d]);
  });

  it('draws circles and ellipses that no eye tells from round', () => {
    for (const inside of [
      '<circle cx="500" cy="250" r="200"/>',
      '<ellipse cx="500" cy="250" rx="200" ry="200"/>',
      '<path d="M700 250A200 200 0 1 1 300 250A200 200 0 1 1 700 250Z"/>',
    ]) {
      const numbers = (outlines(inside)[0]?.match(/-?[\d.]+/g) ?? []).map(Number);
      const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [[x, numbers[index + 1] ?? 0] as const] : []));
      // Every third point stands on the circle; the handles between stand outside of it.
      for (const [index, [x, y]] of points.entries())
        if (index % 3 === 0) expect(Math.hypot(x - 500, y - 250)).toBeCloseTo(200, 1);
    }
  });

  it('has paint from the groups around, and from style before attributes', () => {
    expect(
      drawing(
        svg(
          '<g fill="#111111" stroke-width="3"><path style="stroke:#222222;fill:none" fill="#fff" d="M0 0L1 1"/><path d="M0 0L1 0L1 1Z" fill-rule="evenodd"/></g>',
        ),
      ).shapes,
    ).toEqual([
      { d: 'M0 0L1 1', stroke: '#222222', weight: 3 },
      { d: 'M0 0L1 0L1 1Z', fill: '#111111', evenOdd: true },
    ]);
  });

  it('passes over what is not drawn: notes of drawing programs, what is hidden, shapes without paint', () => {
    const notes =
      '<?xml-model href="x"?><!-- note --><title>Mark</title><metadata><rdf:RDF/></metadata><sodipodi:namedview id="x"/><defs><path d="M0 0L1 1"/></defs>';
    const hidden = '<g display="none"><rect width="9" height="9"/></g><path fill="none" d="M0 0L1 1"/>';
    expect(outlines(`${notes}${hidden}<path d="M0 0L1 1"/>`)).toEqual(['M0 0L1 1']);
  });
});

describe('a drawing is refused, with its line and every reason,', () => {
  it.each([
    ['a picture', '<image href="x.png"/>', '2: A picture of pixels is not printed.'],
    ['text', '<text>Meridian</text>', '2: Letters are not printed as text.'],
    ['a script', '<script>1</script>', '2: A drawing holds no script.'],
    ['a script among definitions', '<defs><script>1</script></defs>', '2: A drawing holds no script.'],
    ['a style sheet', '<defs><style>.a{fill:red}</style></defs>', '2: A style sheet is not read.'],
    ['an event', '<path onclick="x()" d="M0 0L1 1"/>', '2: “onclick” would run a script.'],
    ['a link', '<a xlink:href="https://example.org"><path d="M0 0L1 1"/></a>', '2: A drawing holds no link.'],
    ['a way out', '<path xlink:href="x" d="M0 0L1 1"/>', '2: “xlink:href” leads out of the drawing.'],
    ['copies', '<use href="#a"/>', '2: Copies by <use> are not read.'],
    ['gradients', '<linearGradient/>', '2: <linearGradient> cannot be printed'],
    ['a page within', '<foreignObject><p/></foreignObject>', '2: <foreignObject> cannot be printed'],
    ['transparency', '<path opacity=".5" d="M0 0L1 1"/>', '2: “opacity: .5” cannot be printed'],
    ['dashes', '<path style="stroke-dasharray:2 1" d="M0 0L1 1"/>', '2: “stroke-dasharray: 2 1” cannot be printed'],
    ['a gradient’s colour', '<path fill="url(#a)" d="M0 0L1 1"/>', '2: “url(#a)” is no plain colour.'],
    ['a colour that depends', '<path fill="currentColor" d="M0 0L1 1"/>', '2: “currentColor” is no plain colour.'],
    ['a broken path', '<path d="M0"/>', '2: The path’s “d” cannot be read.'],
    ['a path that begins nowhere', '<path d="L1 1"/>', '2: The path’s “d” cannot be read.'],
    ['a number after the end', '<path d="M0 0L1 1Z 5 5"/>', '2: The path’s “d” cannot be read.'],
    ['millimetres', '<rect width="3mm" height="3"/>', '2: “width” is no plain number.'],
    [
      'an uneven stroke',
      '<g transform="scale(1 3)"><path stroke="#000" d="M0 0L1 1"/></g>',
      '2: A stroke is stretched unevenly.',
    ],
    ['a transform of another kind', '<g transform="perspective(3)"/>', '2: “transform” cannot be read.'],
    ['an element in the wrong place', '<g><path d="M0 0L1 1"/>', '3: </svg> closes nothing that is open here.'],
    ['an entity', '<path id="&evil;" d="M0 0L1 1"/>', '2: “id” uses an entity that XML does not know by itself.'],
    ['a point far away', '<path d="M0 0L1e9 1"/>', '1: It has points far outside of its viewBox.'],
    ['nothing', '', '1: The drawing is empty.'],
  ])('when it holds %s', (_, inside, message) => {
    expect(faults(svg(inside))).toEqual([expect.stringContaining(message)]);
  });

  it('all of them at once, each once', () => {
    expect(faults(svg('<text>a</text>\n<text>b</text>\n<image/>\n<path fill="url(#a)" d="M0"/>'))).toEqual([
      '2: Letters are not printed as text.',
      '4: A picture of pixels is not printed.',
      '5: “url(#a)” is no plain colour.',
      '5: The path’s “d” cannot be read.',
    ]);
  });

  it.each([
    ['declares entities', '<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 1 1"/>', 'not well-formed'],
    ['is no drawing', '<html/>', '<html> is no drawing.'],
    ['is no XML', 'hello', 'A drawing is one <svg> element.'],
    ['has no size', '<svg width="100%"><path d="M0 0L1 1"/></svg>', 'has no size that can be used'],
    ['is a mere line', '<svg viewBox="0 0 1000 1"><path d="M0 0L1 1"/></svg>', 'has no size that can be used'],
    ['is too large', svg(' '.repeat(200_000)), 'characters; 200000 fit'],
    ['has too many points', svg(`<path d="M0 0${'L1 1'.repeat(8_001)}"/>`), '8002 points; 8000 fit'],
    ['has too many elements', svg('<g/>'.repeat(2_001)), 'more than 2000 elements'],
    ['is too deep', svg('<g>'.repeat(50)), 'more than 40 deep'],
  ])('when it %s', (_, text, message) => {
    expect(faults(text)).toEqual([expect.stringContaining(message)]);
  });
});

describe('whatever SVG comes in', () => {
  const attribute = fc.constantFrom(
    ...[
      'fill="#123"',
      'fill="url(#a)"',
      'stroke="red"',
      'style="fill:#000;x:url(http://e.example)"',
      'onload="x"',
      'id="a"',
    ],
    ...[
      'href="https://e.example/"',
      'xlink:href="#a"',
      'class="a"',
      'd="M0 0L5 5Z"',
      'd="M1 1A2 3 4 0 1 9 9"',
      'width="5"',
    ],
    ...[
      'height="5"',
      'r="3"',
      'points="1 2 3 4"',
      'transform="rotate(30)"',
      'opacity="1"',
      'stroke-width="2"',
      'x:y="z"',
    ],
  );
  const name = fc.constantFrom(
    ...[
      'g',
      'path',
      'rect',
      'circle',
      'polygon',
      'line',
      'title',
      'defs',
      'script',
      'image',
      'a',
      'use',
      'style',
      'x:y',
    ],
  );
  const tagged = (inside: fc.Arbitrary<readonly string[]>) =>
    fc
      .tuple(name, fc.uniqueArray(attribute, { maxLength: 4, selector: (one) => one.split('=')[0] }), inside)
      .map(([tag, attributes, children]) => `<${tag} ${attributes.join(' ')}>${children.join('')}</${tag}>`);
  const leaf = tagged(fc.constant([]));
  const element = fc.oneof(leaf, tagged(fc.array(tagged(fc.array(leaf, { maxLength: 2 })), { maxLength: 2 })));

  it('is either told what is wrong with it, or comes out as plain outlines in plain colours and nothing else', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(element, { maxLength: 4 }), fc.string({ maxLength: 20 }), (parts, noise) => {
        const result = read(svg(parts.join(noise)));
        if (result.kind === 'faulty') {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        accepted += 1;
        for (const { d, fill, stroke, weight, ...rest } of result.value.shapes) {
          expect(d).toMatch(/^M[-\d. MLCZ]*$/);
          for (const color of [fill, stroke]) expect(color ?? '#000000').toMatch(/^#[0-9a-f]{6}$/);
          expect(weight ?? 1).toBeGreaterThan(0);
          for (const [key, value] of Object.entries(rest))
            expect(['cap round', 'cap square', 'join round', 'join bevel', 'evenOdd true']).toContain(
              `${key} ${value}`,
            );
        }
      }),
      { numRuns: 2_000 },
    );
    // Nothing is proved by drawings that are all refused. How many are read is chance: runs have been seen with 38 and 46.
    expect(accepted).toBeGreaterThan(20);
  });
});

describe('an element that is called as something of the language', () => {
  it.each(['constructor', 'toString', 'valueOf', '__proto__'])('is refused as any other: <%s>', (name) => {
    expect(faults(svg(`<${name}/>`))).toEqual([`2: <${name}> is no shape that is known here.`]);
  });
});
