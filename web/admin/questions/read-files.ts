import type { Problem } from '../../../shared/api/problem.ts';
import type { Result } from '../../client.ts';

/** Files as they are sent. */
export interface Handed {
  readonly fileName: string;
  readonly documents: readonly { readonly name?: string; readonly text: string }[];
}

/** As much as the service takes. */
const LARGEST = 2_000_000;

function problemOf(...reasons: Problem['reasons']): Problem {
  const [first] = reasons;
  return {
    type: '/problems/form-incomplete',
    ...{ title: 'There is a problem', status: 422, detail: first?.message ?? '', reasons, requestId: '' },
  };
}

/** What has to be chosen before anything is sent. */
export function missingFrom(
  files: readonly { readonly size: number }[],
  target: { readonly activity: string; readonly assessment: string } | undefined,
): Problem | undefined {
  const reasons: Problem['reasons'][number][] = [];
  const miss = (field: string, message: string): void =>
    void reasons.push({ code: 'missing', message, remedy: 'Then check the file again.', field });
  if (target && target.activity === '') miss('/activity', 'Choose the activity that the questions are for.');
  else if (target && target.assessment === '') miss('/assessment', 'Choose the assessment that the questions go into.');
  if (files.length === 0) miss('/file', 'Choose a file.');
  // In UTF-8 no character takes less than a byte, so that what has more bytes than four a character has too many.
  if (files.reduce((sum, { size }) => sum + size, 0) > 4 * LARGEST)
    miss('/file', 'The file is larger than 2 million characters. Split it.');
  return reasons.length > 0 ? problemOf(...reasons) : undefined;
}

/** Reads files as UTF-8 text; what is none, as a spreadsheet of Excel’s own, is told instead of sent. */
export async function readFiles(files: readonly File[]): Promise<Result<Handed>> {
  const documents: { name?: string; text: string }[] = [];
  for (const file of files) {
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      documents.push(files.length > 1 ? { name: file.name, text } : { text });
    } catch {
      const problem = problemOf({
        ...{ code: 'not-text', field: '/file', message: `${file.name} is not text in UTF-8.` },
        remedy: 'Save it as “CSV UTF-8” in your spreadsheet, or unpack the package and choose its item files.',
      });
      return { ok: false, problem };
    }
  }
  const [first] = files;
  const fileName = files.length > 1 ? `${first?.name} and ${files.length - 1} more` : (first?.name ?? '');
  return { ok: true, status: 200, body: { fileName, documents } };
}
