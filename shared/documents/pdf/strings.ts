// Each byte is looked up, not worked out: a document writes thousands.
const bytes = [...Array(256).keys()];
const digits = bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
const hex4 = (value: number): string => `${digits[value >> 8]}${digits[value & 0xff]}`;

/** A text in UTF-16, in hexadecimal digits. */
export const utf16 = (text: string): string => {
  let out = '';
  for (let index = 0; index < text.length; index += 1) out += hex4(text.charCodeAt(index));
  return out;
};

/** ASCII as PDF writes it (ISO 32000-1, 7.3.4.2). */
export const literal = (ascii: string): string => `(${ascii.replaceAll(/[\\()]/g, '\\$&')})`;

const plain = /^[\x20-\x7e]*$/;

/** A byte as it stands in a string: as it is but where that would mean something else, or be no ASCII. */
const inString = bytes.map((byte) => {
  if (byte >= 0x80 || byte === 0x0a || byte === 0x0d) return `\\${byte.toString(8).padStart(3, '0')}`;
  const letter = String.fromCharCode(byte);
  return letter === '(' || letter === ')' || letter === '\\' ? `\\${letter}` : letter;
});

/** UTF-16 that says that it is: letters that are ASCII have two bytes in it, and four digits in hexadecimal. */
function utf16String(text: string): string {
  let out = '\\376\\377';
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    out += `${inString[unit >> 8]}${inString[unit & 0xff]}`;
  }
  return out.length < 4 * text.length ? `(${out})` : `<FEFF${utf16(text)}>`;
}

/** A text as PDF writes it: its letters where they are ASCII, else UTF-16 (ISO 32000-1, 7.9.2.2), the shorter way. */
export const textString = (text: string): string => (plain.test(text) ? literal(text) : utf16String(text));

/** The code of a glyph, of two bytes. */
export const code = hex4;
