import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../../../simulation/random.ts';
import type { Issued } from './signed-certificates.ts';

/** A file that was not issued, and how it was made. */
export interface Forgery {
  readonly kind: string;
  readonly file: Uint8Array;
}

const latin = new TextDecoder('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** A file with some of its bytes replaced by others, of whatever length. */
const spliced = (file: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array =>
  Buffer.concat([file.subarray(0, from), by, file.subarray(to)]);

const randomBytes = (random: Random, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => random.below(256));

/**
 * An update as writers of PDF append it after a signature: a page content of the forger's own, which readers show in the
 * place of the signed one. What is signed stays whole (trust.md, 3, "Incremental forgery").
 */
function appended(file: Uint8Array, random: Random): Uint8Array {
  const text = latin.decode(file);
  const before = text.lastIndexOf('startxref');
  const xref = /startxref\s+(\d+)/.exec(text.slice(before))?.[1] ?? '0';
  const number = random.between(1, 60);
  const content = `BT /F1 ${random.between(8, 40)} Tf ${random.below(600)} ${random.below(400)} Td (${random.between(1, 999)}.00 credits) Tj ET`;
  const object = `${number} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
  const at = file.length + 1;
  const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 100 /Prev ${xref} /Root 1 0 R >>\n`;
  const update = `\n${object}${table}startxref\n${at + object.length}\n%%EOF\n`;
  return Buffer.concat([file, bytesOf(update)]);
}

/** A file in which one compressed stream was opened, changed and closed again, as whoever wants another amount would. */
function recompressed(file: Uint8Array, random: Random): Uint8Array {
  const text = latin.decode(file);
  const streams = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: word }) => index + word.length);
  for (let tries = 0; tries < 20; tries++) {
    const from = random.pick(streams);
    const to = text.indexOf('endstream', from);
    try {
      const content = inflateSync(file.subarray(from, to));
      const place = random.below(content.length);
      content[place] = (content[place] ?? 0) ^ (1 << random.below(8));
      return spliced(file, from, to, Buffer.concat([deflateSync(content), bytesOf('\n')]));
    } catch {
      // That one is not compressed; take another.
    }
  }
  return appended(file, random);
}

/** The signature's own place: from its `<` to its `>`. */
export function signaturePlace(file: Uint8Array): { readonly from: number; readonly to: number } {
  const [, from = 0, to = 0] = (/\/ByteRange ?\[ ?(\d+) (\d+) (\d+)/.exec(latin.decode(file)) ?? [])
    .slice(1)
    .map(Number);
  return { from, to };
}

type Forger = (issued: Issued, random: Random, all: readonly Issued[]) => Uint8Array;

const forgers: Readonly<Record<string, Forger>> = {
  'a bit turned': ({ file }, random) => {
    const altered = file.slice();
    const place = random.below(file.length);
    altered[place] = (altered[place] ?? 0) ^ (1 << random.below(8));
    return altered;
  },
  'a bit turned in the signature': ({ file }, random) => {
    const { from, to } = signaturePlace(file);
    const altered = file.slice();
    const place = random.between(from, to);
    altered[place] = (altered[place] ?? 0) ^ (1 << random.below(8));
    return altered;
  },
  'bytes replaced': ({ file }, random) => {
    const length = random.between(1, 64);
    const from = random.below(file.length - length);
    return spliced(file, from, from + length, randomBytes(random, length));
  },
  'bytes put in': ({ file }, random) => {
    const at = random.below(file.length + 1);
    return spliced(file, at, at, randomBytes(random, random.between(1, 64)));
  },
  'bytes taken out': ({ file }, random) => {
    const length = random.between(1, 64);
    const from = random.below(file.length - length);
    return spliced(file, from, from + length, new Uint8Array());
  },
  'cut short': ({ file }, random) => file.slice(0, random.below(file.length)),
  'a stream opened, changed and closed': ({ file }, random) => recompressed(file, random),
  'an update appended': ({ file }, random) => appended(file, random),
  'something appended': ({ file }, random) => Buffer.concat([file, randomBytes(random, random.between(1, 200))]),
  'what is signed said to be less': ({ file }, random) => {
    const text = latin.decode(file);
    const range = /\/ByteRange ?\[ ?\d+ \d+ \d+ \d+ *\]/.exec(text);
    if (!range) throw new Error('The certificate is not signed');
    const { from, to } = signaturePlace(file);
    const rest = file.length - to - random.between(1, 400);
    return spliced(
      file,
      range.index,
      range.index + range[0].length,
      bytesOf(`/ByteRange [ 0 ${from} ${to} ${rest} ]`.padEnd(range[0].length)),
    );
  },
  'the signature of another certificate put in': (issued, random, all) => {
    const other = random.pick(all.filter((one) => one !== issued));
    const [theirs, ours] = [signaturePlace(other.file), signaturePlace(issued.file)];
    return spliced(issued.file, ours.from, ours.to, other.file.subarray(theirs.from, theirs.to));
  },
  'changed before it was signed by another key': ({ resigned }, random) =>
    random.chance(0.5) ? resigned : appended(resigned, random),
  'the signature left out': ({ unsigned }, random) => (random.chance(0.5) ? unsigned : appended(unsigned, random)),
};

/** Makes a file that was not issued out of one that was. */
export function forge(all: readonly Issued[], random: Random): Forgery & { readonly of: Issued } {
  const of = random.pick(all);
  const kind = random.pick(Object.keys(forgers));
  const file = forgers[kind]?.(of, random, all) ?? of.file;
  return { kind, file, of };
}
