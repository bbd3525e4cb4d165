import { type Option, type Question, questionKinds } from '../domain/assessment.ts';
import type { OptionId } from '../domain/kinds.ts';
import { given } from './exact.ts';
import type { Mapping } from './mapping.ts';

/** `a` for the first entry of a list, `b` for the second. */
const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + (index % 26));

/** The options that a statement has when it is answered by `answer: true` or `answer: false`. */
export const trueAndFalse = [
  { optionId: 'true', text: 'True' },
  { optionId: 'false', text: 'False' },
] as const;

/** A question with what is right of it; the two are parted before a learner sees either. */
interface MarkedQuestion {
  readonly question: Question;
  readonly right: readonly OptionId[];
  readonly rationale?: string;
}

interface MarkedOption extends Option {
  readonly right: boolean;
}

/** An option without a mark is a wrong one. */
const plainOption = (text: string, index: number): MarkedOption => ({ optionId: letter(index), text, right: false });

function markedOption(option: Mapping, index: number): MarkedOption {
  const optionId = option.maybeId('id') ?? letter(index);
  return { optionId, text: option.text('text'), right: option.maybeYesNo('right') ?? false };
}

/** Reads one question of an assessment; an id that is not given is `q` with its number, an option's is its letter. */
export function readQuestion(entry: Mapping, index: number): MarkedQuestion {
  const answer = entry.maybeYesNo('answer');
  const questionId = entry.maybeId('id') ?? `q${index + 1}`;
  const kind = entry.maybeChoice('kind', questionKinds) ?? (entry.has('answer') ? 'true-false' : 'single-choice');
  const text = entry.text('text');
  const options = entry.entries('options', plainOption, markedOption);
  const rationale = given({ rationale: entry.maybeText('rationale') });
  const asked = {
    ...(entry.maybeYesNo('keepOrder') && { keepOrder: true as const }),
    ...given({ pool: entry.maybeId('pool') }),
  };
  if (answer !== undefined && !entry.has('options'))
    return {
      question: { questionId, text, kind, options: trueAndFalse, ...asked },
      right: [String(answer)],
      ...rationale,
    };
  return {
    question: { questionId, text, kind, options: options.map(({ right: _, ...option }) => option), ...asked },
    right: options.filter(({ right }) => right).map(({ optionId }) => optionId),
    ...rationale,
  };
}
