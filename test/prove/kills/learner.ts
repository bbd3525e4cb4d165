import { setTimeout as pause } from 'node:timers/promises';
import { sessionCookie } from '../../../functions/middleware/cookies.ts';
import type { Answers } from '../../../shared/domain/assessment.ts';
import type { Random } from '../../simulation/random.ts';
import { type Answer, Client } from './client.ts';
import type { Gate } from './gate.ts';
import type { Acknowledged, Journal, Kind } from './journal.ts';
import type { MailService } from './mail-service.ts';
import { placesOf } from './places.ts';
import type { Pledged, Pledges } from './pledges.ts';

/** An activity that learners take, with what its assessment asks. */
export interface Offered {
  readonly activityId: string;
  readonly assessmentId: string;
  readonly right: Answers;
  readonly evaluation: Readonly<Record<string, readonly string[] | string>>;
  readonly creditType: string;
  /** Hundredths. */
  readonly maximum: number;
  readonly step: number;
}

export interface Load {
  readonly site: string;
  readonly mail: MailService;
  readonly journal: Journal;
  readonly pledges: Pledges;
  readonly gate: Gate;
  readonly random: Random;
  readonly offered: readonly Offered[];
  readonly isOver: () => boolean;
}

const purpose = 'research-use-of-answers';
const wording = 1;
/** How often an answer is thought over before a submission: by who is quick, and by who is not. */
const thoughts = { few: 3, many: 16 };
/** How many attempts are made by who is quick. */
const QUICK = 0.65;
/** How often something else comes to mind between two answers. */
const DIGRESSES = 0.04;

/** Thrown when a learner gives up for good, which is told by itself. */
class GivesUp extends Error {}

