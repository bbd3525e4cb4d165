/** Something that is wrong in an activity file, where, by which rule, and what to do about it. */
export interface Problem {
  readonly file: string;
  /** Counted from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  /** The field as the file has it, lists counted from 1: `assessments[1].questions[3].options`; empty for the file itself. */
  readonly field: string;
  readonly message: string;
  readonly remedy: string;
  /** The rule that finds fault, and whose it is. */
  readonly rule: string;
  readonly source: string;
  /** Publishing is refused, or goes on with a word of advice. */
  readonly severity: 'refuses' | 'advises';
}

/** What a rule finds fault with, before it is known where in the file that stands. */
export type Fault = Omit<Problem, 'file' | 'line' | 'column'> & {
  /** Other fields that the rule went by; where one of them cannot be read, that is the fault, and this is none. */
  readonly goesBy?: readonly string[];
};

/** What is said of a fault, without its place: `credits[1].maximum: message — remedy [rule: source]`. */
export const describeFault = ({
  field,
  message,
  remedy,
  rule,
  source,
  severity,
}: Pick<Problem, 'field' | 'message' | 'remedy' | 'rule' | 'source' | 'severity'>): string =>
  `${severity === 'advises' ? 'advice: ' : ''}${field === '' ? '' : `${field}: `}${message} — ${remedy} [${rule}: ${source}]`;

/** One line that editors can jump to: `a.yaml:12: credits[1].maximum: message — remedy [rule: source]`. */
export const describeProblem = ({ file, line, ...fault }: Problem): string =>
  `${file}:${line}: ${describeFault(fault)}`;

export const refuses = ({ severity }: Pick<Problem, 'severity'>): boolean => severity === 'refuses';

/** In the order of the file. */
export const inFileOrder = (one: Problem, other: Problem): number => one.line - other.line || one.column - other.column;

/** Whether one field is the other or stands within it. */
export const isWithin = (field: string, outer: string): boolean =>
  field === outer || field.startsWith(`${outer}.`) || field.startsWith(`${outer}[`);
