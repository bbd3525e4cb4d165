import * as z from 'zod/mini';
import type { Routes } from '../../../shared/api/routes.ts';
import type { Answers } from '../../../shared/domain/assessment.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import type { Profession } from '../../../shared/domain/learner.ts';
import { type Claim, type Stage, stages } from '../../../shared/domain/participation.ts';
import type { Sent } from '../api-event.ts';
import type { Random } from '../random.ts';
import { awaitResult } from '../result-waits.ts';
import { drawAnswers, otherActivity, sampleActivity } from '../sample-activity.ts';
import { whyLocked } from '../why-locked.ts';
import { hearReply, noteEnding, type Witness } from '../witness.ts';
import type { World } from '../world.ts';
import type { Browser } from './browser.ts';

/** How a learner goes about it. */
export interface Plan {
  readonly givenName: string;
  readonly profession: Extract<Profession, 'physician' | 'nurse'>;
  /** Whether the learner signs in anew, or comes with the session of a former day. */
  readonly signsIn: boolean;
  /** The chance that an action is done in two to four tabs at once, or clicked twice. */
  readonly hurry: number;
  /** The chance of answers that pass. */
  readonly skill: number;
  /** Whether a name that cannot be printed is mended once the learner is told so; then they wait for staff. */
  readonly mendsName?: boolean;
  /** How many attempts are failed whatever the skill; none where it is not said. */
  readonly fails?: number;
  /** How long the learner stays away before an action, and how likely that is. */
  readonly awayMs: number;
  readonly away: number;
  readonly activityIds: readonly string[];
  /** How many actions until the learner closes the browser for good; the last visit has no end. */
  readonly actions: number;
}

/** A name that no font here prints: its certificate is parked. */
export const unprintableName = 'Zoë \u{1F98A}';

export function drawPlan(random: Random): Plan {
  return {
    givenName: random.chance(0.08) ? unprintableName : 'Amélie',
    profession: random.pick(['physician', 'nurse']),
    signsIn: random.chance(0.15),
    hurry: random.pick([0, 0, 0, 0, 0.3, 0.6]),
    skill: random.pick([0.6, 1, 1, 1]),
    awayMs: random.pick([3 * SECOND, 2 * MINUTE, 2 * HOUR, 3 * DAY, 370 * DAY]),
    away: random.pick([0, 0, 0.1, 0.3]),
    activityIds: random.chance(0.1)
      ? [sampleActivity.activityId, otherActivity.activityId]
      : [sampleActivity.activityId],
    actions: random.chance(0.3) ? random.below(12) : 60,
  };
}

const view = z.object({
  title: z.string(),
  // Absent for whoever is not signed in any more.
  participation: z.optional(
    z.object({
      stage: z.enum(stages),
      tasks: z.array(
        z.object({ task: z.string(), status: z.string(), reasons: z.array(z.object({ code: z.string() })) }),
      ),
      attemptId: z.optional(z.string()),
      assessmentId: z.optional(z.string()),
      certificateId: z.optional(z.string()),
    }),
  ),
});
type Participation = NonNullable<z.infer<typeof view>['participation']>;
interface Standing {
  readonly title: string;
  readonly participation: Participation;
}

const waiting: ReadonlySet<Stage> = new Set(['grading', 'claimed', 'awarded', 'issued']);
/** How long a learner waits before looking again, who has looked so often: longer each time, an hour at most. */
const pauseAfter = (looks: number): number => Math.min(HOUR, 4 ** looks * SECOND);
/** Some days of it. */
const mostLooks = 100;
/** A reason that is still not so when they have looked so often, a minute apart, was not overtaken: it is wrong. */
const mostDoubts = 5;

/** A visit of a learner to an activity. */
export interface Visit {
  readonly world: World;
  readonly witness: Witness;
  readonly browser: Browser;
  readonly plan: Plan;
  readonly activityId: string;
  readonly random: Random;
}

