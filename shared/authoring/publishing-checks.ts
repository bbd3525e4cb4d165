import { isCivilDate } from '../domain/kinds.ts';
import type { ActivityContent, ActivityDraft } from './activity-content.ts';
import { faultsOfCredits, faultsOfStatements } from './credit-checks.ts';
import { yearsAfter } from './exact.ts';
import type { Fault } from './problem.ts';
import { blanks, faultsOfAssessments, faultsOfEvaluation } from './question-checks.ts';

/** A row of DynamoDB holds 400 KB; leave some for what publishing adds. */
const LARGEST_ACTIVITY_BYTES = 350_000;
/** An enduring material is reviewed at least every three years (cme.md 1c). */
const ENDURING_YEARS = 3;

const fault = (field: string, message: string, remedy: string): Fault => ({ field, message, remedy });
/** A fault only of the format that the activity has. */
const faultOfFormat = (field: string, message: string, remedy: string): Fault => ({
  ...fault(field, message, remedy),
  goesBy: ['format'],
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function faultsOfDates({ opensOn, closesOn, reviewedOn, heldOn, format, zone }: ActivityDraft): readonly Fault[] {
  const faults: Fault[] = [];
  const dated = isCivilDate(closesOn);
  if (dated && closesOn < opensOn)
    faults.push(fault('closes', `It would close on ${closesOn}, before it opens on ${opensOn}.`, 'Exchange the days.'));
  if (dated && heldOn !== undefined && closesOn < heldOn)
    faults.push(fault('held', `It would close on ${closesOn}, before it is held.`, 'Correct “held” or “closes”.'));
  if (!isTimeZone(zone))
    faults.push(fault('zone', `“${zone}” is no time zone.`, 'Write an IANA name, like America/New_York.'));
  const enduring = format === 'enduring-material';
  // Release, review and termination dates are shown before the start; review within three years (cme.md 1c).
  if (enduring && reviewedOn === undefined)
    faults.push(
      faultOfFormat('reviewed', 'Enduring material says when it was reviewed.', 'Add “reviewed: 2026-01-05”.'),
    );
  if (enduring && dated && reviewedOn !== undefined && closesOn > yearsAfter(reviewedOn, ENDURING_YEARS))
    faults.push(
      faultOfFormat(
        'closes',
        `It would close more than ${ENDURING_YEARS} years after its review on ${reviewedOn}.`,
        `Close by ${yearsAfter(reviewedOn, ENDURING_YEARS)}, or review it again and say so in “reviewed”.`,
      ),
    );
  // The date of a live activity stands on its certificate (cme.md 1c, AMA document minimum).
  if ((format === 'live-activity' || format === 'internet-live') && heldOn === undefined)
    faults.push(faultOfFormat('held', 'A live activity says on which day it was held.', 'Add “held: 2026-09-17”.'));
  return faults;
}

function faultsOfMaterial(activity: ActivityDraft): readonly Fault[] {
  const { format, location, content, objectives, faculty, assessments, estimatedMinutes } = activity;
  const faults: Fault[] = [];
  const toRead = format === 'enduring-material' || format === 'journal-based';
  if (estimatedMinutes === 0) faults.push(fault('minutes', 'It takes 0 minutes.', 'Write how long it takes.'));
  if (objectives.length === 0)
    faults.push(fault('objectives', 'There are no learning objectives.', 'Add at least one.'));
  // Faculty with credentials and disclosures are shown before the start (cme.md 1c, enduring material).
  if (faculty.length === 0)
    faults.push(fault('faculty', 'Nobody is named as faculty.', 'Add who wrote or presents it, with a disclosure.'));
  if (toRead && content.paragraphs.length === 0 && content.url === undefined)
    faults.push(
      faultOfFormat('article', 'There is nothing to read.', 'Add “article: |” with the text, or “link:” to it.'),
    );
  if (content.url !== undefined && !/^https:\/\/[^\s/]+\S*$/.test(content.url))
    faults.push(fault('link', `“${content.url}” is no secure web address.`, 'Write one that begins with https://.'));
  // The place stands on the certificate where there is one (cme.md 1c, AMA document minimum).
  if (format === 'live-activity' && location === undefined)
    faults.push(
      faultOfFormat('location', 'A live activity says where it was held.', 'Add “location:” with city and state.'),
    );
  if (assessments.length === 0)
    faults.push(fault('assessments', 'There is nothing to pass.', 'Add a post-test or participation verification.'));
  // Enduring material and journals need an assessment of what was learnt (cme.md 1c, AMA).
  else if (toRead && !assessments.some(({ kind }) => kind === 'post-test'))
    faults.push(
      faultOfFormat('assessments', 'This format needs a post-test.', 'Add an assessment with “kind: post-test”.'),
    );
  return [...faults, ...blanks('objectives', objectives)];
}

function faultsOfSize(content: ActivityContent): readonly Fault[] {
  const bytes = new TextEncoder().encode(JSON.stringify(content.activity)).length;
  return bytes > LARGEST_ACTIVITY_BYTES
    ? [
        fault(
          'article',
          `The activity has ${bytes} bytes; ${LARGEST_ACTIVITY_BYTES} fit.`,
          'Put the material on a page of its own and give its “link:”.',
        ),
      ]
    : [];
}

/**
 * Everything that keeps an activity from being published, each with the field of the file that it is about. The first
 * `composed` of its statements are composed from templates.
 */
export const publishingFaults = (content: ActivityContent, composed = 0): readonly Fault[] => [
  ...faultsOfDates(content.activity),
  ...faultsOfMaterial(content.activity),
  ...faultsOfCredits(content.activity),
  ...faultsOfStatements(content.activity, composed),
  ...faultsOfAssessments(content.activity.assessments, content.keys),
  ...faultsOfEvaluation(content.activity.evaluation),
  ...faultsOfSize(content),
];
