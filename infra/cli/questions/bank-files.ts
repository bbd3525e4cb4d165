import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { LARGEST_BANK } from '../../../shared/authoring/questions/bank.ts';
import type { BankDocument } from '../../../shared/authoring/questions/qti.ts';
import { UsageError } from '../command.ts';
import { openFile } from '../open-file.ts';

const isPackage = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;

/** Banks hold at most 2,000 questions, each in a file at most, with some around them. */
const MOST_FILES = 5_000;

/** What macOS packs beside each file: its own notes in the name of the file, which no folder shows. */
const ofMacOs = /(?:^|\/)(?:__MACOSX\/|\._)/;

/**
 * The XML documents of a content package, or nothing where they are too much. Sizes and number are looked at before anything is
 * unpacked: a package may claim to be huge.
 */
function unpacked(bytes: Uint8Array): readonly BankDocument[] | undefined {
  let [size, count] = [0, 0];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.xml$/i.test(name) || /(?:^|\/)imsmanifest\.xml$/i.test(name) || ofMacOs.test(name)) return false;
      size += originalSize;
      count += 1;
      return size <= 4 * LARGEST_BANK && count <= MOST_FILES;
    },
  });
  // Some of a package is no package: nobody would miss the questions that were left out.
  if (size > 4 * LARGEST_BANK || count > MOST_FILES) return undefined;
  return Object.entries(files).map(([name, content]) => ({ name, text: new TextDecoder().decode(content) }));
}

/** The documents of a bank: a file, several files of items, or a content package (ZIP). @throws UsageError */
export function openBank(files: readonly string[]): readonly BankDocument[] {
  return files.flatMap((file): readonly BankDocument[] => {
    const opened = openFile(file);
    if (opened.kind === 'opened')
      return [files.length > 1 ? { name: basename(file), text: opened.text } : { text: opened.text }];
    let documents: readonly BankDocument[] | undefined;
    try {
      const bytes = readFileSync(file);
      if (!isPackage(bytes)) throw new UsageError(opened.message);
      documents = unpacked(bytes);
    } catch {
      // What could not be read, or unpacked.
      throw new UsageError(`${file}: ${opened.message} ${opened.remedy}`);
    }
    if (documents) return documents;
    throw new UsageError(`${file}: The package holds more than is taken at once. Split it.`);
  });
}
