import type { Answered } from '../../client.ts';
import { creditPhrase, formatCredit } from '../../components/credit.ts';
import type { Tone } from '../../components/tag.tsx';

export type Completion = Answered<'GET', '/api/admin/activities/{activityId}/completions'>['completions'][number];
export type Credit = Answered<'GET', '/api/admin/credits'>['credits'][number];
type Stage = Completion['stage'];

/** How far somebody came, in the words of staff. */
export const stageNames: Readonly<Record<Stage, readonly [string, Tone]>> = {
  open: ['Not started', 'quiet'],
  attempting: ['Attempt in progress', 'quiet'],
  grading: ['Being graded', 'wait'],
  failed: ['Not passed', 'bad'],
  passed: ['Passed, no evaluation yet', 'wait'],
  evaluated: ['Evaluated, not claimed yet', 'wait'],
  claimed: ['Being awarded', 'wait'],
  awarded: ['Certificate being issued', 'wait'],
  issued: ['Certificate issued', 'good'],
  notified: ['Completed', 'good'],
};

/** Credits of an award in a line: `1 AMA PRA Category 1 Credit™, 1.25 contact hours`. */
export const creditsInWords = (credits: Credit['credits']): string =>
  credits
    .map(({ names, amount, creditType, basis }) =>
      basis === 'attendance'
        ? 'Attendance'
        : names
          ? creditPhrase(names, amount)
          : `${formatCredit(amount)} ${creditType}`,
    )
    .join(', ');

/** The name of a learner, or that they gave none yet. */
export const nameOf = (of: {
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
}): string => [of.givenName, of.familyName].filter(Boolean).join(' ') || 'No name yet';

/** An address with those filters that are set, for a download. */
export const withFilters = (path: string, filters: Readonly<Record<string, string>>): string => {
  const set = Object.entries(filters).filter(([, value]) => value !== '');
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
};
