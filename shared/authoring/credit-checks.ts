import type { ActivityVersion, CreditOffer } from '../domain/activity.ts';
import { creditForMinutes, formatCredit, ruleOf } from '../domain/credit-type.ts';
import type { Fault } from './problem.ts';
import { duplicates } from './question-checks.ts';
import { placeholdersIn } from './statements.ts';

/** Formats whose credit follows from their minutes; performance improvement and journals have fixed credits (cme.md 1a). */
const byTheClock: readonly string[] = ['enduring-material', 'live-activity', 'internet-live'];

type Timed = Pick<ActivityVersion, 'format' | 'estimatedMinutes'>;

function faultsOfCredit(offer: CreditOffer, index: number, { format, estimatedMinutes }: Timed): readonly Fault[] {
  const { maximum, activityNumber } = offer;
  const rule = ruleOf(offer);
  const { step, plural, number } = rule;
  const credit = `credits[${index + 1}]`;
  const faults: Fault[] = [];
  const find = (name: string, message: string, remedy: string): number =>
    faults.push({ field: `${credit}.${name}`, message, remedy, goesBy: [`${credit}.type`] });
  if (maximum === 0) find('maximum', 'Nobody can claim 0 credits.', 'Write the credit that is offered, like 1.25.');
  if (maximum % step !== 0)
    find(
      'maximum',
      `${plural} are given in steps of ${formatCredit(step)}; ${formatCredit(maximum)} is none.`,
      `Write ${formatCredit(maximum - (maximum % step))} or ${formatCredit(maximum - (maximum % step) + step)}.`,
    );
  const most = creditForMinutes(rule, estimatedMinutes);
  if (maximum > most && estimatedMinutes > 0 && byTheClock.includes(format))
    find(
      'maximum',
      `${estimatedMinutes} minutes are ${formatCredit(most)} ${plural}, not ${formatCredit(maximum)}.`,
      `Write ${formatCredit(most)}, or correct “minutes”.`,
    );
  const ceiling = rule.mostByFormat?.[format] ?? rule.most;
  if (ceiling !== undefined && maximum > ceiling)
    find(
      'maximum',
      `An activity of this format gives at most ${formatCredit(ceiling)} ${plural}.`,
      `Write ${formatCredit(ceiling)} or less.`,
    );
  if (number && activityNumber === undefined)
    find('number', `${plural} need a ${number.name}.`, `Add “number: ${number.example}”.`);
  else if (number?.pattern !== undefined && !new RegExp(number.pattern).test(activityNumber ?? ''))
    find(
      'number',
      `“${activityNumber}” is no ${number.name} for this credit.`,
      `Write it as it was given to you, like ${number.example}.`,
    );
  return faults;
}

/** Everything that keeps the credits from being published. */
export function faultsOfCredits(activity: Timed & Pick<ActivityVersion, 'credits'>): readonly Fault[] {
  const { credits } = activity;
  if (credits.length === 0)
    return [{ field: 'credits', message: 'The activity offers no credit.', remedy: 'Add at least one.' }];
  const types = credits.map(({ creditType }) => creditType);
  return [
    ...duplicates('credits', types, 'type'),
    ...credits.flatMap((offer, index) => faultsOfCredit(offer, index, activity)),
  ];
}

/**
 * Everything that keeps the statements from being published: one of accreditation, one of designation for each credit
 * (cme.md 1b; the AMA: "designated in advance, never retroactively"), and no place unfilled. The first `composed` of the
 * statements are composed, the others written in the file.
 */
export function faultsOfStatements(
  { statements, credits }: Pick<ActivityVersion, 'statements' | 'credits'>,
  composed: number,
): readonly Fault[] {
  const faults: Fault[] = [];
  if (!statements.some(({ kind }) => kind === 'accreditation'))
    faults.push({
      field: 'accreditation',
      goesBy: ['statements'],
      message: 'No statement says under whose accreditation this is offered.',
      remedy: 'Add “accreditation: accme” or “accreditation: joint-accreditation”, and the statements are composed.',
    });
  for (const [index, { creditType }] of credits.entries())
    if (!statements.some((statement) => statement.kind === 'designation' && statement.creditType === creditType))
      faults.push({
        field: `credits[${index + 1}].type`,
        goesBy: ['accreditation', 'statements'],
        message: 'No statement designates the activity for this credit.',
        remedy: 'Add “accreditation:”, and it is composed, or write a designation statement with this “credit:”.',
      });
  // ACPE's number has its own fault, which names the field that fills the place.
  for (const [index, { text }] of statements.entries())
    for (const place of placeholdersIn(text).filter((unfilled) => unfilled !== '{number}'))
      faults.push({
        field: index < composed ? 'accreditation' : `statements[${index - composed + 1}].text`,
        goesBy: ['provider', 'format', 'closes'],
        message: `The place ${place} is not filled in “${text.slice(0, 60)}…”.`,
        remedy: 'Replace it by what belongs there.',
      });
  return faults;
}
