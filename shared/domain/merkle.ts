/**
 * Merkle trees, hashed as RFC 6962, section 2.1, has it: a leaf as SHA-256(0x00 ‖ text), a node as SHA-256(0x01 ‖ left ‖
 * right), so that no leaf passes for a node; the left side of a tree holds the largest power of two that leaves something
 * for the right. One hash then stands for a whole list, and a path of some twenty proves that a line is in it.
 */
import type { Sha256 } from './kinds.ts';

type Hash = (content: string | Uint8Array) => Sha256;

/** A step from a leaf towards the root: the hash that stands on the other side. */
export type PathStep = { readonly left: Sha256 } | { readonly right: Sha256 };

const leafHash = (sha256: Hash, text: string): Sha256 => sha256(`\u0000${text}`);

function nodeHash(sha256: Hash, left: Sha256, right: Sha256): Sha256 {
  const digits = left + right;
  const bytes = new Uint8Array(1 + digits.length / 2);
  bytes[0] = 1;
  for (let at = 1; at < bytes.length; at++) bytes[at] = Number.parseInt(digits.slice(2 * at - 2, 2 * at), 16);
  return sha256(bytes);
}

/** A tree by its levels, from the leaves to the root. */
export type MerkleTree = readonly (readonly Sha256[])[];

/** The level above: neighbours joined, and one that has no neighbour handed up, which is the same tree from below. */
const above = (sha256: Hash, level: readonly Sha256[]): readonly Sha256[] =>
  Array.from({ length: Math.ceil(level.length / 2) }, (_, at) => {
    const [left = '', right] = level.slice(2 * at, 2 * at + 2);
    return right === undefined ? left : nodeHash(sha256, left, right);
  });

/** The tree over some lines. Its root, of no lines, is the hash of nothing. */
export function treeOf(sha256: Hash, lines: readonly string[]): MerkleTree {
  let level: readonly Sha256[] = lines.length > 0 ? lines.map((line) => leafHash(sha256, line)) : [sha256('')];
  const levels = [level];
  while (level.length > 1) {
    level = above(sha256, level);
    levels.push(level);
  }
  return levels;
}

export const rootOf = (sha256: Hash, lines: readonly string[]): Sha256 => treeOf(sha256, lines).at(-1)?.[0] ?? '';

/** The path from the leaf at a place to the root. */
export const pathIn = (tree: MerkleTree, place: number): readonly PathStep[] =>
  tree.slice(0, -1).flatMap((level, height): readonly PathStep[] => {
    const at = Math.floor(place / 2 ** height);
    const [left, right] = [level[at - 1], level[at + 1]];
    if (at % 2 === 1) return left === undefined ? [] : [{ left }];
    return right === undefined ? [] : [{ right }];
  });

/** The root that a line and its path lead to. */
export const rootFrom = (sha256: Hash, line: string, path: readonly PathStep[]): Sha256 =>
  path.reduce(
    (hash, step) => ('left' in step ? nodeHash(sha256, step.left, hash) : nodeHash(sha256, hash, step.right)),
    leafHash(sha256, line),
  );
