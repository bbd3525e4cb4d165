import type { EvaluationSet } from '../../records/providers.ts';
import type { Stored } from '../../records/rows.ts';
import type { NameOf } from './views.ts';

/** A set of evaluation questions with its revision. */
export const setView = ({ rev, value }: Stored<EvaluationSet>, nameOf: NameOf) => ({
  ...value,
  ...{ rev, savedBy: nameOf(value.savedBy) },
});
