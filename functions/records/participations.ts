import type { Attempt } from '../../shared/domain/attempt.ts';
import type { ActivityId, AttemptId, Instant, LearnerId } from '../../shared/domain/kinds.ts';
import { hasReached, type ListedCompletion, listedAs, type Participation } from '../../shared/domain/participation.ts';
import { reminderDueAt } from '../../shared/domain/reminder.ts';
import type { Clock, ListedRow, Row, Table, Write } from '../../shared/ports.ts';
import { completionsOf, entities } from '../../shared/table.ts';
import { dueIds } from './due-ids.ts';
import { due, held, type InList, inList, putRow, type Stored } from './rows.ts';
import type { Sealing } from './sealing.ts';

/** The first cycle of an activity; a renewal would begin the next. */
export const FIRST_CYCLE = 1;

/** Where learners stand, and their attempts. Every key begins with the learner, who comes from the session. */
export interface Participations {
  of(learnerId: LearnerId, activityId: ActivityId): Promise<Stored<Participation> | undefined>;
  list(learnerId: LearnerId): Promise<readonly Participation[]>;
  /** The courses of one person, whose accounts these are: where one was taken by two, the one that came further. */
  listOf(accounts: readonly LearnerId[]): Promise<readonly Participation[]>;
  put(participation: Participation, before?: Stored<Participation>): Write;
  /** Keeps whether the learner was reminded. The list of the activity goes on saying what it said. */
  decideReminder(reminder: NonNullable<Participation['reminder']>, before: Stored<Participation>): Write;
  /** Of whom it is to be decided now whether they are reminded, as `learnerId/activityId`, oldest first. The index lags: read the row before acting on it. */
  dueReminders(limitPerShard: number): Promise<readonly string[]>;
  attempt(learnerId: LearnerId, attemptId: AttemptId): Promise<Stored<Attempt> | undefined>;
  /** Every attempt of a learner. */
  attempts(learnerId: LearnerId): Promise<readonly Stored<Attempt>[]>;
  /**
   * The writes that leave of a learner's attempts that they were, without answers and results, and of courses that earned no
   * credit nothing. What earned credit stays: it is part of what must be verifiable.
   */
  blanks(learnerId: LearnerId): Promise<readonly Write[]>;
  /**
   * The writes that put a learner’s courses into the lists where they stand in none, since they were written before there
   * were any. @param changedAt when a course last changed, as far as that is known
   */
  unlisted(learnerId: LearnerId, changedAt: (activityId: ActivityId) => Instant | undefined): Promise<readonly Write[]>;
  /** A page of who completed what of an activity, last changed first: one read. */
  page(ask: {
    readonly activityId: ActivityId;
    readonly from?: string | undefined;
    readonly until?: string | undefined;
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<{ readonly completions: readonly ListedCompletion[]; readonly cursor?: string }>;
  putAttempt(attempt: Attempt, before?: Stored<Attempt>): Promise<Write>;
}

/** What of an attempt is sealed. */
const secrets = ['answers', 'grade', 'feedback'] as const;

/** An attempt without what is the learner's own; it is not opened for that. */
function blankAttempt(row: Row): readonly Write[] {
  const before = held<Attempt & { readonly sealed?: string }>(row);
  if (!before) return [];
  const { sealed, answers = {}, grade, feedback, ...rest } = before.value;
  const isBlank = sealed === undefined && !grade && !feedback && Object.keys(answers).length === 0;
  return isBlank ? [] : [putRow({ pk: row.pk, sk: row.sk }, 'attempt', { ...rest, answers: {} }, before)];
}

function blankCourse(row: Row): readonly Write[] {
  const before = held<Participation>(row);
  if (!before || before.value.certificateId !== undefined) return [];
  const { learnerId, activityId, cycle, title, startedAt, reminder } = before.value;
  const blank: Participation = { learnerId, activityId, cycle, title: '', startedAt, stage: 'open', attempts: {} };
  // By this the mail about it is found.
  const told = { ...blank, ...(reminder && { reminder }) };
  return title === '' ? [] : [putRow({ pk: row.pk, sk: row.sk }, 'participation', told, before)];
}

export function participations({
  table,
  sealing,
  clock,
}: {
  table: Table;
  sealing: Sealing;
  clock: Clock;
}): Participations {
  const list: Participations['list'] = async (learnerId) => {
    const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'PARTICIPATION#' });
    return rows.map((row) => held<Participation>(row)?.value).filter((value) => value !== undefined);
  };

