import type { EntityName } from '../../table.ts';
import { type AccessPattern, pattern } from '../pattern.ts';

/** Kinds of rows with fields that are sealed under their learner's key. */
const sealed: readonly EntityName[] = ['learner', 'attempt', 'boardIdentity', 'earlierCredit'];

/** The use of the keys, by whoever reads or writes what is sealed. */
export const dataKeysFor = (patterns: readonly AccessPattern[]): readonly AccessPattern[] => [
  pattern(
    'Open and seal what is personal',
    'dataKey',
    ['get'],
    [...new Set(patterns.filter(({ entity }) => sealed.includes(entity)).flatMap(({ usedBy }) => usedBy))],
  ),
  pattern(
    'Make a learner’s key',
    'dataKey',
    ['put'],
    ['enter-code', 'admin-questions', 'import-bank', 'carry-on-imports'],
  ),
];