/** One learner, from sign-in through every activity that is offered, pressing on through whatever happens. */
export async function live(email: string, load: Load): Promise<void> {
  const { journal, pledges, random, offered, isOver, mail } = load;
  const client = new Client(load.site, random.fork(), load);
  const kept: Acknowledged = {
    ...{ email, profile: undefined, consents: [] },
    ...{ attempts: new Map(), results: new Map(), evaluations: new Set(), claims: new Map(), certificates: new Map() },
  };

  let places = placesOf(email, '');
  /** Notes what an answer says is there. */
  const told = (pledged: Pledged): void => pledges.sending(pledged)();

  /** Counts what was acknowledged; anything but an acknowledgement is told, since nothing here is asked for in vain. */
  async function write(
    kind: Kind,
    [method, path, body]: readonly ['POST' | 'PUT', string, unknown],
    pledged?: Pledged,
    hear: (answer: Answer['body']) => void = () => {},
  ): Promise<Answer> {
    const acknowledge = pledged && pledges.sending(pledged);
    const answer = await client.write(method, path, body);
    if (answer.status < 300) {
      journal.count(`acknowledged: ${kind}`);
      acknowledge?.();
      hear(answer.body);
      return answer;
    }
    journal.failures.push(`${email}: ${method} ${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
    throw new GivesUp();
  }

  async function signIn(): Promise<void> {
    // Five codes are mailed to an address in a quarter of an hour, and a sign-in that a kill cut short spends one.
    for (let tries = 0; tries < 4; tries++) {
      const asked = await client.write('POST', '/api/sign-in', { email });
      if (asked.status >= 300) break;
      const code = mail.codeFor(email);
      if (!code) continue;
      const entered = await client.write('POST', '/api/sign-in/code', { code });
      if (entered.status !== 200) continue;
      journal.count('acknowledged: sign-ins');
      places = placesOf(email, String(entered.body.learnerId));
      return told(places.session(client.cookie(sessionCookie) ?? ''));
    }
    journal.count('learners whose sign-in was cut short too often');
    throw new GivesUp();
  }

  async function changeProfile(): Promise<void> {
    const profile = {
      ...{ givenName: random.pick(['Ngozi', 'Amélie', 'Łukasz']), familyName: 'Nguyễn' },
      ...{ profession: 'physician', credentials: random.pick(['MD', 'DO', 'MD, PhD']) },
    };
    await write('profiles', ['PUT', '/api/me', profile], places.profile(profile));
    kept.profile = profile;
  }

  async function decide(): Promise<void> {
    const given = kept.consents.at(-1) !== true;
    const pledged = places.decision(purpose, kept.consents.length + 1, given);
    await write('consents', ['PUT', `/api/privacy/consents/${purpose}`, { given, wording }], pledged);
    kept.consents.push(given);
  }

  async function attempt(activity: Offered, stays: boolean): Promise<void> {
    const path = `/api/activities/${activity.activityId}/attempts`;
    const { body } = await write('attempts', ['POST', path, { assessmentId: activity.assessmentId }]);
    const attemptId = String(body.attemptId);
    const questions = (body.questions ?? []) as unknown as readonly Shown[];
    const one = kept.attempts.get(attemptId) ?? {
      ...{ activityId: activity.activityId, saved: {}, submitted: undefined },
    };
    if (!kept.attempts.has(attemptId)) told(places.begun(attemptId));
    kept.attempts.set(attemptId, one);
    // They think each answer over again and again, so that there is something to lose at every moment.
    for (let times = random.between(1, random.chance(QUICK) ? thoughts.few : thoughts.many); times > 0; times--)
      for (const { questionId, options } of questions) {
        if (isOver()) return;
        const saved = { ...one.saved, [questionId]: [random.pick(options).optionId] };
        const pledged = places.saved(attemptId, saved);
        await write('saved answers', ['PUT', `/api/attempts/${attemptId}/answers`, { answers: saved }], pledged);
        one.saved = saved;
        if (random.chance(DIGRESSES)) await decide();
        if (random.chance(DIGRESSES)) await changeProfile();
      }
    if (stays) return;
    // Three attempts are allowed: who failed once takes care.
    const failed = [...kept.attempts].some(
      ([id, { activityId }]) => activityId === activity.activityId && kept.results.get(id) === 'failed',
    );
    const answers = failed || random.chance(0.85) ? activity.right : wrongOf(activity, questions);
    const submission = ['POST', `/api/attempts/${attemptId}/submission`, { answers }] as const;
    await write('submissions', submission, places.submitted(attemptId, answers), ({ status }) => {
      one.submitted = answers;
      if (status !== 'passed' && status !== 'failed') return;
      kept.results.set(attemptId, status);
      told(places.graded(attemptId, status));
    });
  }

  async function goOn(activity: Offered, stays: boolean): Promise<'again' | 'done'> {
    const { activityId } = activity;
    const at = `/api/activities/${activityId}`;
    const { status, body } = await client.read(at);
    const participation = body.participation as unknown as { readonly stage: string; readonly certificateId?: string };
    if (status !== 200 || !participation) {
      journal.failures.push(`${email} was signed in, and is not any more`);
      throw new GivesUp();
    }
    switch (participation.stage) {
      case 'open':
      case 'failed':
      case 'attempting':
        await attempt(activity, stays);
        return stays ? 'done' : 'again';
      case 'passed': {
        const evaluation = ['POST', `${at}/evaluation`, { answers: activity.evaluation }] as const;
        await write('evaluations', evaluation, places.evaluated(activityId));
        kept.evaluations.add(activityId);
        return 'again';
      }
      case 'evaluated': {
        const amount = activity.step * random.between(1, activity.maximum / activity.step + 1);
        const claims = [{ creditType: activity.creditType, amount }];
        const pledged = places.claimed(activityId, amount);
        await write('claims', ['POST', `${at}/claims`, { claims }], pledged, ({ certificateId }) => {
          kept.claims.set(activityId, amount);
          if (!certificateId) return;
          kept.certificates.set(activityId, String(certificateId));
          told(places.awarded(activityId, String(certificateId)));
        });
        return 'done';
      }
      case 'grading':
        return 'again';
      default:
        return 'done';
    }
  }

  try {
    await signIn();
    journal.learners.push(kept);
    await changeProfile();
    const open = offered.map((activity) => ({ activity, stays: random.chance(0.15) }));
    while (open.length > 0 && !isOver()) {
      if (random.chance(0.1)) await changeProfile();
      if (random.chance(0.3)) await decide();
      const at = random.below(Math.min(3, open.length));
      const next = open[at];
      if (next && (await goOn(next.activity, next.stays)) === 'done') open.splice(at, 1);
      else await pause(5);
    }
  } catch (error) {
    if (!(error instanceof GivesUp)) journal.failures.push(`${email}: ${String(error)}`);
  } finally {
    client.end();
  }
}

interface Shown {
  readonly questionId: string;
  readonly options: readonly [{ readonly optionId: string }, ...{ readonly optionId: string }[]];
}

/** For each question one option that alone is not what is right. */
const wrongOf = ({ right }: Offered, questions: readonly Shown[]): Answers =>
  Object.fromEntries(
    questions.map(({ questionId, options }) => [
      questionId,
      [options.find(({ optionId }) => !right[questionId]?.includes(optionId))?.optionId ?? options[0].optionId],
    ]),
  );
