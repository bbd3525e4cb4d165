import { joined, viewOf } from './byte-view.ts';

/** How bytes are pressed together, by the machine's own zlib. */
export interface Press {
  /** To a stream as zlib writes it (RFC 1950), which PDF calls FlateDecode. */
  whole(bytes: Uint8Array): Uint8Array;
  /** To blocks that others may follow (RFC 1951): they end with a whole byte, and none of them is the last. */
  part(bytes: Uint8Array): Uint8Array;
}

/** Both ways to press: what one document has for itself quickly, and as small as may be what many have. */
export interface Presses {
  readonly quick: Press;
  readonly small: Press;
}

/** A part of a stream, pressed once for all the streams that it is in. */
export interface Pressed {
  readonly blocks: Uint8Array;
  /** How many bytes it was. */
  readonly length: number;
  /** Their check (RFC 1950, 8.2). */
  readonly check: Check;
}

type Check = readonly [sum: number, sumOfSums: number];
const base = 65_521;

function checkOf(bytes: Uint8Array): Check {
  let [sum, sumOfSums] = [1, 0];
  for (let start = 0; start < bytes.length; start += 4_096) {
    // So many can be added before the sums must be brought down.
    for (const byte of bytes.subarray(start, start + 4_096)) {
      sum += byte;
      sumOfSums += sum;
    }
    sum %= base;
    sumOfSums %= base;
  }
  return [sum, sumOfSums];
}

export const pressedPart = (press: Press, bytes: Uint8Array): Pressed => ({
  ...{ blocks: press.part(bytes), length: bytes.length, check: checkOf(bytes) },
});

/** A part as it is, which takes no time: at most 65,535 bytes. */
export function plainPart(bytes: Uint8Array): Pressed {
  const head = new Uint8Array(5);
  viewOf(head).setUint16(1, bytes.length, true);
  viewOf(head).setUint16(3, ~bytes.length, true);
  return { blocks: joined([head, bytes]), length: bytes.length, check: checkOf(bytes) };
}

const header = Uint8Array.of(0x78, 0xda);
const emptyLastBlock = Uint8Array.of(0x03, 0x00);

/** A stream of parts, as zlib would have written it. */
export function streamOf(parts: readonly Pressed[]): Uint8Array {
  let [sum, sumOfSums] = [1, 0];
  for (const { length, check } of parts) {
    sumOfSums = (sumOfSums + check[1] + length * (sum - 1)) % base;
    sum = (sum + check[0] - 1 + base) % base;
  }
  const end = new Uint8Array(4);
  viewOf(end).setUint16(0, sumOfSums);
  viewOf(end).setUint16(2, sum);
  return joined([header, ...parts.map(({ blocks }) => blocks), emptyLastBlock, end]);
}
