import type { CivilDate } from '../kinds.ts';

/** Nothing is said of fewer learners than this (trust.md 4). */
export const LEAST = 5;

/** A calendar month, `2026-03`. */
export type Month = string;

/** Which groups a figure is made of. */
export interface Shown {
  /** The first day that is not over: what was answered since is shown later. */
  readonly today: CivilDate;
  /** First and last month, both inclusive. Absent: from the beginning, to the end. */
  readonly from?: Month | undefined;
  readonly to?: Month | undefined;
}

/** Answers of five learners or more, of days that lie together, with the day on which the group was complete. */
interface Group<Answer> {
  readonly closedOn: CivilDate;
  readonly answers: readonly Answer[];
}

/**
 * Groups answers, each of another learner, by whole days that are over: a group closes with the day on which it has five.
 * What is left has no group yet. Days that are over get no more answers, so a group is the same whenever it is asked for.
 */
function groupsOf<Answer extends { readonly on: CivilDate }>(
  answers: readonly Answer[],
  today: CivilDate,
): readonly Group<Answer>[] {
  const groups: Group<Answer>[] = [];
  let open: Answer[] = [];
  const days = Map.groupBy(
    answers.filter(({ on }) => on < today),
    ({ on }) => on,
  );
  for (const [day, ofDay] of [...days].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    open = [...open, ...ofDay];
    if (open.length < LEAST) continue;
    groups.push({ closedOn: day, answers: open });
    open = [];
  }
  return groups;
}

/**
 * The answers that may be shown: those of the groups that closed in the months that are asked for. Every figure is made of
 * such answers to one question of one version, so two figures differ by whole groups and never by one learner (ADR 31).
 */
export function shownOf<Answer extends { readonly on: CivilDate }>(
  answers: readonly Answer[],
  { today, from = '', to = '9999-12' }: Shown,
): readonly Answer[] {
  return groupsOf(answers, today)
    .filter(({ closedOn }) => closedOn.slice(0, 7) >= from && closedOn.slice(0, 7) <= to)
    .flatMap((group) => group.answers);
}
