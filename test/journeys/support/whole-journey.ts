import { setTimeout as pause } from 'node:timers/promises';
import { sampleAnswers } from '../../../infra/cli/samples.ts';
import type { Stage } from '../../../shared/domain/participation.ts';
import type { HttpLearner } from './http-learner.ts';

const activityId = 'acute-agitation';
const assessmentId = 'participation-verification';

interface Wallet {
  readonly credits: readonly { readonly activityId: string; readonly certificateId: string; readonly amount: number }[];
}

/**
 * Takes the journey on from wherever it stands, as a learner does who presses on after whatever went wrong, until the
 * certificate is issued, or another end is reached. Every call is safe to repeat; a call that fails is made again.
 */
export async function pressOn(
  learner: HttpLearner,
  until: number,
  ends: readonly Stage[] = ['issued', 'notified'],
): Promise<void> {
  const answers = (await sampleAnswers())[activityId]?.[assessmentId] ?? {};
  while (Date.now() < until) {
    const { body } = await learner.call('GET', `/api/activities/${activityId}`);
    const { stage, attemptId } = body.participation as unknown as {
      readonly stage: Stage;
      readonly attemptId?: string;
    };
    if (ends.includes(stage)) return;
    if (stage === 'open' || stage === 'failed')
      await learner.call('POST', `/api/activities/${activityId}/attempts`, { assessmentId });
    else if (stage === 'attempting') await learner.call('POST', `/api/attempts/${attemptId}/submission`, { answers });
    else if (stage === 'grading') await learner.call('GET', `/api/attempts/${attemptId}`);
    else if (stage === 'passed') await evaluate(learner);
    else await claim(learner, stage);
    await pause(20);
  }
  throw new Error('The journey did not end');
}

async function evaluate(learner: HttpLearner): Promise<void> {
  const { body } = await learner.call('GET', `/api/activities/${activityId}/evaluation`);
  const questions = body.questions as unknown as readonly {
    readonly questionId: string;
    readonly kind: string;
    readonly options?: readonly { readonly optionId: string }[];
  }[];
  const answers = Object.fromEntries(
    questions.map(({ questionId, kind, options }) => [
      questionId,
      kind === 'text' ? 'I will call for help earlier.' : [options?.[0]?.optionId],
    ]),
  );
  await learner.call('POST', `/api/activities/${activityId}/evaluation`, { answers });
}

async function claim(learner: HttpLearner, stage: string): Promise<void> {
  if (stage !== 'evaluated') return;
  await learner.call('POST', `/api/activities/${activityId}/claims`, {
    claims: [{ creditType: 'ama-pra-category-1', amount: 75 }],
  });
}

/** What the learner has in the end. */
export async function walletOf(learner: HttpLearner): Promise<Wallet> {
  return (await learner.call('GET', '/api/wallet')).body as unknown as Wallet;
}
