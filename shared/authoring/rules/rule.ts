import type { ActivityVersion } from '../../domain/activity.ts';
import type { CivilDate } from '../../domain/kinds.ts';
import type { ActivityContent } from '../activity-content.ts';
import type { Fault } from '../problem.ts';

/** Who demands what a rule checks. The facts are collected in `cme.md`, with how each of them was found. */
export interface Source {
  readonly body:
    | 'AAFP'
    | 'ABIM'
    | 'ACCME'
    | 'ACPE'
    | 'AMA'
    | 'Credit Wallet'
    | 'Joint Accreditation'
    | 'Accredited providers';
  /** What of the body's says so. */
  readonly title: string;
  /** Where it can be read. */
  readonly at: string;
}

/** Whether publishing is refused for it, or goes on with a word of advice: what only custom wants is never enforced. */
export type Severity = 'refuses' | 'advises';

/** What a rule knows beside the activity itself. Never a clock: the day comes in. */
export interface Circumstances {
  /** The day of publication, in the activity's zone. */
  readonly today: CivilDate;
  /** The version that is published now, where there is one. */
  readonly before?: ActivityVersion | undefined;
}

/** What is wrong, as a rule finds it; which rule that was is added by the registry. */
export type Finding = Omit<Fault, 'rule' | 'source' | 'severity'>;

/** One check of what a body demands before an activity is published, as data: `publishing-rules.ts` lists them all. */
export interface PublishingRule {
  readonly id: string;
  readonly source: Source;
  readonly severity: Severity;
  /** What an activity must do, as one sentence. */
  readonly says: string;
  readonly check: (content: ActivityContent, circumstances: Circumstances) => readonly Finding[];
}

/** A source as it is printed behind a fault. */
export const sourceLine = ({ body, title }: Source): string => `${body}, ${title}`;

export const finding = (field: string, message: string, remedy: string, goesBy?: readonly string[]): Finding => ({
  field,
  message,
  remedy,
  ...(goesBy && { goesBy }),
});
