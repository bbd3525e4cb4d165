/**
 * Has freshly printed documents read and checked by programs that nobody here wrote: `node infra/local/run.mjs
 * outside-pdfs`, with `--install` to get them from Debian first. A program that is missing is skipped and says so; with none
 * at all it ends with 77, by which `.ci/run` knows that nothing was checked.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Issued, issuedDocuments } from './documents.ts';
import { type Program, programs, ran } from './programs.ts';

const nothingChecked = 77;

/** What is wrong with a document; nothing when all is well. */
type Check = (issued: Issued, path: string) => string | undefined;

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

const checks: readonly (readonly [needs: Program, claim: string, check: Check])[] = [
  ['qpdf', 'well formed (qpdf --check)', wellFormed],
  ['preflight', 'PDF/A-1b (PDFBox Preflight)', isArchivable],
  ['poppler', 'signature valid, of the whole file (pdfsig)', signatureHolds],
  ['poppler', 'tagged and titled (pdfinfo)', isTagged],
  ['poppler', 'reads aloud as it says, in order (pdfinfo -struct-text)', readsInOrder],
  ['poppler', 'copies as it says, where it runs from left to right (pdftotext)', isCopied],
];

// One start of Java for all documents: it writes its finding beside each.
function preflight(folder: string, files: readonly string[]): void {
  const list = join(folder, 'list');
  writeFileSync(list, files.map((file) => join(folder, file)).join('\n'));
  ran('java', ['-cp', '/usr/share/java/*', 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'batch', list]);
}

function isArchivable(_issued: Issued, path: string): string | undefined {
  const found = readFileSync(`${path}.preflight.xml`, 'utf8');
  return /<isValid[^>]*>true</.test(found) ? undefined : found;
}

const there = programs(process.argv.includes('--install'));
if (there.size === 0) process.exit(nothingChecked);
const folder = mkdtempSync(join(tmpdir(), 'outside-pdfs-'));
let failures = 0;
try {
  const documents = await issuedDocuments();
  for (const { file, bytes } of documents) writeFileSync(join(folder, file), bytes);
  if (there.has('preflight'))
    preflight(
      folder,
      documents.map(({ file }) => file),
    );
  for (const [needs, claim, check] of checks) {
    if (!there.has(needs)) continue;
    const flaws = documents.flatMap((issued) => {
      const flaw = check(issued, join(folder, issued.file));
      return flaw === undefined ? [] : [`${issued.file}: ${flaw}`];
    });
    console.log(`${documents.length - flaws.length} of ${documents.length} documents: ${claim}`);
    for (const flaw of flaws) console.log(`  FAILED ${flaw}`);
    failures += flaws.length;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failures === 0 ? 0 : 1);
