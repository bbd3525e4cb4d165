/** A plain, opaque colour as `#rrggbb` in lower case: what PDF/A-1 and a printer can do. */
export type Color = string;

const digitsOf = (color: Color): readonly number[] => {
  const [, ...pairs] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(color) ?? [];
  if (pairs.length === 0) throw new RangeError(`Not a colour: ${color}`);
  return pairs.map((pair) => Number.parseInt(pair, 16));
};

// The colours that every drawing program writes by name (CSS 1).
const named: Readonly<Record<string, Color>> = {
  ...{ black: '#000000', silver: '#c0c0c0', gray: '#808080', grey: '#808080', white: '#ffffff', maroon: '#800000' },
  ...{ red: '#ff0000', purple: '#800080', fuchsia: '#ff00ff', green: '#008000', lime: '#00ff00', olive: '#808000' },
  ...{ yellow: '#ffff00', navy: '#000080', blue: '#0000ff', teal: '#008080', aqua: '#00ffff' },
};

/** Reads a colour as people and drawing programs write it: `#1f4e5a`, `#14a`, `rgb(31, 78, 90)`, `navy`; else nothing. */
export function parseColor(text: string): Color | undefined {
  const plain = text.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(plain)) return plain;
  if (/^#[0-9a-f]{3}$/.test(plain)) return plain.replace(/[0-9a-f]/g, '$&$&');
  const parts = /^rgb\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*\)$/.exec(plain)?.slice(1).map(Number);
  if (parts?.every((part) => part <= 255))
    return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  return Object.hasOwn(named, plain) ? named[plain] : undefined;
}

/** How light a colour is, from 0 for black to 1 for white (WCAG 2.2, "relative luminance"). */
export function luminanceOf(color: Color): number {
  const [red = 0, green = 0, blue = 0] = digitsOf(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: Color, other: Color): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour between two: `part` of the first and the rest of the second. */
export function mixed(one: Color, other: Color, part: number): Color {
  const [first, second] = [digitsOf(one), digitsOf(other)];
  const between = first.map((value, index) => Math.round(value * part + (second[index] ?? 0) * (1 - part)));
  return `#${between.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
