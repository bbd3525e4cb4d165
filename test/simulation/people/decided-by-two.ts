import { SECOND } from '../../../shared/domain/kinds.ts';
import { came, drawMoment, type Moment } from '../moment.ts';
import { emailOf, type Opening } from '../opening.ts';
import type { Random } from '../random.ts';
import { sampleActivity } from '../sample-activity.ts';
import type { World } from '../world.ts';
import type { Browser } from './browser.ts';

/** What staff decide together in a schedule: asked for at the beginning, it is decided by a second person at a moment. */
export interface DecidedByTwo {
  /** They award the first learner by hand what can be claimed. */
  readonly attest?: Moment;
  /** They find that the first two accounts are one person’s, of which this one goes into the other. */
  readonly merge?: Moment & { readonly goes: 0 | 1 };
}

/** Draws it, so that it meets claims: seldom, but for two learners, who claim at once when a merging is least expected. */
export const drawDecidedByTwo = (random: Random, learners: number): DecidedByTwo => ({
  ...(random.chance(0.05) && { attest: drawMoment(random, ['start', 'claim', 'claim']) }),
  ...(random.chance(learners > 1 ? 0.4 : 0.02) && {
    merge: {
      ...drawMoment(
        random,
        learners > 1 ? ['start', 'second claim', 'second claim', 'second claim'] : ['start', 'certificate'],
      ),
      goes: random.pick([0, 1] as const),
    },
  }),
});

/** What became of a request or a decision. */
export interface Answered {
  readonly outcome: string;
  readonly change?: { readonly changeId: string; readonly replacement?: string };
  readonly reasons?: readonly { readonly code: string }[];
}

const mostAsked = 6;
const mostDecisions = 8;
/** Why something cannot be done yet. */
const passing = new Set(['under-way', 'attempt-in-grading']);
const because = 'The roster said otherwise';
const { activityId, opensOn } = sampleActivity;

/** What staff need to do so. */
interface Needed {
  readonly world: World;
  readonly opening: Opening;
  /** Of who asks. */
  readonly browser: Browser;
  /** Decides as a second person, until that is answered. */
  readonly decide: (changeId: string) => Promise<Answered | undefined>;
  /** Waits for so long, then acts; both is something that is begun. */
  readonly doing: (ms: number, act: () => Promise<unknown>) => Promise<void>;
  readonly did: (deed: string) => void;
}

/** Two of the staff at work. */
export function createTwo({ world, opening, browser, decide, doing, did }: Needed) {
  /**
   * Asks for something that takes a second person, who decides at a moment: again some times, where something is under way that
   * will be done.
   */
  async function haveDone(
    deed: string,
    moment: Moment,
    asking: () => Promise<Answered | undefined>,
    begun: () => void = () => {},
  ): Promise<void> {
    let asked: Answered | undefined;
    for (let tries = 0; !asked && tries < mostAsked; tries++) {
      asked = await asking();
      if (!asked) await world.clockwork.sleep(SECOND);
    }
    const { changeId = '' } = asked?.change ?? {};
    if (!asked) return;
    await came(world, moment);
    await doing(moment.ms, async () => {
      for (let tries = 0; tries < mostDecisions; tries++) {
        begun();
        const decided = await decide(changeId);
        if (decided?.outcome === 'done') did(deed);
        if (!decided?.reasons?.some(({ code }) => passing.has(code))) return;
        await world.clockwork.sleep(4 ** tries * SECOND);
      }
    });
  }

  const askOf = async (route: 'askAward' | 'askMerge', body: object): Promise<Answered | undefined> => {
    const answer = await browser.ask(route, { body });
    return answer && answer.status < 300 ? (answer.body as unknown as Answered) : undefined;
  };
  const attest = (moment: Moment): Promise<void> =>
    haveDone('credit awarded by hand', moment, () =>
      askOf('askAward', {
        ...{ activityId, learner: emailOf(0), participatedOn: opensOn, reason: because },
        claims: [{ creditType: 'ipce', amount: 75 }],
      }),
    );
  const merge = ({ goes, ...moment }: NonNullable<DecidedByTwo['merge']>): Promise<void> =>
    haveDone(
      'accounts merged',
      moment,
      () => {
        const [learnerId, into] = [opening.accounts[goes], opening.accounts[1 - goes]];
        return askOf('askMerge', { kind: 'merge', learnerId, into, reason: because });
      },
      world.firstMerging.resolve,
    );

  return {
    begin: ({ attest: attesting, merge: merging }: DecidedByTwo): void => {
      if (attesting) void attest(attesting);
      if (merging) void merge(merging);
    },
  };
}
