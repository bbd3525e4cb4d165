import { setTimeout as pause } from 'node:timers/promises';
import type { MailService } from '../../prove/kills/mail-service.ts';
import type { TheActivity } from '../../prove/the-activity.ts';
import { type Answered, createVisitor } from './visitor.ts';

/** What a journey took, in milliseconds, and how many requests of it went to the system. */
export interface Journey {
  readonly requests: number;
  readonly submitToGraded: number;
  /** To the link of the certificate's file. */
  readonly claimToCertificate: number;
  readonly whole: number;
}

/** Whoever is told that something is still being worked on looks again so soon. */
const soon = (): Promise<boolean> => pause(300, true);

/** @throws Error when an answer is not what a learner can go on from */
function wanted(answer: Answered, status: number, what: string): Record<string, unknown> {
  if (answer.status !== status) throw new Error(`${what} answered ${answer.status} ${answer.text.slice(0, 300)}`);
  return answer.text.startsWith('{') ? JSON.parse(answer.text) : {};
}

/**
 * A new learner from the first address typed to the certificate's file: the requests that the screens make. The mailed code is
 * taken from the mail service.
 */
export async function journeyOf(
  number: number,
  { site, mail, activity }: { readonly site: string; readonly mail: MailService; readonly activity: TheActivity },
): Promise<Journey> {
  const email = `learner-${number}@example.org`;
  const visitor = createVisitor(
    site,
    `127.0.${1 + Math.floor(number / 200 / 250)}.${1 + (Math.floor(number / 200) % 250)}`,
  );
  const { ask } = visitor;
  const { activityId, assessmentId, answers, evaluated } = activity;
  const at = `/api/activities/${activityId}`;
  const began = performance.now();
  try {
    wanted(await ask('POST', '/api/sign-in', { email }), 202, 'Asking for a code');
    wanted(await ask('POST', '/api/sign-in/code', { code: mail.codeFor(email) }), 200, 'The code');
    const profile = { givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician', credentials: 'MD' };
    wanted(await ask('PUT', '/api/me', profile), 200, 'The profile');
    wanted(await ask('GET', at), 200, 'The activity');
    const { attemptId } = wanted(await ask('POST', `${at}/attempts`, { assessmentId }), 201, 'Starting');
    const submitted = performance.now();
    let graded = await ask('POST', `/api/attempts/${attemptId}/submission`, { answers: answers.right });
    while (graded.status === 202 && (await soon())) graded = await ask('GET', `/api/attempts/${attemptId}`);
    wanted(graded, 200, 'The submission');
    const submitToGraded = performance.now() - submitted;
    wanted(await ask('GET', `${at}/evaluation`), 200, 'The evaluation');
    wanted(await ask('POST', `${at}/evaluation`, { answers: evaluated }), 200, 'Completing the evaluation');
    const claimed = performance.now();
    const claim = await ask('POST', `${at}/claims`, { claims: [activity.credit] });
    const { certificateId } = wanted(claim, claim.status === 202 ? 202 : 200, 'The claim');
    let download = await ask('GET', `/api/certificates/${certificateId}/pdf`);
    while (download.status === 409 && (await soon()))
      download = await ask('GET', `/api/certificates/${certificateId}/pdf`);
    wanted(download, 303, 'The certificate');
    const claimToCertificate = performance.now() - claimed;
    const requests = visitor.requests();
    const file = await ask('GET', download.location ?? '');
    if (file.status !== 200 || !file.text.startsWith('%PDF-')) throw new Error('The store gave no certificate');
    return { requests, submitToGraded, claimToCertificate, whole: performance.now() - began };
  } finally {
    visitor.leave();
  }
}
