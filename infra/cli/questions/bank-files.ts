import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { unzipSync } from 'fflate';
import { LARGEST_BANK } from '../../../shared/authoring/questions/bank.ts';
import type { BankDocument } from '../../../shared/authoring/questions/qti.ts';
import { UsageError } from '../command.ts';
import { openFile } from '../open-file.ts';

const isPackage = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;

/** The XML documents of a content package. Sizes are looked at before anything is unpacked: a package may claim to be huge. */
function unpacked(bytes: Uint8Array): readonly BankDocument[] {
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.xml$/i.test(name) || /(?:^|\/)imsmanifest\.xml$/i.test(name)) return false;
      size += originalSize;
      return size <= 4 * LARGEST_BANK;
    },
  });
  return Object.entries(files).map(([name, content]) => ({ name, text: new TextDecoder().decode(content) }));
}

/** The documents of a bank: a file, several files of items, or a content package (ZIP). @throws UsageError */
export function openBank(files: readonly string[]): readonly BankDocument[] {
  return files.flatMap((file): readonly BankDocument[] => {
    const opened = openFile(file);
    if (opened.kind === 'opened')
      return [files.length > 1 ? { name: basename(file), text: opened.text } : { text: opened.text }];
    try {
      const bytes = readFileSync(file);
      if (isPackage(bytes)) return unpacked(bytes);
    } catch {
      // What could not be read, or unpacked, is told below.
    }
    throw new UsageError(`${file}: ${opened.message} ${opened.remedy}`);
  });
}
