import type { Instant } from './kinds.ts';
import { cleanName } from './learner.ts';
import { type Reason, type Refusal, refuse, refuseFor } from './refusal.ts';

/** What every change that staff ask for has in common: why, who asked, and who decided what became of it. */
export interface Decision {
  readonly changeId: string;
  /** Why, in staff's words. Kept here alone: the ledger holds its hash. */
  readonly reason: string;
  /** On the console the account of who asked, on the command line the name that was given. */
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly status: 'proposed' | 'done' | 'rejected';
  readonly decidedBy?: string;
  readonly decidedAt?: Instant;
  readonly rejectedBecause?: string;
  /** The batch that it was a part of. */
  readonly batchId?: string;
}

const LONGEST_TEXT = 500;

/** What is wrong with a text that somebody must give: it is missing, or too long. */
export function textFaults(text: string, field: string, what: string): readonly Reason[] {
  const clean = text.trim();
  if (clean.length > 0 && clean.length <= LONGEST_TEXT) return [];
  return [
    {
      code: `${field}-missing`,
      message: clean.length === 0 ? `${what} is missing.` : `${what} is longer than ${LONGEST_TEXT} characters.`,
      remedy: `Give ${what.toLowerCase()} in up to ${LONGEST_TEXT} characters.`,
      field: `/${field}`,
    },
  ];
}

/** What is wrong with who asks and why. */
export const askingFaults = ({ reason, proposedBy }: Pick<Decision, 'reason' | 'proposedBy'>): readonly Reason[] => [
  ...textFaults(reason, 'reason', 'The reason'),
  ...textFaults(proposedBy, 'by', 'The name of who asks'),
];

/** People are told apart by their accounts, or by the names that they give, whatever their case and spaces. */
const sameName = (one: string, other: string): boolean =>
  cleanName(one).toLowerCase() === cleanName(other).toLowerCase();

/** Says why somebody may not decide on what was asked for, or nothing when they may. */
export function checkDecision(
  { status, proposedBy }: { readonly status: string; readonly proposedBy: string },
  { by, approve, takesTwo }: { readonly by: string; readonly approve: boolean; readonly takesTwo: boolean },
): Refusal | undefined {
  if (status !== 'proposed')
    return refuse({
      code: 'change-decided',
      message: `This was decided already: it was ${status === 'rejected' ? 'rejected' : 'approved'}.`,
      remedy: 'Ask for a new change if that was wrong.',
      field: '/changeId',
    });
  const faults = textFaults(by, 'by', 'The name of who decides');
  if (faults.length > 0) return refuseFor(faults);
  if (approve && takesTwo && sameName(by, proposedBy))
    return refuse({
      code: 'second-person-needed',
      message: 'Where an amount or a person changes, somebody else must approve.',
      remedy: 'Ask a colleague to approve it.',
      field: '/by',
    });
  return undefined;
}
