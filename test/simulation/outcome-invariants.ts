import type { Attempt } from '../../shared/domain/attempt.ts';
import type { FirstAnswers, Sitting } from '../../shared/domain/outcomes/kept.ts';

type Course = Pick<Sitting, 'activityId' | 'activityVersion' | 'assessmentId'>;
const tallied = (texts: readonly string[]): string => JSON.stringify(texts.toSorted());
const courseOf = ({ activityId, activityVersion, assessmentId }: Course): readonly unknown[] => [
  ...[activityId, activityVersion, assessmentId],
];

/** Each settled attempt is counted once, and the answers of each first one are kept once, without whose they are. */
export function checkOutcomes(
  {
    attempts,
    sittings,
    firstAnswers,
  }: {
    readonly attempts: readonly Attempt[];
    readonly sittings: readonly Sitting[];
    readonly firstAnswers: readonly FirstAnswers[];
  },
  say: (breach: string) => void,
): void {
  const settled = attempts.filter(({ status }) => status === 'passed' || status === 'failed');
  const expected = settled.map((one) => JSON.stringify([...courseOf(one), one.number, one.status === 'passed']));
  const kept = sittings.map((one) => JSON.stringify([...courseOf(one), one.number, one.passed]));
  if (tallied(kept) !== tallied(expected))
    say(`${settled.length} attempts were settled, and ${sittings.length} outcomes of other kinds or number are kept`);
  const answered = settled
    .filter(({ number }) => number === 1)
    .map((one) => JSON.stringify([...courseOf(one), one.grade?.results.filter(({ right }) => right).length]));
  const answers = firstAnswers.map((one) =>
    JSON.stringify([...courseOf(one), Object.values(one.items).filter(({ right }) => right).length]),
  );
  if (tallied(answers) !== tallied(answered))
    say(`${answered.length} first attempts were settled, and the answers of ${answers.length} others are kept`);
  const told = JSON.stringify([sittings, firstAnswers]);
  for (const { learnerId, attemptId } of attempts)
    if (told.includes(learnerId) || told.includes(attemptId)) say(`An outcome tells of ${attemptId} whose it is`);
}
