import { writeFile } from 'node:fs/promises';
import { csvOf } from '../../../shared/documents/csv.ts';
import type { Terminal } from '../command.ts';
import type { AnsweredChange } from '../function-answers.ts';
import { makeSureOf } from '../out-file.ts';

/** What became of one order or decision. */
export interface Outcome {
  readonly certificate: string;
  readonly outcome: 'waits' | 'done' | 'rejected' | 'refused';
  readonly change: string;
  readonly replacement: string;
  readonly said: string;
}

const words: Readonly<Record<Outcome['outcome'], string>> = {
  waits: 'waits for a second person',
  done: 'done',
  rejected: 'rejected',
  refused: 'refused',
};

/** What a function answered, as a line of the report. */
export function outcomeOf(
  asked: { readonly certificate?: string; readonly change?: string },
  answer: {
    readonly outcome: 'proposed' | Outcome['outcome'];
    readonly change?: Pick<AnsweredChange, 'changeId' | 'certificateId' | 'replacement'>;
    readonly reasons?: readonly { readonly message: string; readonly remedy: string }[];
  },
): Outcome {
  const { change, reasons = [] } = answer;
  return {
    certificate: change?.certificateId ?? asked.certificate ?? '',
    outcome: answer.outcome === 'proposed' ? 'waits' : answer.outcome,
    change: change?.changeId ?? asked.change ?? '',
    replacement: change?.replacement ?? '',
    said: reasons.map(({ message, remedy }) => `${message} ${remedy}`).join(' '),
  };
}

/**
 * Does something for each item, one after the other, says each outcome as it comes, and writes all of them to a file where
 * one is named; also when it breaks off, so that what was done is known.
 * @returns whether nothing was refused
 */
export async function reportEach<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<Outcome>,
  { terminal, results }: { readonly terminal: Terminal; readonly results: string | undefined },
): Promise<boolean> {
  if (results !== undefined) makeSureOf(results, '--results');
  const outcomes: Outcome[] = [];
  try {
    for (const [index, item] of items.entries()) {
      const outcome = await act(item);
      outcomes.push(outcome);
      const { certificate, change, replacement, said } = outcome;
      const which = items.length > 1 ? `[${index + 1}/${items.length}] ` : '';
      const made = replacement ? `, ${replacement} stands in its place` : '';
      const told = outcome.outcome === 'waits' ? `: wallet approve ${change} --by NAME` : said && `: ${said}`;
      const line = `${which}${certificate || change} ${words[outcome.outcome]}${made}${told}`;
      if (outcome.outcome === 'refused') terminal.complain(line);
      else terminal.print(line);
    }
  } finally {
    if (results !== undefined) {
      const head = ['certificate', 'outcome', 'change', 'replacement', 'said'] as const;
      await writeFile(results, csvOf([head, ...outcomes.map((outcome) => head.map((name) => outcome[name]))]));
      terminal.print(`${outcomes.length} of ${items.length} written to ${results}.`);
    }
  }
  return outcomes.every(({ outcome }) => outcome !== 'refused');
}
