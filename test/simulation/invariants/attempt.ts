import { grade } from '../../../shared/domain/assessment.ts';
import { type Attempt, deadlineOf, isOverdue, sameAnswers } from '../../../shared/domain/attempt.ts';
import { entities } from '../../../shared/table.ts';
import { accountsOf, type Contents, eventsOf, type Say } from '../contents.ts';
import type { Witness } from '../witness.ts';

/** Whether an attempt was submitted after its time, when what was saved in time counts. */
const cameLate = (attempt: Attempt): boolean =>
  attempt.submittedAt !== undefined && isOverdue(attempt, attempt.submittedAt);

/** Each acknowledged submission has exactly one result, of the answers that were acknowledged, and it is the right one. */
export function checkAttempts(contents: Contents, witness: Witness, say: Say): void {
  const attempts = new Map(contents.attempts.map((attempt) => [attempt.attemptId, attempt]));
  for (const { email, attemptId } of witness.begun)
    if (!accountsOf(contents, email).includes(attempts.get(attemptId)?.learnerId ?? ''))
      say(`${email} was shown the attempt of another`);
  const settled = [...eventsOf(contents, 'attempt.passed'), ...eventsOf(contents, 'attempt.failed')];
  const parked = new Set(contents.work.filter(({ status }) => status === 'parked').map(({ workId }) => workId));
  for (const { attemptId, answers } of witness.submissions) {
    const attempt = attempts.get(attemptId);
    if (!attempt) say(`The submission of ${attemptId} was acknowledged and is lost`);
    else if (!cameLate(attempt) && !sameAnswers(attempt.answers, answers))
      say(`Two submissions of ${attemptId} with different answers were acknowledged`);
    if (settled.filter((event) => event.attemptId === attemptId).length !== 1 && !parked.has(`grade-${attemptId}`))
      say(
        `The submission of ${attemptId} has ${settled.filter((event) => event.attemptId === attemptId).length} results`,
      );
  }
  for (const { attemptId, status, score } of witness.results) {
    const attempt = attempts.get(attemptId);
    if (attempt?.status !== status || attempt?.grade?.score !== score)
      say(`${attemptId} was shown as ${status} with ${score} and is ${attempt?.status} with ${attempt?.grade?.score}`);
  }
  const assessmentOf = (version: number, id: string) =>
    contents.versions
      .find((one) => one.version === version)
      ?.assessments.find(({ assessmentId }) => assessmentId === id);
  for (const attempt of contents.attempts) {
    const { activityId, activityVersion, assessmentId, answers } = attempt;
    const assessment = assessmentOf(activityVersion, assessmentId);
    const { startedAt, deadline, savedAt } = attempt;
    if (deadline !== (assessment && deadlineOf(assessment, startedAt)))
      say(`${attempt.attemptId} has other time than its assessment gives`);
    const savedInTime = savedAt !== undefined && !isOverdue(attempt, savedAt);
    if (cameLate(attempt) && Object.keys(answers).length > 0 && !savedInTime)
      say(`${attempt.attemptId} was submitted late and counts with what was not saved in time`);
    const { pk, sk } = entities.answerKey.keyOf({ activityId, version: activityVersion });
    const key = contents.keys.get(`${pk} ${sk}`)?.[assessmentId] ?? {};
    const right = assessment && attempt.grade && grade(assessment, key, answers);
    if (right && (right.score !== attempt.grade?.score || right.status !== attempt.grade?.status))
      say(`${attempt.attemptId} is graded otherwise than the version that it pinned says`);
    const results = settled.filter(({ attemptId }) => attemptId === attempt.attemptId).length;
    if (results !== (attempt.status === 'passed' || attempt.status === 'failed' ? 1 : 0))
      say(`${attempt.attemptId} is ${attempt.status} and has ${results} results in the ledger`);
  }
  for (const { learnerId, activityId, attempts: counted } of contents.participations)
    for (const [assessmentId, number] of Object.entries(counted)) {
      const of = contents.attempts.filter(
        (own) => own.learnerId === learnerId && own.activityId === activityId && own.assessmentId === assessmentId,
      );
      const limit = assessmentOf(1, assessmentId)?.attemptLimit ?? Number.POSITIVE_INFINITY;
      if (of.length !== number || number > limit)
        say(`${learnerId} has ${of.length} attempts, ${number} of ${limit} counted`);
    }
}
