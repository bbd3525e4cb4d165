import { type BankFault, type BankQuestion, beginningOf, type Said } from './bank.ts';

/** A bank in some format, and what could not be said in it. */
export interface Printed {
  readonly text: string;
  /** Questions that the format cannot hold, and what others lose in it. */
  readonly left: readonly BankFault[];
}

/** What became of one question: its passage of the file with what it loses there, or why it cannot be said. */
type Passage = { readonly text: string; readonly loses: readonly string[] } | Said;

/** Prints each question by itself, and tells of those that the format cannot hold. */
export function leaveOut(
  questions: readonly BankQuestion[],
  print: (question: BankQuestion) => Passage,
  between = '\n',
): Printed {
  const left: BankFault[] = [];
  const passages = questions.flatMap((question, index) => {
    const passage = print(question);
    const about = { line: 0, item: index + 1, about: beginningOf(question.text) };
    if ('message' in passage) {
      left.push({ ...about, message: `Left out: ${passage.message}`, remedy: passage.remedy });
      return [];
    }
    left.push(
      ...passage.loses.map((what) => ({
        ...about,
        message: `It loses ${what}.`,
        remedy: 'Use another format to keep it.',
      })),
    );
    return [passage.text];
  });
  return { text: passages.join(between), left };
}
