/**
 * Status lists (W3C Bitstring Status List v1.0): a bit for each certificate, in a list so long that whoever fetches it does
 * not tell whose certificate was looked at.
 */
import type { CertificateId } from './kinds.ts';

/** `revocation` is for good; `suspension` may be lifted. One list each, which share a certificate's place. */
export const statusPurposes = ['revocation', 'suspension'] as const;
export type StatusPurpose = (typeof statusPurposes)[number];

/** Bits of a list: the least that the standard allows (section 6.1, "Herd privacy"). */
export const STATUS_LIST_LENGTH = 131_072;

/** A certificate's place, the same in the list of each purpose. Drawn at random and never given to another. */
export interface StatusPlace {
  /** From 1. */
  readonly list: number;
  /** From 0, below `STATUS_LIST_LENGTH`. */
  readonly index: number;
}

/** What a credential needs beside its certificate; fixed when it is first asked for. */
export interface CredentialIdentity extends StatusPlace {
  readonly certificateId: CertificateId;
  /** Of the hashes that say whose credential it is; 43 characters of base64url. */
  readonly salt: string;
}

/** Draws in one list before another is tried as well. */
const DRAWS = 3;

/**
 * The place to try after so many that were taken. There is no count of what is free: whoever finds places taken looks in
 * twice as many lists, so that new lists are begun as the first ones fill, and some twenty tries do for millions.
 * `fraction` gives numbers in [0, 1).
 */
export function placeToTry(taken: number, fraction: () => number): StatusPlace {
  const lists = 2 ** Math.floor(taken / DRAWS);
  return { list: 1 + Math.floor(fraction() * lists), index: Math.floor(fraction() * STATUS_LIST_LENGTH) };
}

/** A list as bytes: the first bit is the leftmost of the first byte (section 4.3). @throws RangeError outside of the list. */
export function bitstringOf(marked: Iterable<number>): Uint8Array {
  const bytes = new Uint8Array(STATUS_LIST_LENGTH / 8);
  for (const index of marked) {
    if (!Number.isInteger(index) || index < 0 || index >= STATUS_LIST_LENGTH)
      throw new RangeError(`${index} is no place in a status list`);
    const byte = Math.floor(index / 8);
    bytes[byte] = (bytes[byte] ?? 0) | (0x80 >> (index % 8));
  }
  return bytes;
}
