import { isCivilDate, isTimeZone } from '../../domain/kinds.ts';
import { yearsAfter } from '../exact.ts';
import { isLive } from './live.ts';
import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

/** An enduring material is reviewed at least every three years (cme.md 1c). */
const ENDURING_YEARS = 3;

/** A fixed distance from UTC, which IANA keeps under an old name or Intl reads as one: where people live, summer time moves it. */
const isFixed = (zone: string): boolean => /^(?:EST|MST|HST|[+-]\d.*)$/i.test(zone);

/** The days of an activity: that they are stated where a body wants them, and can be. */
export const dateRules: readonly PublishingRule[] = [
  {
    id: 'days-in-order',
    source: sources.file,
    severity: 'refuses',
    says: 'An activity opens before it closes, and is held before it closes.',
    check: ({ activity: { opensOn, closesOn, heldOn } }) => {
      if (!isCivilDate(closesOn)) return [];
      return [
        ...(closesOn < opensOn
          ? [finding('closes', `It would close on ${closesOn}, before it opens on ${opensOn}.`, 'Exchange the days.')]
          : []),
        ...(heldOn !== undefined && closesOn < heldOn
          ? [finding('held', `It would close on ${closesOn}, before it is held.`, 'Correct “held” or “closes”.')]
          : []),
      ];
    },
  },
  {
    id: 'opens-when-held',
    source: sources.file,
    // The day is made up for: nobody can start before it is held.
    severity: 'advises',
    says: 'An activity opens on the day on which it is held, or after it: nobody can begin what was not held yet.',
    check: ({ activity: { opensOn, heldOn } }) =>
      heldOn !== undefined && isCivilDate(opensOn) && opensOn < heldOn
        ? [
            finding(
              'opens',
              `It would open on ${opensOn}, and nobody can begin it before it is held on ${heldOn}.`,
              `Write “opens: ${heldOn}”. What is said of the activity can be read before that day anyway.`,
              ['held'],
            ),
          ]
        : [],
  },
  {
    id: 'still-open',
    source: sources.file,
    // What was given elsewhere may be brought here for its records.
    severity: 'advises',
    says: 'An activity can still be begun when it is published.',
    check: ({ activity: { closesOn } }, { today }) =>
      isCivilDate(closesOn) && closesOn < today
        ? [finding('closes', `It closed on ${closesOn} already, so that nobody can begin it.`, 'Correct “closes”.')]
        : [],
  },
  {
    id: 'zone-known',
    source: sources.file,
    severity: 'refuses',
    says: 'The days are days in a time zone that exists, and knows its summer time: EST is none.',
    check: ({ activity: { zone } }) =>
      !isFixed(zone) && isTimeZone(zone)
        ? []
        : [finding('zone', `“${zone}” is no time zone.`, 'Write an IANA name, like America/New_York.')],
  },
  {
    id: 'enduring-reviewed',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'Enduring material says on which day it was last reviewed.',
    check: ({ activity: { format, reviewedOn } }) =>
      format === 'enduring-material' && reviewedOn === undefined
        ? [
            finding('reviewed', 'Enduring material says when it was reviewed.', 'Add “reviewed: 2026-01-05”.', [
              'format',
            ]),
          ]
        : [],
  },
  {
    id: 'enduring-three-years',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: `Enduring material closes at most ${ENDURING_YEARS} years after its last review.`,
    check: ({ activity: { format, reviewedOn, closesOn } }) => {
      if (format !== 'enduring-material' || reviewedOn === undefined || !isCivilDate(closesOn)) return [];
      const last = yearsAfter(reviewedOn, ENDURING_YEARS);
      const message = `It would close more than ${ENDURING_YEARS} years after its review on ${reviewedOn}.`;
      const remedy = `Close by ${last}, or review it again and say so in “reviewed”.`;
      return closesOn > last ? [finding('closes', message, remedy, ['format', 'reviewed'])] : [];
    },
  },
  {
    id: 'review-was-made',
    source: sources.accmeEnduring,
    severity: 'refuses',
    says: 'The day of the review is not later than the day of publication.',
    check: ({ activity: { reviewedOn } }, { today }) =>
      reviewedOn !== undefined && reviewedOn > today
        ? [
            finding(
              'reviewed',
              `It is published on ${today}, and would be reviewed on ${reviewedOn} only.`,
              'Write the day on which it was last reviewed.',
            ),
          ]
        : [],
  },
  {
    id: 'live-day',
    source: sources.amaDocument,
    severity: 'refuses',
    says: 'A live activity says on which day it is held; its certificate states that day.',
    check: ({ activity: { format, heldOn } }) =>
      isLive(format) && heldOn === undefined
        ? [finding('held', 'A live activity says on which day it was held.', 'Add “held: 2026-09-17”.', ['format'])]
        : [],
  },
  {
    id: 'series-twelve-months',
    source: sources.accmeSeries,
    severity: 'refuses',
    says: 'A regularly scheduled series is one activity of at most twelve months.',
    check: ({ activity: { format, opensOn, closesOn } }) => {
      if (format !== 'regularly-scheduled-series' || !isCivilDate(opensOn) || !isCivilDate(closesOn)) return [];
      const next = yearsAfter(opensOn, 1);
      return closesOn < next
        ? []
        : [
            finding(
              'closes',
              `It would run for more than twelve months from ${opensOn}.`,
              `Close before ${next}, and publish the next year as an activity of its own.`,
              ['opens', 'format'],
            ),
          ];
    },
  },
];
