import type { Routes } from '../../../shared/api/routes.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import { pauseIfCrowded, readAnswer } from '../../../web/client.ts';
import type { Sent } from '../../simulation/api-event.ts';
import type { Random } from '../../simulation/random.ts';
import type { Begun } from '../begun-attempt.ts';
import type { TheActivity } from '../the-activity.ts';
import type { Answer, HerdWorld } from './herd-world.ts';

/** What a learner of the herd went through. Times count from the first press of the button. */
export interface Told {
  readonly attemptId: string;
  readonly ends: 'passed' | 'failed';
  /** Until the learner was told passed or failed. */
  resultMs?: number;
  says?: string;
  /** Until the learner was told that their credit is awarded, and that the certificate is there. */
  creditMs?: number;
  certificateMs?: number;
  /** How often a request was answered 429 or 503 and was sent again. */
  again: number;
  /** An answer that ends it otherwise. */
  wrong?: string;
}

/** How long the herd takes to evaluate after its result, and to claim after that; read and clicked by people. */
const EVALUATES_IN_MS = { least: 60 * SECOND, most: 300 * SECOND };
const CLAIMS_IN_MS = { least: 5 * SECOND, most: 30 * SECOND };
/** How long people take to read that they shall try again, and to do so. */
const PRESSES_AGAIN_IN_MS = { least: 2 * SECOND, most: 8 * SECOND };
const WRONG = 0.1;
/** Whoever waited so long was let down, whatever came in the end. */
const PATIENCE_MS = 900 * SECOND;

/** When a learner presses submit, and whether they leave when they know their result. */
interface Going {
  readonly pressesAtMs: number;
  readonly random: Random;
  readonly leaves?: boolean;
}

/** A learner of the herd: submits, and whoever passed evaluates and claims the first kind of credit that is on offer. */
export async function goWithTheHerd(
  world: HerdWorld,
  begun: Begun,
  { activityId, answers, evaluated, content }: TheActivity,
  { pressesAtMs, random, leaves = false }: Going,
): Promise<Told> {
  const { clockwork } = world;
  const ends = random.chance(WRONG) ? 'failed' : 'passed';
  const told: Told = { attemptId: begun.attemptId, ends, again: 0 };
  const cookies = [begun.cookie];

  const between = ({ least, most }: { least: number; most: number }): number =>
    least + random.fraction() * (most - least);
  /** Sends as the site's client does; when that gives up, the learner reads that it was not taken, and presses again. */
  async function press(route: keyof Routes, sent: Sent): Promise<Answer> {
    const sinceMs = clockwork.nowMs();
    for (let tries = 1; ; tries++) {
      const answer = await world.request(route, { ...sent, cookies });
      const { status, retryAfter, body } = answer;
      const headers = retryAfter > 0 ? { 'retry-after': String(retryAfter) } : {};
      const read = status < 400 ? undefined : await readAnswer(new Response(body, { status, headers }));
      if (!read || (status !== 429 && status !== 503) || clockwork.nowMs() - sinceMs > PATIENCE_MS) return answer;
      told.again++;
      const pauseMs = pauseIfCrowded(read, tries, random.fraction());
      if (pauseMs === undefined) tries = 0;
      await clockwork.sleep(pauseMs ?? between(PRESSES_AGAIN_IN_MS));
    }
  }
  const key = (what: string): string => `${begun.attemptId}-${what}`;
  const refused = (what: string, { status, body }: Answer): Told => ({
    ...told,
    wrong: `${what} was answered ${status} ${body.slice(0, 120)}`,
  });

  await clockwork.sleep(pressesAtMs);
  const pressedMs = clockwork.nowMs();
  const params = { attemptId: begun.attemptId };
  const body = { answers: ends === 'passed' ? answers.right : answers.wrong };
  let answer = await press('submitAttempt', { params, body, idempotencyKey: key('submission') });
  while (answer.status === 202 || (answer.status === 200 && statusOf(answer) === 'grading')) {
    await clockwork.sleep(Math.max(answer.retryAfter, 1) * SECOND);
    answer = await press('getAttempt', { params });
  }
  if (answer.status !== 200) return refused('the submission', answer);
  told.resultMs = clockwork.nowMs() - pressedMs;
  told.says = statusOf(answer);
  if (leaves || told.says !== 'passed') return told;

  await clockwork.sleep(between(EVALUATES_IN_MS));
  const at = { activityId };
  const sent = await press('submitEvaluation', {
    params: at,
    body: { answers: evaluated },
    idempotencyKey: key('evaluation'),
  });
  if (sent.status !== 200) return refused('the evaluation', sent);
  await clockwork.sleep(between(CLAIMS_IN_MS));
  const claimedMs = clockwork.nowMs();
  const [offer] = content.activity.credits;
  const claims = [{ creditType: offer?.creditType ?? '', amount: offer?.maximum ?? 0 }];
  let claimed = await press('claimCredit', { params: at, body: { claims }, idempotencyKey: key('claim') });
  for (;;) {
    if (claimed.status !== 200 && claimed.status !== 202) return refused('the claim', claimed);
    if (told.creditMs === undefined && statusOf(claimed) === 'awarded') told.creditMs = clockwork.nowMs() - claimedMs;
    if (claimed.status === 200) break;
    await clockwork.sleep(Math.max(claimed.retryAfter, 1) * SECOND);
    // The same claim again tells how it stands, and changes nothing.
    claimed = await press('claimCredit', { params: at, body: { claims }, idempotencyKey: key('claim') });
  }
  told.certificateMs = clockwork.nowMs() - claimedMs;
  return told;
}

const statusOf = ({ body }: Answer): string => (JSON.parse(body) as { readonly status: string }).status;
