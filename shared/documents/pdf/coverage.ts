import { type Face, shape } from './face.ts';
import { codePointName, uncovered } from './printable.ts';

/** A stretch of text that one face sets. */
export interface FaceRun {
  readonly face: Face;
  readonly text: string;
}

const marks = /\p{M}/u;
const loneMark = /^\p{M}$/u;
// A letter with its marks. Marks that NFC could not join to their letter stay behind it.
const clusters = /\P{M}\p{M}*|\p{M}+/gu;
// More marks than any orthography stacks run into the lines above and below.
const mostMarks = 2;

/** Whether the face has a glyph for everything, and a place on its letter for every mark. */
function covers(face: Face, text: string): boolean {
  for (const character of text) if (!face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false;
  if (!marks.test(text)) return true;
  return (text.match(clusters) ?? []).every((cluster) => holdsMarks(face, cluster));
}

function holdsMarks(face: Face, cluster: string): boolean {
  const count = [...cluster].filter((character) => marks.test(character)).length;
  if (count === 0) return true;
  if (count > mostMarks || marks.test(cluster.slice(0, 1))) return false;
  // Two marks on one side need the font's own mark-to-mark rules, or they print over each other.
  if (count > 1 && !face.font.availableFeatures.includes('mkmk')) return false;
  const glyphs = shape(face, cluster, []);
  return glyphs.every(({ id, text, dx, dy }) => id !== 0 && (!loneMark.test(text) || dx !== 0 || dy !== 0));
}

/**
 * Chooses faces for a text: the first that covers all of it, so that a name looks like one hand wrote it, else letter by
 * letter. `what` names the text in the reason.
 * @throws ParkError naming the characters that no face covers; never a box, never a letter less.
 */
export function coveredBy(text: string, faces: readonly Face[], what: string): readonly FaceRun[] {
  const whole = faces.find((face) => covers(face, text));
  if (whole) return [{ face: whole, text }];
  const runs: FaceRun[] = [];
  const missing = new Set<string>();
  for (const cluster of text.match(clusters) ?? []) {
    const last = runs.at(-1);
    const face = cluster === ' ' && last ? last.face : faces.find((candidate) => covers(candidate, cluster));
    if (!face) for (const character of cluster) missing.add(codePointName(character));
    else if (last?.face === face) runs[runs.length - 1] = { face, text: last.text + cluster };
    else runs.push({ face, text: cluster });
  }
  if (missing.size > 0) throw uncovered(text, what, [...missing]);
  return runs;
}
