import type { CertificateAssets } from '../../../../shared/documents/certificate-assets.ts';
import { renderCertificatePdf } from '../../../../shared/documents/certificate-pdf.ts';
import { certificateWording } from '../../../../shared/documents/certificate-wording.ts';
import { ParkError } from '../../../../shared/ports.ts';
import { readPdf } from '../../../shared/documents/read-pdf.ts';
import { snapshot } from '../../../shared/documents/samples.ts';
import type { TriedName } from './generate-names.ts';

/** What became of a name: an outcome to count, or how it refutes the claim. */
export type Verdict = { readonly outcome: string } | { readonly failure: string };

// The reasons that a name may be parked for, as staff read them.
const reasons: readonly (readonly [reason: RegExp, outcome: string])[] = [
  [
    /has characters that no certificate font covers: U\+[0-9A-F]{4,6}/,
    'parked: no font covers a character, which is named',
  ],
  [
    /is written in .+ \(U\+[0-9A-F]{4,6}\), which certificates cannot set/,
    'parked: in a script that is not set, which is named',
  ],
  [
    /has \w+ signs in an order that cannot be set right: U\+[0-9A-F]{4,6}/,
    'parked: signs in an order that their script does not know',
  ],
  [/is too long for the certificate/, 'parked: too long'],
  [/is damaged \(half a character\)/, 'parked: half a character'],
  [/has no printable characters/, 'parked: nothing to print'],
];

// Written anew from the Unicode standard rather than taken from the code that is tried: what has no picture of its own.
const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const seen = (text: string): string =>
  text
    .replace(/\p{White_Space}+/gu, ' ')
    .replace(unseen, '')
    .replace(/ +/g, ' ')
    .trim()
    .normalize('NFC');

/** What is read right before the name. */
const { opening } = certificateWording(snapshot);

const plain =
  /^[\p{scx=Latin}\p{scx=Greek}\p{scx=Cyrillic}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{sc=Common}\p{sc=Inherited}]*$/u;

/** Prints a name and reads the PDF back by its own tables. */
export async function judgeName({ name, mustPrint }: TriedName, assets: CertificateAssets): Promise<Verdict> {
  const failure = (what: string): Verdict => ({ failure: `${JSON.stringify(name)}: ${what}` });
  let bytes: Uint8Array;
  try {
    bytes = await renderCertificatePdf({ ...snapshot, name }, assets);
  } catch (error) {
    if (!(error instanceof ParkError)) return failure(`threw ${error}`);
    if (mustPrint) return failure(`was parked: ${error.message}`);
    const reason = reasons.find(([pattern]) => pattern.test(error.message));
    return reason ? { outcome: reason[1] } : failure(`was parked for a reason that nobody knows: ${error.message}`);
  }
  const { elements, untagged } = await readPdf(bytes);
  if (untagged !== '') return failure('has text outside the tags');
  const element = elements[elements.findIndex(({ text }) => text === opening) + 1];
  if (element === undefined || seen(element.text) !== seen(name))
    return failure(`reads ${JSON.stringify(element?.text)} in the PDF`);
  if (element.actual !== undefined && seen(element.actual) !== seen(name))
    return failure(`is said to read ${JSON.stringify(element.actual)}`);
  // Latin and ideographs say themselves glyph by glyph; anything else must be said beside them.
  if (element.actual === undefined && !plain.test(seen(name))) return failure('does not say what its glyphs mean');
  for (const { id, text, inked } of element.glyphs) {
    if (id === 0) return failure(`has a missing glyph for ${JSON.stringify(text)}`);
    if (!inked && text.trim() !== '') return failure(`prints nothing for ${JSON.stringify(text)}`);
  }
  return { outcome: 'printed' };
}
