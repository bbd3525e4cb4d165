import type { Instant } from './kinds.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * What a learner may allow beyond the records themselves. Each is asked for by itself, none is given until it is given, and
 * each can be withdrawn (trust.md 4; GDPR, Articles 4 (11) and 7).
 */
export const purposes = ['board-reporting', 'research-use-of-answers'] as const;
export type Purpose = (typeof purposes)[number];

/** What a learner read when they decided. A wording that stood once is never edited: another is added, and asks anew. */
export interface Wording {
  readonly wording: number;
  readonly title: string;
  readonly text: string;
}

const wordings: Readonly<Record<Purpose, readonly [Wording, ...Wording[]]>> = {
  'board-reporting': [
    {
      wording: 1,
      title: 'Report my credit to my certifying board',
      text: 'For activities that count toward Maintenance of Certification, the provider may send my name, my board ID, the month and day of my birth, the activity, its date and my points to my certifying board, through the accreditor’s reporting system (PARS). Without this permission nothing is reported, and my credit and certificates are the same.',
    },
  ],
  'research-use-of-answers': [
    {
      wording: 1,
      title: 'Use my test answers in research on education',
      text: 'The provider may study my Post-Test answers together with those of others, under a number in the place of my name, to learn how well its activities teach. Only figures of five or more people are ever published. Without this permission my answers serve my own grade alone.',
    },
  ],
};

/** The words that are shown now. */
export const wordingOf = (purpose: Purpose): Wording => wordings[purpose].at(-1) ?? wordings[purpose][0];

export const isPurpose = (text: string): text is Purpose => purposes.some((purpose) => purpose === text);

/** One decision. Decisions are added and never changed, so that what was allowed at any time can be shown. */
export interface ConsentEvent {
  readonly purpose: Purpose;
  /** 1 for the first about this purpose. */
  readonly number: number;
  readonly decision: 'given' | 'withdrawn';
  /** The wording that was decided on. */
  readonly wording: number;
  readonly at: Instant;
  /** Who told the system so. */
  readonly by: 'learner' | 'staff';
}

const about = (events: readonly ConsentEvent[], purpose: Purpose): readonly ConsentEvent[] =>
  events.filter((event) => event.purpose === purpose).toSorted((a, b) => a.number - b.number);

/**
 * Whether data may be sent or used for a purpose at an instant: the last decision until then gave it, on the words that are
 * shown now. No consent, no row (trust.md 4, "PARS").
 */
export function mayReport(events: readonly ConsentEvent[], purpose: Purpose, at: Instant): boolean {
  const last = about(events, purpose).findLast((event) => event.at <= at);
  return last?.decision === 'given' && last.wording === wordingOf(purpose).wording;
}

/** Whether the last decision about a purpose until an instant took it back. Where nothing was decided, nothing was. */
export const hasWithdrawn = (events: readonly ConsentEvent[], purpose: Purpose, at: Instant): boolean =>
  about(events, purpose).findLast((event) => event.at <= at)?.decision === 'withdrawn';

/** What a decision adds: an event, nothing where it stands so already, or why it cannot be taken. */
export function decideConsent(
  events: readonly ConsentEvent[],
  asked: { readonly purpose: Purpose; readonly given: boolean; readonly wording: number },
  at: Instant,
  by: ConsentEvent['by'] = 'learner',
): ConsentEvent | Refusal | undefined {
  const { purpose, given, wording } = asked;
  if (given && wording !== wordingOf(purpose).wording)
    return refuse({
      code: 'wording-changed',
      message: 'The words of this permission have changed since you opened the page.',
      remedy: 'Load the page again, read the new words, then decide.',
    });
  const last = about(events, purpose).at(-1);
  const stands = last?.decision === 'given' && (!given || last.wording === wording);
  if (stands === given) return undefined;
  return {
    ...{ purpose, number: (last?.number ?? 0) + 1, decision: given ? 'given' : 'withdrawn', at, by },
    // What is withdrawn is what was given, whatever is shown by now.
    wording: given ? wording : (last?.wording ?? wording),
  };
}

/** How a purpose stands, with every decision, the latest first. */
export const consentView = (events: readonly ConsentEvent[], purpose: Purpose, at: Instant) => ({
  purpose,
  ...wordingOf(purpose),
  given: mayReport(events, purpose, at),
  history: about(events, purpose)
    .toReversed()
    .map(({ decision, wording, at: decidedAt, by }) => ({ decision, wording, at: decidedAt, by })),
});