  // What its place says already is not kept beside it: a row that outgrows 1 KiB costs twice as much at each move.
  const listing = (participation: Participation, changedAt: Instant): InList | undefined => {
    const listed = listedAs(participation, changedAt);
    if (!listed) return undefined;
    const { at, learnerId, parked, ...shown } = listed;
    const place = `${at}#${learnerId}#${participation.cycle}`;
    return inList(completionsOf(participation.activityId), place, { ...shown, ...(parked && { parked }) });
  };
  /** Where it stands while it is to be decided whether its learner is reminded. */
  const reminding = (participation: Participation) => {
    const dueAt = reminderDueAt(participation);
    return dueAt === undefined
      ? {}
      : due('participation', `${participation.learnerId}/${participation.activityId}`, dueAt);
  };
  const completionAt = ({ listSk, listed }: ListedRow): ListedCompletion => {
    const [at, learnerId] = listSk.split('#');
    return { learnerId, at, parked: false, ...Object(listed) };
  };

  return {
    list,
    listOf: async (accounts) => {
      const courses = new Map<ActivityId, Participation>();
      for (const course of (await Promise.all(accounts.map(list))).flat()) {
        const other = courses.get(course.activityId);
        if (!other || !hasReached(other.stage, course.stage)) courses.set(course.activityId, course);
      }
      return [...courses.values()];
    },
    of: async (learnerId, activityId) =>
      held<Participation>(await table.get(entities.participation.keyOf({ learnerId, activityId, cycle: FIRST_CYCLE }))),
    put: (participation, before) => {
      const place = listing(participation, clock.now()) ?? before?.inList;
      return putRow(entities.participation.keyOf(participation), 'participation', participation, before, {
        ...place,
        ...reminding(participation),
      });
    },
    decideReminder: (reminder, before) => {
      const decided = { ...before.value, reminder };
      return putRow(entities.participation.keyOf(decided), 'participation', decided, before, before.inList);
    },
    dueReminders: (limitPerShard) => dueIds(table, 'participation', { at: clock.now(), limitPerShard }),
    unlisted: async (learnerId, changedAt) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'PARTICIPATION#' });
      return rows.flatMap((row) => {
        const before = held<Participation>(row);
        if (!before || before.inList) return [];
        const course = before.value;
        // The list does not follow the mail: it says of both that the certificate is issued.
        const shown: Participation = course.stage === 'notified' ? { ...course, stage: 'issued' } : course;
        const place = listing(shown, changedAt(course.activityId) ?? course.startedAt);
        const placed = { ...place, ...reminding(course) };
        return place ? [putRow(entities.participation.keyOf(course), 'participation', course, before, placed)] : [];
      });
    },
    page: async ({ activityId, limit, cursor, from, until }) => {
      const page = await table.queryList({
        ...{ listPk: completionsOf(activityId), newestFirst: true, limit },
        ...(from && { from }),
        ...(until && { until: `${until}~` }),
        ...(cursor && { cursor }),
      });
      const completions = page.rows.map(completionAt);
      return { completions, ...(page.cursor && { cursor: page.cursor }) };
    },
    attempt: async (learnerId, attemptId) =>
      sealing.read<Attempt>(learnerId, entities.attempt.keyOf({ learnerId, attemptId })),
    attempts: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'ATTEMPT#' });
      const opened = await Promise.all(rows.map((row) => sealing.open<Attempt>(learnerId, row)));
      return opened.filter((attempt) => attempt !== undefined);
    },
    blanks: async (learnerId) => {
      const { pk } = entities.learner.keyOf({ learnerId });
      const [attempts, courses] = await Promise.all(
        ['ATTEMPT#', 'PARTICIPATION#'].map((prefix) => table.query({ pk, prefix })),
      );
      return [...(attempts?.rows ?? []).flatMap(blankAttempt), ...(courses?.rows ?? []).flatMap(blankCourse)];
    },
    putAttempt: (attempt, before) => sealing.put(entities.attempt.keyOf(attempt), 'attempt', attempt, secrets, before),
  };
}
