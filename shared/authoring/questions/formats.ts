/** The formats that banks of questions come in, each with its reader and its printer. */
import { printAiken, readAiken } from './aiken.ts';
import { type BankQuestion, LARGEST_BANK, noBank, type QuestionBank } from './bank.ts';
import { printCsvQuestions, readCsvQuestions } from './csv.ts';
import { printGift, readGift } from './gift.ts';
import { printMoodleXml, readMoodleXml } from './moodle-xml.ts';
import type { Printed } from './printed.ts';
import { type BankDocument, readQti } from './qti.ts';
import { printQti } from './qti-print.ts';

export const questionFormats = ['gift', 'aiken', 'moodle-xml', 'qti21', 'qti3', 'csv'] as const;
export type QuestionFormat = (typeof questionFormats)[number];

interface Format {
  readonly name: string;
  /** How a file of it ends, and what it is served as. */
  readonly ending: string;
  readonly mediaType: string;
  read(text: string): QuestionBank;
  print(questions: readonly BankQuestion[]): Printed;
}

const xml = { ending: 'xml', mediaType: 'application/xml' } as const;
const plain = { ending: 'txt', mediaType: 'text/plain' } as const;

export const formats: Readonly<Record<QuestionFormat, Format>> = {
  gift: { name: 'GIFT', ...plain, read: readGift, print: printGift },
  aiken: { name: 'Aiken', ...plain, read: readAiken, print: printAiken },
  'moodle-xml': { name: 'Moodle XML', ...xml, read: readMoodleXml, print: printMoodleXml },
  qti21: { name: 'QTI 2.1', ...xml, read: (text) => readQti('2.1', [{ text }]), print: (all) => printQti('2.1', all) },
  qti3: { name: 'QTI 3.0', ...xml, read: (text) => readQti('3.0', [{ text }]), print: (all) => printQti('3.0', all) },
  csv: { name: 'CSV', ending: 'csv', mediaType: 'text/csv', read: readCsvQuestions, print: printCsvQuestions },
};

/** Reads a bank: one text, or the documents of a package, which QTI comes in. */
export function readBank(format: QuestionFormat, documents: readonly BankDocument[]): QuestionBank {
  const size = documents.reduce((sum, { text }) => sum + text.length, 0);
  if (size > LARGEST_BANK)
    return noBank(`The bank has ${size} characters; ${LARGEST_BANK} fit.`, 'Split it into several files.');
  const [only] = documents;
  if (format === 'qti21' || format === 'qti3') return readQti(format === 'qti21' ? '2.1' : '3.0', documents);
  return only && documents.length === 1 && only.name === undefined
    ? formats[format].read(only.text)
    : noBank(`A bank in ${formats[format].name} is one file.`, 'Unpack it, and import the file with the questions.');
}
