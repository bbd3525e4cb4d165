import { logLine } from '../../../functions/adapters/system.ts';
import { assumed } from '../../../infra/assumed.ts';
import type { Routes } from '../../../shared/api/routes.ts';
import { evaluated, right } from '../../support/activity.ts';
import { createBrowser, type Sent } from '../../support/browser.ts';
import { codeFor, physician } from '../../support/learner.ts';
import type { Service } from '../../support/service.ts';
import type { Meter, Units } from './meter.ts';

const MINUTE = 60_000;

/** The parts of a learner's way that are priced, each with every request that the site makes in it. */
export const parts = [
  'opens the activity and signs in',
  'takes the post-test',
  'completes the evaluation',
  'claims credit',
  'is told by mail',
  'comes back to the certificate, and opens it five times',
] as const;
export type Part = (typeof parts)[number];

/** A browser whose requests are billed as what comes through CloudFront, the firewall and the gateway. */
function billedBrowser(service: Service, meter: Meter) {
  const { ask } = createBrowser(service);
  const transferred = (bytes: number, requests: number): void => {
    meter.add('siteRequests', requests);
    meter.add('firewallRequests', requests);
    meter.add('siteBytes', bytes);
  };
  return {
    /** The site's files. */
    visits: (requests: number, bytes: number) => transferred(bytes, requests),
    async ask<Name extends keyof Routes>(name: Name, sent: Sent = {}) {
      const answer = await ask(name, sent);
      transferred(answer.bytes.length + assumed.headerBytes.value, 1);
      meter.add('apiRequests', 1);
      meter.add('logBytes', assumed.accessLogBytes.value);
      return answer;
    },
    /** Follows a link to a document, which is S3's own. */
    async follows(url: string): Promise<void> {
      const document = await fetch(url);
      if (!document.ok) throw new Error(`The document answers ${document.status}`);
      meter.add('documentGets', 1);
      meter.add('documentBytes', (await document.arrayBuffer()).byteLength + assumed.headerBytes.value);
    },
  };
}

/** A clinician who was never here goes all the way, as the learner's site leads them; each part is billed. */
export async function visitAll(
  service: Service,
  { email, meter }: { readonly email: string; readonly meter: Meter },
): Promise<ReadonlyMap<Part, Units>> {
  const { ask, visits, follows } = billedBrowser(service, meter);
  const params = { activityId: 'hand-hygiene' };
  let attemptId = '';
  let certificateId = '';
  const acts: Readonly<Record<Part, () => Promise<void>>> = {
    'opens the activity and signs in': async () => {
      visits(assumed.firstVisitRequests.value, assumed.firstVisitBytes.value);
      await ask('getMe');
      await ask('getActivity', { params });
      await ask('startSignIn', { body: { email } });
      await ask('enterCode', { body: { code: codeFor(service, email) } });
      await ask('getMe');
      await ask('putMe', { body: physician });
      await ask('getActivity', { params });
    },
    'takes the post-test': async () => {
      ({ attemptId } = (await ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body);
      // Each answer is saved as it is given, with those before it.
      const given = Object.entries(right);
      for (const [index] of given.entries()) {
        const answers = Object.fromEntries(given.slice(0, index + 1));
        await ask('saveAnswers', { params: { attemptId }, body: { answers } });
      }
      await ask('submitAttempt', { params: { attemptId }, body: { answers: right } });
    },
    'completes the evaluation': async () => {
      await ask('getEvaluation', { params });
      await ask('submitEvaluation', { params, body: { answers: evaluated } });
    },
    'claims credit': async () => {
      await ask('getActivity', { params });
      const claims = [{ creditType: 'ama-pra-category-1', amount: 100 }];
      certificateId = (await ask('claimCredit', { params, body: { claims } })).body.certificateId ?? '';
      await ask('getCertificate', { params: { certificateId } });
    },
    // What was sent is billed where it was; SES tells of each mail that it arrived.
    'is told by mail': async () => {
      const mails = service.inbox.delivered.filter(({ to }) => to === email);
      for (const { messageKey } of mails) await service.mailTold({ messageKey, eventType: 'Delivery' });
    },
    // The page that the mail leads to, and the PDF from it: to print, for an employer, for a board.
    'comes back to the certificate, and opens it five times': async () => {
      visits(1, assumed.laterVisitBytes.value);
      await ask('getMe');
      await ask('getCertificate', { params: { certificateId } });
      for (let time = 1; time <= 5; time++) {
        const { headers } = await ask('downloadCertificate', { params: { certificateId } });
        await follows(headers.location ?? '');
      }
    },
  };
  const billed = new Map<Part, Units>();
  for (const part of parts) {
    service.pass(5 * MINUTE);
    const logged = service.logged.length;
    meter.take();
    await acts[part]();
    for (const event of service.logged.slice(logged)) meter.add('logBytes', Buffer.byteLength(logLine(event)) + 26);
    billed.set(part, meter.take());
  }
  return billed;
}
