import { civilDateIn, type Instant } from '../domain/kinds.ts';
import type { ActivityContent } from './activity-content.ts';
import type { Fault } from './problem.ts';
import { assessmentRules } from './rules/assessments.ts';
import { changeRules } from './rules/change.ts';
import { creditRules } from './rules/credit.ts';
import { dateRules } from './rules/dates.ts';
import { designationRules } from './rules/designation.ts';
import { disclosureRules } from './rules/disclosure.ts';
import { markRules } from './rules/marks.ts';
import { materialRules } from './rules/material.ts';
import { mocRules } from './rules/moc.ts';
import { askingRules } from './rules/pools.ts';
import { type Circumstances, type PublishingRule, sourceLine } from './rules/rule.ts';
import { statementRules } from './rules/statements.ts';
import { templateRules } from './rules/templates.ts';

/**
 * Every rule that an activity is checked by before it is published, by theme. `wallet check`, `wallet import` and the function
 * that publishes read this one list, and `docs/publishing-rules.md` is made from it.
 */
export const publishingRules = {
  Days: dateRules,
  'Material and people': materialRules,
  Credit: creditRules,
  'Maintenance of certification': mocRules,
  Marks: markRules,
  Designation: designationRules,
  'Other statements': statementRules,
  Disclosure: disclosureRules,
  'A provider’s own wordings': templateRules,
  'Assessment and evaluation': [...assessmentRules, ...askingRules, ...changeRules],
} as const satisfies Record<string, readonly PublishingRule[]>;

const everyRule: readonly PublishingRule[] = Object.values(publishingRules).flat();

/** Everything that the rules find in an activity, each with the field of the file that it is about and its rule. */
export const publishingFaults = (content: ActivityContent, circumstances: Circumstances): readonly Fault[] =>
  everyRule.flatMap(({ id, source, severity, check }) =>
    check(content, circumstances).map((found) => ({ ...found, rule: id, source: sourceLine(source), severity })),
  );

/** The day of publication in an activity's zone; in UTC where the zone is unknown, which has its own rule. */
export function publicationDay(now: Instant, zone: string) {
  try {
    return civilDateIn(now, zone);
  } catch {
    return civilDateIn(now, 'UTC');
  }
}
