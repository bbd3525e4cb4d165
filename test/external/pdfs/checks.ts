import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Issued } from './documents.ts';
import { type Program, ran } from './programs.ts';

/** What programs of others are asked of a document, and which of them answers. */
export interface Check {
  readonly needs: Program;
  readonly claim: string;
  /** What is wrong with a document; nothing when all is well. */
  readonly flaw: (issued: Issued, path: string) => string | undefined;
}

/** The texts that a screen reader gets, one for each element. */
const heard = (output: string): readonly string[] =>
  [...output.matchAll(/^ *"(.+)"$/gm)].map(([, text = '']) => text.normalize('NFC'));

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').normalize('NFC');

function wellFormed(_issued: Issued, path: string): string | undefined {
  const { output, status } = ran('qpdf', ['--check', path]);
  return status === 0 && /No syntax or stream encoding errors/.test(output) ? undefined : output;
}

function signatureHolds({ signed }: Issued, path: string): string | undefined {
  const { output } = ran('pdfsig', ['-nocert', path]);
  if (!signed) return /does not contain any signatures/.test(output) ? undefined : output;
  const holds = /Signature is Valid/.test(output) && /Total document signed/.test(output);
  return holds ? undefined : output;
}

function isTagged({ title }: Issued, path: string): string | undefined {
  const { output } = ran('pdfinfo', [path]);
  return /^Tagged: +yes$/m.test(output) && output.includes(title) ? undefined : output;
}

function readsInOrder({ reads }: Issued, path: string): string | undefined {
  if (!reads) return undefined;
  const got = heard(ran('pdfinfo', ['-struct-text', path]).output);
  const wrong = reads.findIndex((text, index) => got[index] !== text.normalize('NFC'));
  if (wrong < 0 && got.length === reads.length) return undefined;
  return `element ${wrong} of ${got.length}: hears ${JSON.stringify(got[wrong])}, not ${JSON.stringify(reads[wrong])}`;
}

function isCopied({ copies }: Issued, path: string): string | undefined {
  if (!copies) return undefined;
  const text = oneLine(ran('pdftotext', [path, '-']).output);
  return text.includes(oneLine(copies)) ? undefined : `copies no ${copies}: ${text.slice(0, 200)}`;
}

function isArchivable(_issued: Issued, path: string): string | undefined {
  const found = readFileSync(`${path}.preflight.xml`, 'utf8');
  return /<isValid[^>]*>true</.test(found) ? undefined : found;
}

/** What holds of any file, whoever it is about. */
export const fileChecks: readonly Check[] = [
  { needs: 'qpdf', claim: 'well formed (qpdf --check)', flaw: wellFormed },
  { needs: 'preflight', claim: 'PDF/A-1b (PDFBox Preflight)', flaw: isArchivable },
  { needs: 'poppler', claim: 'signature valid, of the whole file (pdfsig)', flaw: signatureHolds },
];

/** And what is heard and copied of it. */
export const allChecks: readonly Check[] = [
  ...fileChecks,
  { needs: 'poppler', claim: 'tagged and titled (pdfinfo)', flaw: isTagged },
  { needs: 'poppler', claim: 'reads aloud as it says, in order (pdfinfo -struct-text)', flaw: readsInOrder },
  {
    ...{ needs: 'poppler', claim: 'copies as it says, where it runs from left to right (pdftotext)' },
    flaw: isCopied,
  },
];

// One start of Java for all documents: it writes its finding beside each.
function preflight(folder: string, documents: readonly Issued[]): void {
  const list = join(folder, 'list');
  writeFileSync(list, documents.map(({ file }) => join(folder, file)).join('\n'));
  ran('java', ['-cp', '/usr/share/java/*', 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'batch', list]);
}

/** Has documents checked by those programs that are there; @returns what is wrong, for each check that could be made. */
export function checkDocuments(
  documents: readonly Issued[],
  checks: readonly Check[],
  there: ReadonlySet<Program>,
): readonly { readonly claim: string; readonly flaws: readonly string[] }[] {
  const folder = mkdtempSync(join(tmpdir(), 'outside-pdfs-'));
  try {
    for (const { file, bytes } of documents) writeFileSync(join(folder, file), bytes);
    if (there.has('preflight')) preflight(folder, documents);
    return checks
      .filter(({ needs }) => there.has(needs))
      .map(({ claim, flaw }) => ({
        claim,
        flaws: documents.flatMap((issued) => {
          const found = flaw(issued, join(folder, issued.file));
          return found === undefined ? [] : [`${issued.file}: ${found}`];
        }),
      }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