/** Does what the task list says comes next, until nothing does. */
export async function visit({ world, witness, browser, plan, activityId, random }: Visit): Promise<void> {
  const { clockwork } = world;
  const params = { activityId };
  const note = (ending: string): void => noteEnding(witness, browser.email, activityId, ending);

  /** Sends a request from one or several tabs at once, each click with its own key or none. */
  async function act(
    route: keyof Routes,
    draw: () => Sent,
    hear: (sent: Sent, status: number, body: Readonly<Record<string, unknown>>) => void,
  ): Promise<void> {
    const tabs = random.chance(plan.hurry) ? random.pick([2, 2, 3, 4]) : 1;
    const first = draw();
    const clicks = Array.from({ length: tabs }, (_, tab) => {
      const sent = tab === 0 || random.chance(0.5) ? first : draw();
      const key = browser.newKey();
      return random.chance(0.3)
        ? [sent]
        : random.chance(0.2)
          ? [
              { ...sent, idempotencyKey: key },
              { ...sent, idempotencyKey: key },
            ]
          : [{ ...sent, idempotencyKey: key }];
    }).flat();
    await Promise.all(
      clicks.map(async (sent) => {
        await clockwork.sleep(random.fraction() * 30);
        const answer = await browser.ask(route, sent);
        if (!answer) return;
        // Their account was merged into one that knew nobody's name yet.
        if (answer.body.type === '/problems/profile-required') witness.profiles.delete(browser.email);
        if (sent.idempotencyKey)
          hearReply(witness, `${browser.email} ${browser.account()} ${sent.idempotencyKey}`, answer);
        if (answer.status >= 200 && answer.status < 300) hear(sent, answer.status, answer.body);
      }),
    );
  }

  /** Where the learner stands by what the last answer said. */
  let told: Partial<Participation> | undefined;

  const isGraded = ({ status }: Readonly<Record<string, unknown>>): boolean =>
    status === 'passed' || status === 'failed';
  const hearResult = (shown: Readonly<Record<string, unknown>>): void => {
    const { attemptId, status, score } = shown;
    if (isGraded(shown)) witness.results.push({ attemptId: String(attemptId), status, score });
  };

  async function startAttempt(): Promise<void> {
    const assessmentIds = sampleActivity.assessments.map(({ assessmentId }) => assessmentId);
    await act(
      'startAttempt',
      () => ({ params, body: { assessmentId: random.pick(assessmentIds) } }),
      ({ body }, _, { attemptId }) => {
        witness.begun.push({ email: browser.email, attemptId: String(attemptId) });
        told = { stage: 'attempting', attemptId: String(attemptId), ...(body as { readonly assessmentId: string }) };
      },
    );
  }

  async function submit({ attemptId = '', assessmentId }: Participation, title: string): Promise<void> {
    const at = { attemptId };
    const shown = random.chance(0.5) ? undefined : await browser.ask('getAttempt', { params: at });
    if (shown && shown.body.status !== 'in-progress') return;
    const begun = [...new Set(witness.begun.map((one) => one.attemptId))];
    const isFailed = begun.slice(0, plan.fails ?? 0).includes(attemptId);
    const draw = (): { params: typeof at; body: { answers: Answers } } => ({
      params: at,
      body: { answers: drawAnswers(random, title, !isFailed && random.chance(plan.skill)) },
    });
    if (random.chance(0.3)) {
      const saved = act('saveAnswers', draw, () => {});
      // A page saves by itself, and who presses submit at that moment does not wait for it.
      if (random.chance(0.7)) await saved;
    }
    const grading = awaitResult(world, attemptId);
    const account = browser.account();
    await act('submitAttempt', draw, ({ body }, _, result) => {
      grading.acknowledged(isGraded(result));
      const { answers } = z.object({ answers: z.record(z.string(), z.array(z.string())) }).parse(body);
      witness.submissions.push({ attemptId, answers, timed: assessmentId === 'attendance' });
      hearResult(result);
      if (result.status === 'passed') told = { stage: 'passed' };
    });
    // Who does not leave looks as the page does.
    if (random.chance(0.3)) return;
    let isGone = false;
    const wait = await grading.lookedFor(async () => {
      const seen = await browser.ask('getAttempt', { params: at });
      // Their account was erased meanwhile, and they are in another.
      isGone = seen?.status === 404 && browser.account() !== account;
      if (seen?.status === 200) hearResult(seen.body);
      return isGone || (seen?.status === 200 && isGraded(seen.body));
    });
    if (wait && !isGone) witness.waits.push(wait);
  }

  /** Completes the profile, where it is not; says whether it is. */
  async function introduce(): Promise<boolean> {
    if (witness.profiles.has(browser.email)) return true;
    const isIntroduced = await say(plan.givenName);
    if (isIntroduced) witness.profiles.add(browser.email);
    return isIntroduced;
  }

  /** Says who the learner is; whether that was heard. */
  async function say(givenName: string): Promise<boolean> {
    const { profession } = plan;
    const me = await browser.ask('putMe', {
      body: { givenName, familyName: 'Nguyễn', profession, credentials: 'MD' },
    });
    if (me?.status === 200) witness.introduced.set(browser.email, givenName);
    return me?.status === 200;
  }

  /** Says a name that can be printed, where the learner does so, once. */
  async function mendName(): Promise<boolean> {
    if (!plan.mendsName) return false;
    const { emails, first } = witness.mended;
    if (!emails.has(browser.email) && (await say('Amélie'))) {
      emails.add(browser.email);
      first.resolve();
    }
    return true;
  }

  async function claim({ assessmentId }: Participation): Promise<void> {
    if (!(await introduce())) return;
    const creditType = plan.profession === 'physician' ? 'ama-pra-category-1' : 'ancc-contact-hour';
    const amount = (): number => (plan.profession === 'physician' ? 25 * random.between(1, 5) : random.between(1, 91));
    await act(
      'claimCredit',
      () => {
        const claims = [{ creditType, amount: amount() }];
        if (random.chance(0.3)) claims.push({ creditType: 'ipce', amount: 25 * random.between(1, 4) });
        const wish = { board: 'ABIM', boardId: '123456', birthMonthDay: '03-09', permission: true, wording: 1 };
        const asks = plan.profession === 'physician' && assessmentId === 'post-test' && random.chance(0.5);
        return { params, body: { claims, ...(asks && { moc: [wish] }) } };
      },
      ({ body }, _, { certificateId }) => {
        const { claims, moc = [] } = body as { readonly claims: readonly Claim[]; readonly moc?: readonly object[] };
        witness.claims.push({ email: browser.email, activityId, claims, boards: moc.length, certificateId });
      },
    );
  }

  async function look({ certificateId = '' }: Participation): Promise<void> {
    if (random.chance(0.2)) {
      const wallet = await browser.ask('getWallet', {});
      if (wallet?.status === 200) witness.wallets.push({ email: browser.email, certificateId, wallet: wallet.body });
    }
    if (random.chance(0.1)) await browser.ask('getCertificate', { params: { certificateId } });
    // Whoever hears that their mail came back asks for another.
    const { bounce, complaint } = world.weather.climate();
    if (!random.chance(0.05 + plan.hurry / 4 + (bounce + complaint > 0 ? 0.4 : 0))) return;
    await browser.ask('resendMail', { params: { certificateId } });
  }

  let doubts = 0;
  /** Ends the visit, where it is so; what was told may have changed since, and then they look again. */
  async function lockedFor(code: string): Promise<'again' | string> {
    const why = whyLocked(world, browser.email, activityId);
    if (code === why) return `locked: ${code}`;
    if (++doubts === mostDoubts) return `told ${code || 'no reason'}, and it is ${why ?? 'not so'}`;
    await clockwork.sleep(MINUTE);
    return 'again';
  }

  async function next(participation: Participation, title: string): Promise<'again' | string> {
    const { stage, tasks } = participation;
    const task = (name: string) => tasks.find((candidate) => candidate.task === name);
    if (tasks.some(({ reasons }) => reasons.some(({ code }) => code === 'parked')))
      return (await mendName()) ? 'again' : 'parked';
    switch (stage) {
      case 'open':
      case 'failed':
        if (task('post-test')?.status === 'locked')
          return lockedFor(String(task('post-test')?.reasons.map(({ code }) => code)));
        await startAttempt();
        return 'again';
      case 'attempting':
        await submit(participation, title);
        return 'again';
      case 'grading': {
        const shown = await browser.ask('getAttempt', { params: { attemptId: participation.attemptId ?? '' } });
        if (shown?.status === 200) hearResult(shown.body);
        return 'again';
      }
      case 'passed':
        await act(
          'submitEvaluation',
          () => ({
            params,
            body: { answers: { e1: [random.pick(['a', 'b'])], ...(random.chance(0.3) && { e2: 'More.' }) } },
          }),
          () => {
            witness.evaluations.push({ email: browser.email, activityId });
            told = { stage: 'evaluated' };
          },
        );
        return 'again';
      case 'evaluated':
        await claim(participation);
        return 'again';
      case 'claimed':
      case 'awarded':
        return 'again';
      case 'issued':
      case 'notified':
        await look(participation);
        return stage;
    }
  }

  note('on the way');
  if (!(await introduce())) return note('without a profile');
  /** Where the learner stands: by what was just told, mostly, or by looking. Nothing when that is not answered. */
  async function standing(before: Standing | undefined): Promise<Standing | undefined> {
    const news = told;
    told = undefined;
    if (before && news && random.chance(0.9))
      return { title: before.title, participation: { ...before.participation, tasks: [], ...news } };
    const answer = await browser.ask('getActivity', { params });
    if (answer?.status !== 200) {
      await clockwork.sleep(MINUTE);
      return undefined;
    }
    const { participation, title } = view.parse(answer.body);
    if (participation) return { title, participation };
    await browser.ask('getMe', {});
    return undefined;
  }

  let polls = 0;
  let at: Standing | undefined;
  for (let action = 0; action < plan.actions + polls; action++) {
    if (random.chance(plan.away)) await clockwork.sleep(plan.awayMs * (0.5 + random.fraction()));
    at = await standing(at);
    if (!at) continue;
    const { participation, title } = at;
    const ending = await next(participation, title);
    if (ending !== 'again') return note(ending);
    if (waiting.has(participation.stage)) {
      polls++;
      if (polls > mostLooks) return note(`tired of waiting: ${participation.stage}`);
      await clockwork.sleep(pauseAfter(polls));
    }
  }
  note('gone');
}
