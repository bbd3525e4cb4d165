import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { BankFault, QuestionBank } from '../../../shared/authoring/questions/bank.ts';
import {
  formats,
  type QuestionFormat,
  questionFormats,
  readBank,
} from '../../../shared/authoring/questions/formats.ts';
import { suggest } from '../../../shared/authoring/suggestion.ts';
import { type Command, type Terminal, UsageError } from '../command.ts';
import { functionsOf, systemOptions, systemUsage } from '../functions.ts';
import { openBank } from './bank-files.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  ...systemOptions,
  ...{ format: text, activity: text, assessment: text, by: text },
  ...{ 'dry-run': flag, 'leave-out': flag, json: flag },
} as const;

function formatOf(named: string | undefined): QuestionFormat {
  if (named === undefined) throw new UsageError(`Say which format: --format ${questionFormats.join('|')}.`);
  const format = questionFormats.find((known) => known === named);
  if (!format) throw new UsageError(`“${named}” is no format of questions. ${suggest(named, questionFormats)}`);
  return format;
}

/** Each fault on a line that editors can jump to, or as JSON that programs read line by line (NDJSON). */
function tell(file: string, { faults, remarks }: QuestionBank, json: boolean | undefined, terminal: Terminal): void {
  const line = (severity: 'refuses' | 'advises', fault: BankFault): string =>
    json
      ? JSON.stringify({ severity, ...fault, file: fault.file ?? file })
      : `${fault.file ?? file}:${fault.line}: ${severity === 'advises' ? 'advice: ' : ''}${fault.item > 0 ? `question ${fault.item}${fault.about && ` “${fault.about}”`}: ` : ''}${fault.message} — ${fault.remedy}`;
  for (const fault of faults) terminal.complain(line('refuses', fault));
  for (const remark of remarks) terminal.print(line('advises', remark));
}

/** `wallet import questions`: a bank of questions into an assessment of a draft. */
export async function importQuestions(args: readonly string[], terminal: Terminal): Promise<boolean> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { activity, assessment, by, json } = values;
  const [file, ...more] = positionals;
  if (file === undefined) throw new UsageError('Name the file of the bank, or the item files of a QTI package.');
  const format = formatOf(values.format);
  terminal.progress?.(0, 3, 'Reading');
  const documents = openBank([file, ...more]);
  const bank = readBank(format, documents);
  terminal.progress?.(1, 3, `${bank.items} questions read`);
  tell(file, bank, json, terminal);
  const bad = new Set(bank.faults.map(({ item }) => item)).size;
  const good = bank.questions.length;
  const said = (outcome: string, counts: object, words: string): void =>
    terminal.print(json ? JSON.stringify({ outcome, ...counts }) : words);
  const counted = `${good} of ${bank.items} questions in ${formats[format].name} can be imported`;
  if (values['dry-run']) {
    said('dry-run', { good, bad }, `Dry run: ${counted}. Nothing was.`);
    return bad === 0;
  }
  if (activity === undefined || assessment === undefined || by === undefined)
    throw new UsageError('Say where to and who asks: --activity ID --assessment ID --by NAME.');
  if (good === 0 || (bad > 0 && !values['leave-out'])) {
    const remedy = good === 0 ? '' : ' Mend the others, or add --leave-out to import without them.';
    said('refused', { good, bad }, `${counted}. Nothing was imported.${remedy}`);
    return false;
  }
  terminal.progress?.(2, 3, 'Importing');
  const target = { activityId: activity, assessment, format, fileName: basename(file), by };
  const answer = await functionsOf(values)('import-bank', { ...target, documents, leavingOut: bad });
  terminal.progress?.(3, 3, 'Done');
  if (answer.outcome === 'refused') {
    for (const { message, remedy } of answer.reasons)
      terminal.complain(json ? JSON.stringify({ severity: 'refuses', message, remedy }) : `${message} ${remedy}`);
    return false;
  }
  const { added, unchanged, leftOut, importId } = answer;
  said(
    'imported',
    { importId, added, unchanged, leftOut },
    `${added} questions added to ${assessment} of ${activity}, ${unchanged} were there already, ${leftOut} left out.`,
  );
  return true;
}

export const importQuestionsCommand: Pick<Command, 'usage' | 'does'> = {
  usage: `import questions FILE… --format ${questionFormats.join('|')} [--activity ID --assessment ID --by NAME] [--dry-run] [--leave-out] [--json] ${systemUsage}`,
  does: 'Brings a bank of questions into an assessment of a draft; each faulty one is told with its line.',
};
