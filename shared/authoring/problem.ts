/** Something that is wrong in an activity file, where, and what to do about it. */
export interface Problem {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  /** The field as the file has it, lists counted from 1: `assessments[1].questions[3].options`; empty for the file itself. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
}

/** What a rule finds fault with, before it is known where in the file that stands. */
export type Fault = Pick<Problem, 'field' | 'message' | 'remedy'> & {
  /** Other fields that the rule went by; where one of them cannot be read, that is the fault, and this is none. */
  readonly goesBy?: readonly string[];
};

/** One line that editors can jump to: `a.yaml:12: credits[1].maximum: message Remedy`. */
export const describeProblem = ({ file, line, field, message, remedy }: Problem): string =>
  `${file}:${line}: ${field === '' ? '' : `${field}: `}${message} — ${remedy}`;

/** In the order of the file. */
export const inFileOrder = (one: Problem, other: Problem): number => one.line - other.line || one.column - other.column;

/** Whether one field is the other or stands within it. */
export const isWithin = (field: string, outer: string): boolean =>
  field === outer || field.startsWith(`${outer}.`) || field.startsWith(`${outer}[`);
