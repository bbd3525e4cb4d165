import { setTimeout as pause } from 'node:timers/promises';
import type { Answers } from '../../../shared/domain/assessment.ts';
import type { Random } from '../../simulation/random.ts';
import { type Answer, Client } from './client.ts';
import type { Acknowledged, Journal, Kind } from './journal.ts';
import type { MailService } from './mail-service.ts';

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
  readonly random: Random;
  readonly offered: readonly Offered[];
  readonly isOver: () => boolean;
}

const wording = 1;
/** How often an answer is thought over before a submission. */
const MOST_THOUGHTS = 10;

/** Thrown when a learner gives up for good, which is told by itself. */
class GivesUp extends Error {}

/** One learner, from sign-in through every activity that is offered, pressing on through whatever happens. */
export async function live(email: string, load: Load): Promise<void> {
  const { journal, random, offered, isOver, mail } = load;
  const client = new Client(load.site, random.fork(), journal);
  const kept: Acknowledged = {
    ...{ email, profile: undefined, consents: [] },
    ...{ attempts: new Map(), results: new Map(), evaluations: new Set(), claims: new Map(), certificates: new Map() },
  };

  /** Counts what was acknowledged; anything but an acknowledgement is told, since nothing here is asked for in vain. */
  async function write(
    kind: Kind,
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    hear: (answer: Answer['body']) => void = () => {},
  ): Promise<Answer> {
    const answer = await client.write(method, path, body);
    if (answer.status < 300) {
      journal.count(`acknowledged: ${kind}`);
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
      if (entered.status === 200) return journal.count('acknowledged: sign-ins');
    }
    journal.count('learners whose sign-in was cut short too often');
    throw new GivesUp();
  }

  async function changeProfile(): Promise<void> {
    const profile = {
      ...{ givenName: random.pick(['Ngozi', 'Amélie', 'Łukasz']), familyName: 'Nguyễn' },
      ...{ profession: 'physician', credentials: random.pick(['MD', 'DO', 'MD, PhD']) },
    };
    await write('profiles', 'PUT', '/api/me', profile);
    kept.profile = profile;
  }

  async function decide(): Promise<void> {
    const given = kept.consents.at(-1) !== true;
    await write('consents', 'PUT', '/api/privacy/consents/research-use-of-answers', { given, wording });
    kept.consents.push(given);
  }

  async function attempt(activity: Offered, stays: boolean): Promise<void> {
    const path = `/api/activities/${activity.activityId}/attempts`;
    const { body } = await write('attempts', 'POST', path, { assessmentId: activity.assessmentId });
    const attemptId = String(body.attemptId);
    const questions = (body.questions ?? []) as unknown as readonly Shown[];
    const one = kept.attempts.get(attemptId) ?? {
      ...{ activityId: activity.activityId, saved: {}, submitted: undefined },
    };
    kept.attempts.set(attemptId, one);
    // They think each answer over again and again, so that there is something to lose at every moment.
    for (let times = random.between(1, MOST_THOUGHTS); times > 0; times--)
      for (const { questionId, options } of questions) {
        if (isOver()) return;
        const saved = { ...one.saved, [questionId]: [random.pick(options).optionId] };
        await write('saved answers', 'PUT', `/api/attempts/${attemptId}/answers`, { answers: saved });
        one.saved = saved;
      }
    if (stays) return;
    // Three attempts are allowed: who failed once takes care.
    const failed = [...kept.attempts].some(
      ([id, { activityId }]) => activityId === activity.activityId && kept.results.get(id) === 'failed',
    );
    const answers = failed || random.chance(0.85) ? activity.right : wrongOf(activity, questions);
    await write('submissions', 'POST', `/api/attempts/${attemptId}/submission`, { answers }, ({ status }) => {
      one.submitted = answers;
      if (status === 'passed' || status === 'failed') kept.results.set(attemptId, status);
    });
  }

  async function goOn(activity: Offered, stays: boolean): Promise<'again' | 'done'> {
    const at = `/api/activities/${activity.activityId}`;
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
      case 'passed':
        await write('evaluations', 'POST', `${at}/evaluation`, { answers: activity.evaluation });
        kept.evaluations.add(activity.activityId);
        return 'again';
      case 'evaluated': {
        const amount = activity.step * random.between(1, activity.maximum / activity.step + 1);
        const claims = [{ creditType: activity.creditType, amount }];
        await write('claims', 'POST', `${at}/claims`, { claims }, ({ certificateId }) => {
          kept.claims.set(activity.activityId, amount);
          if (certificateId) kept.certificates.set(activity.activityId, String(certificateId));
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
