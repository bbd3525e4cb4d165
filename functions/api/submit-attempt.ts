import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import {
  type Attempt,
  checkAnswers,
  checkSubmission,
  isOverdue,
  isTimeUp,
  sameAnswers,
} from '../../shared/domain/attempt.ts';
import { moveFrom } from '../../shared/domain/participation.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { LostRaceError } from '../../shared/ports.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply, stillWorking } from '../middleware/reply.ts';
import { gradeWorkId } from '../outbox/restart.ts';
import { required } from '../records/require.ts';
import { assessmentOf, attemptView } from '../views/attempt-view.ts';

/** A submission waits this long for its grade; after that the client asks again (design, "The journey"). */
const GRADE_WITHIN_MS = 2_000;

const alreadySubmitted = ({ status, grade }: Attempt): Refusal =>
  refuse({
    code: 'already-submitted',
    message: `This attempt was submitted already with other answers, and the first submission counts${
      status === 'passed' || status === 'failed' ? `: it ${status} with ${grade?.score} %` : ''
    }.`,
    remedy: 'Open the attempt to see its result.',
  });

/** Whether an attempt was submitted after its time: what was saved counted then, whatever came with the submission. */
const cameLate = (attempt: Attempt): boolean =>
  attempt.submittedAt !== undefined && isOverdue(attempt, attempt.submittedAt);

/**
 * Submits the final answers. The submission and the grading that it asks for are one transaction, so that an
 * acknowledged submission is always graded; the workflow started here is only the fast path (design, rule 2).
 */
export const handler = endpoint(
  learnerRoutes.submitAttempt,
  { workflows: stepFunctions },
  async (asked, capabilities) => {
    const { activities, participations, outbox, table, clock, workflows } = capabilities;
    const { learnerId } = asked.principal;
    const { attemptId } = asked.params;
    const find = () => participations.attempt(learnerId, attemptId);
    const attempt = await find();
    if (!attempt) return notFound('attempt');
    const { activityId, activityVersion, status } = attempt.value;
    const [activity, standing] = await Promise.all([
      activities.version(activityId, activityVersion),
      participations.of(learnerId, activityId),
    ]);
    const participation = required(standing, 'The participation of an attempt');

    if (status === 'in-progress') {
      const now = clock.now();
      const late = isOverdue(attempt.value, now);
      const answers = late ? attempt.value.answers : (asked.body.answers ?? attempt.value.answers);
      const check = isTimeUp(attempt.value, now) ? checkAnswers : checkSubmission;
      const refusal = late ? undefined : check(assessmentOf(activity, attempt.value), answers);
      if (refusal) return refusal;
      const stage = moveFrom(participation.value.stage, 'submit-attempt');
      if (isRefusal(stage)) {
        // The attempt was read before the participation: a second click may have submitted it between the two.
        if ((await find())?.rev !== attempt.rev) throw new LostRaceError([0]);
        return stage;
      }
      const input = { door: 'grade' as const, workId: gradeWorkId(attemptId), learnerId, activityId, attemptId };
      await table.write([
        await participations.putAttempt({ ...attempt.value, status: 'grading', answers, submittedAt: now }, attempt),
        participations.put({ ...participation.value, stage }, participation),
        outbox.ask(input),
      ]);
      await workflows.startAndWait(input, GRADE_WITHIN_MS);
    } else if (
      asked.body.answers &&
      !cameLate(attempt.value) &&
      !sameAnswers(asked.body.answers, attempt.value.answers)
    ) {
      return alreadySubmitted(attempt.value);
    }

    const [graded, stands] = await Promise.all([find(), participations.of(learnerId, activityId)]);
    const view = attemptView(required(graded, 'A submitted attempt').value, activity, stands?.value, clock.now());
    return view.status === 'grading' ? stillWorking(view) : reply(200, view);
  },
);
