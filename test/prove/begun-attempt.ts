import { handler as startAttempt } from '../../functions/api/start-attempt.ts';
import type { Ports } from '../../functions/capabilities.ts';
import { sessionCookie } from '../../functions/middleware/cookies.ts';
import { records } from '../../functions/records/index.ts';
import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { epochMs, later } from '../../shared/domain/kinds.ts';
import type { Profile } from '../../shared/domain/learner.ts';
import { SESSION_LIFETIME_MS } from '../../shared/domain/sign-in.ts';
import { apiEvent } from '../simulation/api-event.ts';

/** Somebody who is signed in and has an attempt before them. */
export interface Begun {
  readonly learnerId: string;
  readonly attemptId: string;
  readonly cookie: string;
}

/**
 * Has learners sign in and begin an attempt, by the service's own records and handler. Only the mailed code is left out, whose
 * hash alone takes as long as all the rest a hundred times.
 */
export function beginningAttempts(
  ports: Ports,
  { activityId, assessmentId }: { readonly activityId: string; readonly assessmentId: string },
): (email: string, profile?: Profile) => Promise<Begun> {
  const { table, clock, ids, digests } = ports;
  const { learners, signIns } = records(ports);
  const start = startAttempt.using(ports);
  return async (email, profile) => {
    const account = await learners.ofAddress(email);
    const { learnerId } = account.value;
    if (profile) await table.write(await learners.put({ ...account.value, profile }, account));
    const [secret, startedAt] = [ids.secret(), clock.now()];
    const session = { learnerId, startedAt, endsAt: later(startedAt, SESSION_LIFETIME_MS) };
    await table.write(signIns.begin(digests.sha256(secret), session));
    const cookie = `${sessionCookie}=${secret}`;
    const sent = { params: { activityId }, body: { assessmentId }, cookies: [cookie] };
    const event = apiEvent(learnerRoutes.startAttempt, 'beginning', epochMs(startedAt), sent);
    const { statusCode, body = '' } = await start(event, { awsRequestId: 'beginning' });
    if (statusCode !== 201) throw new Error(`An attempt was not started: ${statusCode} ${body}`);
    return { learnerId, cookie, attemptId: (JSON.parse(body) as { readonly attemptId: string }).attemptId };
  };
}
