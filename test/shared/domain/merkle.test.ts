import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { pathIn, rootFrom, rootOf, treeOf } from '../../../shared/domain/merkle.ts';

const { sha256 } = nodeDigests();
const lines = fc.array(fc.string(), { maxLength: 70 });

/** RFC 6962, section 2.1, as it is written there, from above. */
function byTheBook(leaves: readonly string[]): Buffer {
  const hash = (...parts: readonly (string | Buffer)[]) =>
    parts.reduce((all, part) => all.update(part), createHash('sha256')).digest();
  const [only] = leaves;
  if (only === undefined) return hash();
  if (leaves.length === 1) return hash(Buffer.of(0), only);
  let k = 1;
  while (2 * k < leaves.length) k *= 2;
  return hash(Buffer.of(1), byTheBook(leaves.slice(0, k)), byTheBook(leaves.slice(k)));
}

describe('the Merkle tree', () => {
  it('has the root that RFC 6962 defines, however many lines there are', () => {
    fc.assert(
      fc.property(lines, (list) => {
        expect(rootOf(sha256, list)).toBe(byTheBook(list).toString('hex'));
      }),
    );
    for (let count = 0; count <= 33; count++) {
      const list = Array.from({ length: count }, (_, place) => `line ${place}`);
      expect(rootOf(sha256, list), `${count} lines`).toBe(byTheBook(list).toString('hex'));
    }
  });

  it('proves each line that is in it by a path, and no other line by it', () => {
    fc.assert(
      fc.property(lines, fc.string(), (list, other) => {
        const tree = treeOf(sha256, list);
        for (const [place, line] of list.entries()) {
          const path = pathIn(tree, place);
          expect(rootFrom(sha256, line, path)).toBe(rootOf(sha256, list));
          if (other !== line) expect(rootFrom(sha256, other, path)).not.toBe(rootOf(sha256, list));
        }
      }),
    );
  });

  it('does not take a node for a line', () => {
    const [one, two] = ['a', 'b'].map((line) => createHash('sha256').update(`\u0000${line}`).digest());
    const inside = Buffer.concat([one ?? Buffer.of(), two ?? Buffer.of()]).toString('latin1');
    expect(rootOf(sha256, [inside])).not.toBe(rootOf(sha256, ['a', 'b']));
  });
});
