import { type Face, type Glyph, shape, shapeScript } from './face.ts';
import { nationalForms } from './han.ts';
import { codePointName, uncovered, unspelt } from './printable.ts';
import { type Script, scriptRuns } from './scripts.ts';

/** A stretch of text that one face sets. */
export interface FaceRun {
  readonly face: Face;
  readonly text: string;
}

const marks = /\p{M}/u;
// A letter with its marks. Marks that NFC could not join to their letter stay behind it.
const clusters = /\P{M}\p{M}*|\p{M}+/gu;
// More marks than any orthography stacks run into the lines above and below.
const mostMarks = 2;

/** A text in letters as they stand beside each other, each with the marks that belong to it. */
export const lettersOf = (text: string): readonly string[] => text.match(clusters) ?? [];

const hasGlyph = ({ font }: Face, character: string): boolean => font.glyphOf(character.codePointAt(0) ?? 0) !== 0;

/** Whether the face has a glyph for everything, and a place on its letter for every mark. */
function covers(face: Face, text: string): boolean {
  for (const character of text) if (!hasGlyph(face, character)) return false;
  if (!marks.test(text)) return true;
  return lettersOf(text).every((cluster) => holdsMarks(face, cluster));
}

function holdsMarks(face: Face, cluster: string): boolean {
  const count = [...cluster].filter((character) => marks.test(character)).length;
  if (count === 0) return true;
  if (count > mostMarks || marks.test(cluster.slice(0, 1))) return false;
  // Two marks on one side need the font's own mark-to-mark rules, or they print over each other.
  if (count > 1 && !face.font.placing.has('mkmk')) return false;
  const glyphs = shape(face, cluster, []);
  // What comes after the letter is a mark that did not become one with it.
  return glyphs.every(({ id, dx, dy }, index) => id !== 0 && (index === 0 || dx !== 0 || dy !== 0));
}

/** The faces that may set a text of letters that stand side by side, with ideographs in the forms that it is to have. */
function plainFaces(text: string, faces: readonly Face[]): readonly Face[] {
  const plain = faces.filter(({ script }) => !script);
  const forms = nationalForms(text);
  // Without an ideograph one of these faces is enough, for the signs that only it has.
  if (forms.length === 0) return plain.filter(({ national }) => national === undefined || national === 'china');
  const ordered = forms.flatMap((form) => plain.filter(({ national }) => national === form)).values();
  return plain.map((face) => (face.national ? (ordered.next().value ?? face) : face));
}

function plainRuns(text: string, all: readonly Face[], missing: Set<string>): readonly FaceRun[] {
  const faces = plainFaces(text, all);
  const whole = faces.find((face) => covers(face, text));
  if (whole) return [{ face: whole, text }];
  const runs: FaceRun[] = [];
  for (const cluster of lettersOf(text)) {
    const last = runs.at(-1);
    const face = cluster === ' ' && last ? last.face : faces.find((candidate) => covers(candidate, cluster));
    if (!face) for (const character of cluster) missing.add(codePointName(character));
    else if (last?.face === face) runs[runs.length - 1] = { face, text: last.text + cluster };
    else runs.push({ face, text: cluster });
  }
  return runs;
}

const joiners = /[\u200c\u200d]/;

function scriptRun(text: string, script: Script, faces: readonly Face[], missing: Set<string>): readonly FaceRun[] {
  const face = faces.find((candidate) => candidate.script === script);
  const lacks = [...text].filter((character) => !joiners.test(character) && !(face && hasGlyph(face, character)));
  for (const character of lacks) missing.add(codePointName(character));
  return face ? [{ face, text }] : [];
}

/**
 * Chooses faces for a text. A script with rules of its own is set by the face of that script; the rest by the first that
 * covers all of it, so that a name looks like one hand wrote it, else letter by letter. `what` names the text in the reason.
 * @throws ParkError naming the characters that no face covers; never a box, never a letter less.
 */
export function coveredBy(text: string, faces: readonly Face[], what: string): readonly FaceRun[] {
  const missing = new Set<string>();
  const runs = scriptRuns(text).flatMap(({ script, text: part }) =>
    script ? scriptRun(part, script, faces, missing) : plainRuns(part, faces, missing),
  );
  if (missing.size > 0) throw uncovered(text, what, [...missing]);
  return runs;
}

// No spelling begins with a mark, repeats one, or stacks five.
const badlyMarked = /^\p{M}|(\p{Mn})\1|\p{Mn}{5}/u;
const dottedCircle = 0x25cc;

/**
 * Sets a stretch of a script with rules of its own, and looks at what came out of it: a glyph for everything, something
 * drawn for every cluster, and no dotted circle, by which a shaper says that it does not know such a sequence.
 * @throws ParkError naming the characters that cannot be set.
 */
export function setScript(face: Face, text: string, rightToLeft: boolean, what: string): readonly Glyph[] {
  const name = face.script?.name ?? '';
  const bad = text.match(badlyMarked)?.[0];
  if (bad !== undefined) throw unspelt(text, what, name, [...bad].map(codePointName));
  const glyphs = shapeScript(face, text, rightToLeft);
  const circle = face.font.glyphOf(dottedCircle);
  if (glyphs.some(({ id }) => id === circle && id !== 0)) throw unspelt(text, what, name, [...text].map(codePointName));
  const read = rightToLeft ? glyphs.toReversed() : glyphs;
  const groups = read.reduce<Glyph[][]>((all, glyph) => {
    if (glyph.text === '') all.at(-1)?.push(glyph);
    else all.push([glyph]);
    return all;
  }, []);
  const blank = groups.filter(
    (group) => group.some(({ id }) => id === 0) || !group.some(({ id }) => face.font.outlineOf(id).length > 0),
  );
  if (glyphs.length === 0 || blank.length > 0)
    throw uncovered(text, what, [...(blank[0]?.[0]?.text ?? text)].map(codePointName));
  return glyphs;
}
