import { evaluated, wrong } from '../../support/activity.ts';
import { createBrowser } from '../../support/browser.ts';
import { codeFor, createLearner, signIn } from '../../support/learner.ts';
import { boardWish } from '../../support/points.ts';
import type { Service } from '../../support/service.ts';

interface Person {
  readonly given: string;
  readonly family: string;
}

const emailOf = ({ given, family }: Person): string => `${given}.${family}@example.org`.toLowerCase();

/**
 * A learner with a past: a failed attempt and a passed one, an evaluation with free text, an award with points of a board, a link to the transcript, a
 * second address, a consent; and in the activity `sepsis` an attempt in progress.
 */
export async function liveThrough(service: Service, person: Person) {
  const email = emailOf(person);
  const second = `second.${email}`;
  const profile = { givenName: person.given, familyName: person.family, profession: 'physician', credentials: 'MD' };
  const learner = await createLearner(service, { email, profile });
  await learner.ask('startAddress', { body: { email: second } });
  await learner.ask('enterAddressCode', { body: { code: codeFor(service, second) } });
  const failed = (await learner.start()).body.attemptId;
  await learner.submit(failed, wrong);
  const passed = (await learner.start()).body.attemptId;
  await learner.submit(passed);
  const answers = { ...evaluated, e4: 'The five moments were new to me.' };
  await learner.ask('submitEvaluation', { params: learner.params, body: { answers } });
  const claims = [{ creditType: 'ama-pra-category-1', amount: 100 }];
  await learner.ask('claimCredit', { params: learner.params, body: { claims, moc: [boardWish] } });
  const { certificateId = '' } = (await learner.ask('getWallet')).body.credits[0] ?? {};
  const begun = await learner.ask('startAttempt', {
    ...{ params: { activityId: 'sepsis' }, body: { assessmentId: 'post-test' } },
  });
  const { shareId, url } = (await learner.ask('shareTranscript', { body: { expiresInDays: 60 } })).body;
  const { learnerId } = (await learner.ask('getMe')).body;
  return {
    ...{ ...person, email, second, learnerId, certificateIds: [certificateId], shareIds: [shareId] },
    attemptIds: [begun.body.attemptId, passed, failed],
    token: url.slice(url.lastIndexOf('/') + 1),
  };
}
type Lived = Awaited<ReturnType<typeof liveThrough>>;

/** Signs in anew, so that what takes a sign-in of the last minutes is open too, and makes the link for a wallet, which soon ends. */
export async function returnOf(service: Service, lived: Lived) {
  const browser = await signIn(service, lived.email);
  const [certificateId = ''] = lived.certificateIds;
  await browser.ask('getCredential', { params: { certificateId, format: 'jsonld' } });
  const { url } = (await browser.ask('offerToWallet', { params: { certificateId } })).body;
  return { ...lived, browser, offerToken: /[\w-]{43}/.exec(url)?.[0] ?? '' };
}

/** A browser that asked for a code, to learn or to work, and has not entered it yet. */
export async function waitForCode(service: Service, email: string, way: 'startSignIn' | 'startStaffSignIn') {
  const browser = createBrowser(service);
  await browser.ask(way, { body: { email } });
  return { browser, code: codeFor(service, email) };
}
