import { HOUR, later } from '../../../shared/domain/kinds.ts';
import type { Row, Write } from '../../../shared/ports.ts';
import {
  altering,
  careless,
  type Data,
  dataOf,
  isPutOf,
  notAwaited,
  only,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  showingOtherwise,
  withData,
  writingFirst,
} from './plant.ts';

const assessmentsWith =
  (change: (assessment: Data) => Data) =>
  (version: Data): Data => ({ ...version, assessments: (version.assessments as readonly Data[]).map(change) });

const isNewAttempt = (write: Write): boolean => isPutOf('attempt')(write) && write.expect === 'absent';

const withoutDeadline = (row: Row): Row => {
  const { deadline: _, ...attempt } = dataOf(row);
  return withData(row, attempt);
};

/** Bugs between the start of an attempt and its result. */
export const submissionPlants: PlantsByName = {
  'an attempt is submitted without looking whether it was submitted already': {
    finds: /different answers were acknowledged|was shown as|results/,
    table: careless(isPutOf('attempt', 'participation', 'work')),
  },
  'answers are saved without looking whether they were submitted meanwhile': {
    finds: /different answers were acknowledged|is stuck|results/,
    table: careless(isPutOf('attempt'), ({ length }) => length === 1),
  },
  'a submission is acknowledged before it is written': {
    finds: /is lost|different answers were acknowledged|has 0 results/,
    ports: onlyTable(['submitAttempt'], notAwaited),
  },
  'two tabs begin two attempts': {
    finds: /attempts, \d+ of \w+ counted/,
    table: careless(isPutOf('participation'), (writes) => writes.some((write) => isNewAttempt(write))),
  },
  'the limit of attempts is not looked at': {
    finds: /attempts, \d+ of 3 counted/,
    ports: onlyTable(
      ['startAttempt', 'getActivity'],
      showingOtherwise(
        'version',
        assessmentsWith(({ attemptLimit: _, ...assessment }) => assessment),
      ),
    ),
  },
  'an attempt is graded by the latest answer key': {
    finds: /graded otherwise/,
    table: (table) => ({
      ...table,
      async get(key) {
        if (!key.pk.startsWith('KEY#')) return table.get(key);
        return (await table.query({ pk: key.pk, newestFirst: true, limit: 1 })).rows[0];
      },
    }),
  },
  'a score that equals the pass mark fails': {
    finds: /graded otherwise/,
    ports: onlyTable(
      ['grade-attempt'],
      showingOtherwise(
        'version',
        assessmentsWith((assessment) => ({ ...assessment, passMark: Number(assessment.passMark) + 1 })),
      ),
    ),
  },
  'a score is rounded to tens before it is halved': {
    finds: /graded otherwise/,
    ports: only(['grade-attempt'], ({ ciphers }) => ({
      ciphers: {
        ...ciphers,
        seal: (text, by) => ciphers.seal(text.replace(/"score":50\b/, '"score":60'), by),
      },
    })),
  },
  'the time of a timed attempt is not kept': {
    finds: /has other time than its assessment gives/,
    ports: onlyTable(['startAttempt'], puttingOtherwise('attempt', withoutDeadline)),
  },
  'the timer is looked at in the browser alone': {
    finds: /submitted late and counts with what was not saved in time/,
    ports: only(['submitAttempt'], ({ table }) => {
      const deadlines = new Map<string, unknown>();
      const seen = showingOtherwise('attempt', ({ deadline, ...attempt }) => {
        deadlines.set(String(attempt.attemptId), deadline);
        return attempt;
      })(table);
      const kept = puttingOtherwise('attempt', (row) => {
        const deadline = deadlines.get(String(dataOf(row).attemptId));
        return deadline === undefined ? row : withData(row, { ...dataOf(row), deadline });
      });
      return { table: kept(seen) };
    }),
  },
  'the clock of the browser is believed': {
    finds: /dated in another order/,
    ports: only(['submitAttempt'], ({ clock }) => ({ clock: { now: () => later(clock.now(), -2 * HOUR) } })),
  },
  'outcomes are kept beside the transaction': {
    finds: /attempts were settled, and/,
    table: writingFirst(isPutOf('sitting')),
  },
  'what first attempts answered is kept of those that passed alone': {
    finds: /first attempts were settled, and the answers of/,
    ports: onlyTable(
      ['grade-attempt'],
      altering((writes) =>
        writes.some((write) => isPutOf('participation')(write) && dataOf(write.row).stage === 'failed')
          ? writes.filter((write) => !isPutOf('firstAnswers')(write))
          : writes,
      ),
    ),
  },
  'evaluations are kept beside the transaction': {
    finds: /responses are kept/,
    table: writingFirst(isPutOf('response')),
  },
  'who may not begin is told of another reason': {
    finds: /is stuck: told activity-withdrawn, and it is/,
    ports: onlyTable(
      ['getActivity'],
      showingOtherwise('catalog', (data) => ({ ...data, withdrawnAt: '2026-03-01T12:00:00.000Z' })),
    ),
  },
};
