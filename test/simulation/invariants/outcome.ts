import type { Attempt } from '../../../shared/domain/attempt.ts';
import type { Learner } from '../../../shared/domain/learner.ts';
import type { FirstAnswers, Sitting } from '../../../shared/domain/outcomes/kept.ts';
import type { Row } from '../../../shared/ports.ts';

type Course = Pick<Sitting, 'activityId' | 'activityVersion' | 'assessmentId'>;
const tallied = (texts: readonly string[]): string => JSON.stringify(texts.toSorted());
const courseOf = ({ activityId, activityVersion, assessmentId }: Course): readonly unknown[] => [
  ...[activityId, activityVersion, assessmentId],
];

/** Each settled attempt is counted once, and the answers of each first one are kept once; no outcome and no evaluation says whose it is. */
export function checkOutcomes(
  {
    attempts,
    sittings,
    firstAnswers,
    unlinked,
    learners,
  }: {
    readonly attempts: readonly Attempt[];
    readonly unlinked: readonly Row[];
    readonly learners: readonly Learner[];
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
  const told = JSON.stringify(unlinked);
  const names = [
    ...learners.flatMap(({ learnerId, email }) => [learnerId, email]),
    ...attempts.map((one) => one.attemptId),
  ];
  for (const name of names) if (told.includes(name)) say(`An outcome or evaluation tells whose it is: ${name}`);
}
