const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** A text in UTF-16, in hexadecimal digits. */
export const utf16 = (text: string): string => {
  let digits = '';
  for (let index = 0; index < text.length; index += 1) digits += hex4(text.charCodeAt(index));
  return digits;
};

/** ASCII as PDF writes it (ISO 32000-1, 7.3.4.2). */
export const literal = (ascii: string): string => `(${ascii.replaceAll(/[\\()]/g, '\\$&')})`;

const plain = /^[\x20-\x7e]*$/;

/** A text as PDF writes it: its letters where they are ASCII, else UTF-16 that says so (ISO 32000-1, 7.9.2.2). */
export const textString = (text: string): string => (plain.test(text) ? literal(text) : `<FEFF${utf16(text)}>`);

/** The code of a glyph, of two bytes. */
export const code = hex4;
