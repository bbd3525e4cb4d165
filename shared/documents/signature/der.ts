/**
 * The few shapes of ASN.1 that a signature and its certificate are written in, in DER (ITU-T X.690): each is a tag, a
 * length and what it holds.
 */
export type Der = Uint8Array;

const totalOf = (parts: readonly ArrayLike<number>[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Bytes one after the other. */
export function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const out = new Uint8Array(totalOf(parts));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function lengthOf(length: number): readonly number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}

/** Something under a tag. */
export const tagged = (tag: number, ...parts: readonly Uint8Array[]): Der =>
  joined([[tag, ...lengthOf(totalOf(parts))], ...parts]);

export const sequence = (...parts: readonly Der[]): Der => tagged(0x30, ...parts);

const byBytes = (a: Der, b: Der): number => {
  const index = a.findIndex((byte, at) => byte !== b[at]);
  return index < 0 ? a.length - b.length : (a[index] ?? 0) - (b[index] ?? -1);
};

/** A set, in the order that DER asks for: by the bytes of its members. */
export const setOf = (...parts: readonly Der[]): Der => tagged(0x31, ...parts.toSorted(byBytes));

/** `[n]`, constructed. */
export const context = (number: number, ...parts: readonly Der[]): Der => tagged(0xa0 + number, ...parts);

/** A non-negative integer of big-endian bytes. */
export function integer(bytes: Uint8Array): Der {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first < 0 ? new Uint8Array(1) : bytes.subarray(first);
  return tagged(0x02, ...((significant[0] ?? 0) >= 0x80 ? [new Uint8Array(1)] : []), significant);
}

/** An object identifier of its dotted form. */
export function identifier(dotted: string): Der {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const base128 = (number: number): readonly number[] => {
    const digits = [number % 128];
    for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128))
      digits.unshift(128 + (rest % 128));
    return digits;
  };
  return tagged(0x06, new Uint8Array([40 * first + second, ...others].flatMap(base128)));
}

export const octets = (bytes: Uint8Array): Der => tagged(0x04, bytes);
/** Whole bytes; a certificate's few flags say themselves how many bits are unused. */
export const bits = (bytes: Uint8Array, unused = 0): Der => tagged(0x03, new Uint8Array([unused]), bytes);
export const yes: Der = tagged(0x01, new Uint8Array([0xff]));
export const text = (value: string): Der => tagged(0x0c, new TextEncoder().encode(value));

/** An instant to the second, as ASN.1 and PDF write it: `20260309043000Z`. */
export const compactTime = (instant: string): string => `${instant.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;

/** An instant to the second. RFC 5280: two digits of the year before 2050, four after. */
export function time(instant: string): Der {
  const compact = compactTime(instant);
  const short = Number(compact.slice(0, 4)) < 2050;
  return tagged(short ? 0x17 : 0x18, new TextEncoder().encode(short ? compact.slice(2) : compact));
}

/** A signature on P-256 of r and s, 32 bytes each, as certificates and CMS hold it (RFC 3279, 2.2.3). */
export const ecdsaSignature = (p1363: Uint8Array): Der =>
  sequence(integer(p1363.subarray(0, 32)), integer(p1363.subarray(32)));
