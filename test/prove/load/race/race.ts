import { setTimeout as pause } from 'node:timers/promises';
import type { Routes } from '../../../../shared/api/routes.ts';
import type { Sent } from '../../../simulation/api-event.ts';
import type { Random } from '../../../simulation/random.ts';
import type { Begun } from '../../begun-attempt.ts';
import type { TheActivity } from '../../the-activity.ts';
import type { Answer, Ground } from './ground.ts';

/** So many tabs send at once, every second of them something else. */
export const AT_ONCE = 64;
/** A double click has one key: of each half, so many keys are drawn from. */
const KEYS = AT_ONCE;
/** Credit is claimed in steps of so many hundredths. */
const STEP = 25;
/** The sweeper takes up what lies after ten seconds, each minute: nothing takes longer than two. */
const ASKS_AGAIN = { afterMs: 50, times: 2_400 };

/** How a race of 64 ended for who sent it. */
export interface Ran {
  /** Which of the two was taken, as those were told who sent it: 0 or 1. */
  readonly taken: 0 | 1;
  readonly accepted: number;
  readonly refused: number;
}

/** What a learner's two races came to, as they were told. */
export interface Raced {
  readonly learnerId: string;
  readonly attemptId: string;
  /** How the attempt of the race ended. */
  readonly status: 'passed' | 'failed';
  /** All attempts that were submitted: one, or two where the first failed. */
  readonly attempts: number;
  /** What was claimed, in hundredths. */
  readonly amount: number;
  readonly certificateId: string;
  readonly submissions: Ran;
  readonly claims: Ran;
}

type Params = Readonly<Record<string, string>>;

/** What a race must not end in. */
export class Violation extends Error {
  override readonly name = 'Violation';
}

const codeOf = ({ body }: Answer): string | undefined =>
  (body.reasons as readonly { readonly code: string }[] | undefined)?.[0]?.code;
const shown = ({ status, body }: Answer): string => `${status} ${JSON.stringify(body).slice(0, 300)}`;

/** An answer to one of 64, with which of the two things it had sent. */
export interface Sided extends Answer {
  readonly side: 0 | 1;
}

/** Reads the answers to a race: those who sent one thing are accepted, the others refused, and nothing else is answered. */
export function judgeAnswers(answers: readonly Sided[], refusal: string): Ran {
  const isAccepted = ({ status }: Answer): boolean => status === 200 || status === 202;
  const accepted = answers.filter(isAccepted);
  const taken = accepted[0]?.side;
  if (taken === undefined) throw new Violation(`none was accepted: ${answers[0] && shown(answers[0])}`);
  for (const answer of answers) {
    if (answer.side !== taken && isAccepted(answer)) throw new Violation('two that differ were both accepted');
    const isRefused = answer.status === 409 && codeOf(answer) === refusal;
    if (answer.side === taken ? !isAccepted(answer) : !isRefused)
      throw new Violation(`one that ${answer.side === taken ? 'was taken' : 'came too late'} got ${shown(answer)}`);
  }
  return { taken, accepted: accepted.length, refused: answers.length - accepted.length };
}

/** Has one learner submit by 64 tabs at once, evaluate, and claim by 64 tabs at once. @throws Violation */
export async function race(
  ground: Ground,
  { learnerId, attemptId, cookie }: Begun,
  { activityId, assessmentId, answers, evaluated, credit }: TheActivity,
  random: Random,
): Promise<Raced> {
  const ask = (route: keyof Routes, sent: Sent): Promise<Answer> => ground.ask(route, { ...sent, cookies: [cookie] });
  const atOnce = (
    route: keyof Routes,
    params: Params,
    bodies: readonly [object, object],
  ): Promise<readonly Sided[]> => {
    const first = random.below(2);
    return Promise.all(
      Array.from({ length: AT_ONCE }, async (_, index) => {
        const side = (index + first) % 2 === 0 ? 0 : 1;
        const idempotencyKey = `${route}-${side}-${random.below(KEYS)}`;
        return { side, ...(await ask(route, { params, body: bodies[side], idempotencyKey })) } as const;
      }),
    );
  };
  /** Sends one thing, and again until it has come to its end. */
  const toTheEnd = async (route: keyof Routes, params: Params, body: object): Promise<Answer['body']> => {
    for (let times = 1; ; times++) {
      const answer = await ask(route, { params, body });
      if (answer.status === 200) return answer.body;
      if (answer.status !== 202 || times === ASKS_AGAIN.times) throw new Violation(`${route} got ${shown(answer)}`);
      await pause(ASKS_AGAIN.afterMs);
    }
  };

  const sets = [{ answers: answers.right }, { answers: answers.wrong }] as const;
  const submitted = await atOnce('submitAttempt', { attemptId }, sets);
  const submissions = judgeAnswers(submitted, 'already-submitted');
  const status = submissions.taken === 0 ? 'passed' : 'failed';
  const result = await toTheEnd('submitAttempt', { attemptId }, sets[submissions.taken]);
  for (const told of [...submitted.filter((answer) => answer.status === 200).map(({ body }) => body), result])
    if (told.status !== status) throw new Violation(`${attemptId} ${status}, and somebody was told ${told.status}`);
  if (status === 'failed') {
    const again = await ask('startAttempt', { params: { activityId }, body: { assessmentId } });
    if (again.status !== 201) throw new Violation(`startAttempt got ${shown(again)}`);
    await toTheEnd('submitAttempt', { attemptId: String(again.body.attemptId) }, sets[0]);
  }
  await toTheEnd('submitEvaluation', { activityId }, { answers: evaluated });

  const amounts = [credit.amount, credit.amount - STEP] as const;
  const claimOf = (amount: number) => ({ claims: [{ ...credit, amount }] });
  const claimed = await atOnce('claimCredit', { activityId }, [claimOf(amounts[0]), claimOf(amounts[1])]);
  const claims = judgeAnswers(claimed, 'already-claimed');
  const amount = amounts[claims.taken];
  const { certificateId } = await toTheEnd('claimCredit', { activityId }, claimOf(amount));
  for (const { body } of claimed)
    if (body.certificateId !== undefined && body.certificateId !== certificateId)
      throw new Violation(`${learnerId} was told of two certificates`);
  return {
    ...{ learnerId, attemptId, status, amount, submissions, claims },
    ...{ attempts: status === 'failed' ? 2 : 1, certificateId: String(certificateId) },
  };
}
