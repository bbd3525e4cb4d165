import type { Fault } from '../problem.ts';
import { type Finding, type Source, sourceLine } from './rule.ts';
import { sources } from './sources.ts';

/** A field that a body wants stated, and whose absence or unreadable value is therefore told with that body's name. */
interface DemandedField {
  readonly id: string;
  readonly source: Source;
  readonly says: string;
  readonly field: RegExp;
}

const demandedFields: readonly DemandedField[] = [
  {
    id: 'dates-stated',
    source: sources.accmeEnduring,
    says: 'It says from which day until which day it is offered: its release and its termination.',
    field: /^(?:opens|closes)$/,
  },
  {
    id: 'minutes-stated',
    source: sources.accmeEnduring,
    says: 'It says how long it takes.',
    field: /^minutes$/,
  },
  {
    id: 'pass-mark-stated',
    source: sources.amaAssessment,
    says: 'Each assessment says which percentage passes; learners are shown it before they start.',
    field: /^assessments\[\d+\]\.passMark$/,
  },
  {
    id: 'format-stated',
    source: sources.amaFormat,
    says: 'It says in which learning format it is offered.',
    field: /^format$/,
  },
  {
    id: 'title-and-provider',
    source: sources.amaDocument,
    says: 'It has a title and a provider, which stand on the certificate.',
    field: /^(?:title|provider(?:\.name)?)$/,
  },
  {
    id: 'disclosure-stated',
    source: sources.accmeRelationships,
    says: 'Each of the faculty discloses their relevant financial relationships, or that there are none.',
    field: /^faculty\[\d+\]\.disclosure$/,
  },
];

const readable = {
  id: 'file-readable',
  source: sources.file,
  says: 'The file is YAML; every field is known, stands where it must, and can be read as what it is.',
} as const;

/** What reading a file is checked by; the rest of the rules look at what was read. */
export const readingRules: readonly Pick<DemandedField, 'id' | 'source' | 'says'>[] = [...demandedFields, readable];

/** What reading finds, with the rule that it is found by. */
export function blamed(found: Finding): Fault {
  const { id, source } = demandedFields.find(({ field }) => field.test(found.field)) ?? readable;
  return { ...found, rule: id, source: sourceLine(source), severity: 'refuses' };
}
