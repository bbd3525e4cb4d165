import { erasures } from '../../../functions/records/erasures.ts';
import { DAY, HOUR, type Instant, later, MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import type { Row, Table } from '../../../shared/ports.ts';
import { entities } from '../../../shared/table.ts';
import { dataOf } from '../contents.ts';
import type { Functions } from '../functions.ts';
import { came, drawMoment, type Moment } from '../moment.ts';
import { emailOf, type Opening, startMs } from '../opening.ts';
import { instantOf, simulatedClock } from '../ports/simulated-system.ts';
import type { Random } from '../random.ts';
import type { AskedErasure, Witness } from '../witness.ts';
import type { World } from '../world.ts';
import { type Browser, createBrowser } from './browser.ts';
import { insist } from './insist.ts';
import type { StaffPlan } from './staff.ts';

/** That the account of a learner, by their number, is to be erased. */
interface PlannedErasure {
  readonly learner: number;
  /** It is asked for at a moment, by its learner or by staff for them; or it was a week before, and is due so soon after the start. */
  readonly asked: (Moment & { readonly by: 'learner' | 'staff' }) | { readonly dueAfterMs: number };
  /** The learner thinks better of it: so long after it was asked for, or after erasures are looked for. */
  readonly kept?: { readonly after: 'asked' | 'erasing'; readonly ms: number };
}

/** What learners decide about what is theirs, beside their way through an activity. */
export interface OwnPlan {
  readonly erasure?: PlannedErasure;
  /** The holder of the first certificate turns its verification page off and on, each so long after the one before. */
  readonly page?: readonly { readonly on: boolean; readonly afterMs: number }[];
}

const GRACE_MS = 7 * DAY;

function drawErasure(random: Random, learners: number): PlannedErasure {
  const learner = random.below(learners);
  const atLast = { after: 'erasing', ms: random.fraction() * random.pick([SECOND / 20, SECOND / 2]) } as const;
  // A week is longer than most journeys: that one meets their midst, it was asked for before they began.
  if (random.chance(0.5)) {
    const dueAfterMs = random.fraction() * random.pick([10 * SECOND, MINUTE, HOUR]);
    return { learner, asked: { dueAfterMs }, ...(random.chance(0.4) && { kept: atLast }) };
  }
  const soon = { after: 'asked', ms: random.fraction() * random.pick([SECOND, MINUTE, GRACE_MS]) } as const;
  return {
    learner,
    asked: { ...drawMoment(random, ['start', 'claim', 'certificate']), by: random.chance(0.7) ? 'learner' : 'staff' },
    ...(random.chance(0.4) && { kept: random.pick([soon, atLast]) }),
  };
}

/** Draws what learners decide; in most schedules nothing. @param staff what they do: who changes a certificate may meet its holder */
export function drawOwn(random: Random, learners: number, { changes, merge }: StaffPlan): OwnPlan {
  const pause = (): number => random.fraction() * random.pick([SECOND / 20, SECOND, MINUTE, 2 * DAY]);
  const first = random.chance(0.2);
  return {
    ...(!merge && random.chance(0.03) && { erasure: drawErasure(random, learners) }),
    ...(random.chance(changes ? 0.15 : 0.025) && {
      page: Array.from({ length: random.pick([1, 2, 3]) }, (_, turn) => ({
        on: (turn % 2 === 1) !== first,
        afterMs: pause(),
      })),
    }),
  };
}

/** That two accounts are merged, and that the erasure of one is asked for as it is decided. */
export function drawMeeting(random: Random): {
  readonly merge: NonNullable<StaffPlan['merge']>;
  readonly erasure: PlannedErasure;
} {
  const [goes, learner] = [random.pick([0, 1] as const), random.below(2)];
  const soon = random.fraction() * random.pick([SECOND / 50, SECOND / 10, SECOND]);
  return {
    merge: { after: 'start', ms: random.fraction() * 20 * SECOND, goes },
    erasure: { learner, asked: { after: 'merging', ms: soon, by: random.chance(0.7) ? 'learner' : 'staff' } },
  };
}

const dueAtOf = (dueAfterMs: number): Instant => instantOf(startMs + dueAfterMs);

/** The rows by which an erasure was asked for before the schedule begins; its mail went out then. */
export function askedBefore({ erasure }: OwnPlan, { accounts }: Opening): readonly Row[] {
  const learnerId = erasure && accounts[erasure.learner];
  if (!learnerId || !('dueAfterMs' in erasure.asked)) return [];
  const dueAt = dueAtOf(erasure.asked.dueAfterMs);
  const askedAt = later(dueAt, -GRACE_MS);
  const { put } = erasures({ table: {} as Table, clock: simulatedClock(() => startMs) });
  const write = put({ learnerId, status: 'asked', by: 'learner', askedAt, dueAt, messageKey: 'erasure-before' });
  return write.kind === 'put' ? [write.row] : [];
}

/** Asked for too often, or under way: so often somebody tries. */
const patience = 6;

/** Learners who decide about their accounts and certificates, each thing until it is answered. */
export function createOwn(world: World, witness: Witness, functions: Functions, opening: Opening) {
  const { clockwork, random } = world;
  let busy = 0;
  async function doing(act: () => Promise<unknown>): Promise<void> {
    busy++;
    await act();
    busy--;
  }
  const did = (deed: string): void => {
    witness.own[deed] = (witness.own[deed] ?? 0) + 1;
  };
  const say = (breach: string): void => void witness.contradictions.push(breach);

  /** The same in one tab or, now and then, in two at once. */
  const inTabs = <Answer>(act: () => Promise<Answer>): Promise<readonly Answer[]> =>
    Promise.all(Array.from({ length: random.chance(0.3) ? 2 : 1 }, act));

  async function askAsLearner(browser: Browser): Promise<AskedErasure | undefined> {
    for (let tries = 0; tries < patience; tries++) {
      // Keys of their other browser are other ones.
      const sent = { body: { confirmation: 'ERASE' }, idempotencyKey: `own-${browser.newKey()}` };
      const before = browser.account();
      const answers = await inTabs(() => browser.ask('askErasure', sent));
      const account = browser.account();
      // Whoever signed in anew meanwhile may have asked for another account than the one that they are in now.
      const kept = account === before ? 'no' : 'perhaps';
      if (account !== undefined && answers.some((answer) => answer?.status === 200)) return { account, kept };
      // They signed in too long ago, or into an account that was merged since.
      await browser.ask('signOut', {});
      await browser.ask('getMe', {});
    }
    return undefined;
  }

  async function askAsStaff(learner: number): Promise<AskedErasure | undefined> {
    const event = { learner: emailOf(learner), reason: 'Asked by letter', by: 'Asha' };
    const answer = (await insist(world, witness, functions, 'eraseLearner', event)) as
      | { readonly outcome: string; readonly learnerId?: string }
      | undefined;
    return answer?.learnerId === undefined ? undefined : { account: answer.learnerId, kept: 'no' };
  }

  async function keep(asked: AskedErasure, browser: Browser): Promise<void> {
    // Whether it is taken back, nobody knows until it is said.
    asked.kept = 'perhaps';
    const answers = await inTabs(() => browser.ask('withdrawErasure', {}));
    // One tab may have been signed in before the account was closed, and the other after.
    if (answers.some((answer) => answer?.status === 409)) asked.kept = 'no';
    else if (browser.account() === asked.account && answers.every((answer) => answer?.body.status === 'none')) {
      asked.kept = 'yes';
      did('an account kept after all');
    }
  }

  async function erase({ learner, asked: asking, kept }: PlannedErasure): Promise<void> {
    const browser = createBrowser(world, emailOf(learner), {
      account: opening.accounts[learner],
      // Who asks must have signed in just now; who keeps the account need not.
      ...('dueAfterMs' in asking && { cookies: opening.sessions.get(emailOf(learner)) }),
      say,
    });
    let asked: AskedErasure | undefined;
    if ('dueAfterMs' in asking) asked = { account: opening.accounts[learner] ?? '', kept: 'no' };
    else {
      if (asking.by === 'learner') await browser.ask('getMe', {});
      await came(world, asking);
      await clockwork.sleep(asking.ms);
      busy++;
      asked = asking.by === 'learner' ? await askAsLearner(browser) : await askAsStaff(learner);
      busy--;
    }
    if (!asked) return;
    did('an erasure asked for');
    witness.erasures.push(asked);
    const told = asked;
    if (!kept) return;
    if (kept.after === 'erasing') await world.firstErasing;
    await doing(async () => {
      await clockwork.sleep(kept.ms);
      await keep(told, browser);
    });
  }

  /** Whether anybody is shown the page of a certificate; nothing where no answer comes. */
  async function isShown(browser: Browser, certificateId: string): Promise<boolean | undefined> {
    const answer = await browser.ask('verifyCertificate', { params: { certificateId } });
    return answer && answer.status === 200;
  }
  async function lookAt(browser: Browser, certificateId: string, on: boolean): Promise<void> {
    const shown = await isShown(browser, certificateId);
    if (shown !== undefined && shown !== on)
      say(`The page of ${certificateId} was turned ${on ? 'on' : 'off'}, and it is ${shown ? '' : 'not '}shown`);
  }

  async function turn(page: NonNullable<OwnPlan['page']>): Promise<void> {
    const certificateId = await world.firstCertificate;
    const snapshot = await world.table.get(entities.snapshot.keyOf({ certificateId, version: 1 }));
    const holder = opening.accounts.indexOf(dataOf<{ readonly learnerId: string }>(snapshot?.data).learnerId);
    if (holder < 0) return;
    await doing(async () => {
      const email = emailOf(holder);
      const browser = createBrowser(world, email, { cookies: opening.sessions.get(email), say });
      for (const { on, afterMs } of page) {
        await clockwork.sleep(afterMs);
        const sent = { params: { certificateId }, body: { on } };
        const answers = await inTabs(() => browser.ask('setVerificationPage', sent));
        witness.pages.delete(certificateId);
        // Some tab was not answered, or the account is gone: how the page stands nobody was told.
        if (answers.some((answer) => answer?.status !== 200)) return;
        witness.pages.set(certificateId, on);
        did(`a verification page turned ${on ? 'on' : 'off'}`);
        await lookAt(browser, certificateId, on);
      }
    });
  }

  return {
    /** Whether somebody is about to do something. */
    isBusy: () => busy > 0,
    begin({ erasure, page }: OwnPlan): void {
      if (erasure) void erase(erasure);
      if (page) void turn(page);
    },
    /** Looks at the pages of every version of certificates whose holders turned them off or on, as anybody may. */
    async lookAgain(): Promise<void> {
      const browser = createBrowser(world, 'anybody@example.org');
      const snapshots = world.table.rows().flatMap(({ kind, data }) => {
        const held = dataOf<{
          readonly learnerId: string;
          readonly activityId: string;
          readonly certificateId: string;
        }>(data);
        return kind === 'snapshot' ? [held] : [];
      });
      for (const [certificateId, on] of witness.pages) {
        const of = snapshots.find((snapshot) => snapshot.certificateId === certificateId);
        for (const version of snapshots)
          if (version.learnerId === of?.learnerId && version.activityId === of.activityId)
            await lookAt(browser, version.certificateId, on);
      }
    },
  };
}
