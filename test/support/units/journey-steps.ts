import { evaluated, right } from '../activity.ts';
import { createBrowser } from '../browser.ts';
import { codeFor, physician } from '../learner.ts';
import type { Service } from '../service.ts';

/** What a learner does, in order: each leaves what the next one takes up. */
export const journeySteps = [
  'asks for a code',
  'enters the code',
  'says who they are',
  'opens the activity',
  'begins the post-test',
  'submits the post-test',
  'opens the evaluation',
  'completes the evaluation',
  'claims credit',
  'opens the wallet',
  'opens the certificate',
  'downloads the certificate',
] as const;
export type JourneyStep = (typeof journeySteps)[number];

const MINUTE = 60_000;

/**
 * A learner who goes all the way, by the real routes and in their own time: whoever watches is told before each step. The
 * service has `hand-hygiene` published with every offer.
 * @returns the certificate's id
 */
export async function takeJourney(
  service: Service,
  email: string,
  step: (name: JourneyStep, act: () => Promise<void>) => Promise<void> = (_, act) => act(),
): Promise<string> {
  const { ask } = createBrowser(service);
  const params = { activityId: 'hand-hygiene' };
  let attemptId = '';
  let certificateId = '';
  const acts: Readonly<Record<JourneyStep, () => Promise<unknown>>> = {
    'asks for a code': () => ask('startSignIn', { body: { email } }),
    'enters the code': () => ask('enterCode', { body: { code: codeFor(service, email) } }),
    'says who they are': () => ask('putMe', { body: physician }),
    'opens the activity': () => ask('getActivity', { params }),
    'begins the post-test': async () => {
      ({ attemptId } = (await ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body);
    },
    'submits the post-test': () => ask('submitAttempt', { params: { attemptId }, body: { answers: right } }),
    'opens the evaluation': () => ask('getEvaluation', { params }),
    'completes the evaluation': () => ask('submitEvaluation', { params, body: { answers: evaluated } }),
    'claims credit': () =>
      ask('claimCredit', { params, body: { claims: [{ creditType: 'ama-pra-category-1', amount: 100 }] } }),
    'opens the wallet': async () => {
      certificateId = (await ask('getWallet')).body.credits[0]?.certificateId ?? '';
    },
    'opens the certificate': () => ask('getCertificate', { params: { certificateId } }),
    'downloads the certificate': () => ask('downloadCertificate', { params: { certificateId } }),
  };
  for (const name of journeySteps) {
    service.pass(MINUTE);
    await step(name, async () => {
      await acts[name]();
    });
  }
  return certificateId;
}
