import type { RedriveOutcome } from '../../../functions/outbox/redrive.ts';
import { held } from '../../../functions/records/rows.ts';
import type { AnyChange } from '../../../shared/domain/any-change.ts';
import { DAY, MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import type { Work } from '../../../shared/domain/work.ts';
import { entities, workIndex } from '../../../shared/table.ts';
import type { Functions } from '../functions.ts';
import type { Opening } from '../opening.ts';
import type { Random } from '../random.ts';
import { editedActivity, editedKeys, sampleActivity } from '../sample-activity.ts';
import type { Witness } from '../witness.ts';
import type { World } from '../world.ts';
import { createBrowser } from './browser.ts';
import { type Answered, createTwo, type DecidedByTwo, drawDecidedByTwo } from './decided-by-two.ts';
import { insist as insistOn } from './insist.ts';
import { unprintableName } from './learner.ts';
import { createMany, type ManyAtOnce } from './many-at-once.ts';

/** What staff ask for: a correction says what it makes other. */
const asks = {
  name: { kind: 'correct', correction: { name: 'Amélie Roth' } },
  credits: { kind: 'correct', correction: { credits: [{ creditType: 'ipce', amount: 25 }] } },
  'unprintable name': { kind: 'correct', correction: { name: unprintableName } },
  reissue: { kind: 'reissue' },
  revoke: { kind: 'revoke' },
  suspend: { kind: 'suspend' },
  restore: { kind: 'restore' },
} as const;
type Asked = keyof typeof asks;

/** What staff do in a schedule, in milliseconds after its start or after a certificate came to be. */
export interface StaffPlan extends DecidedByTwo {
  /** They do the same for many at once. */
  readonly many?: ManyAtOnce;
  /** They publish another version. */
  readonly editAfterMs?: number;
  /** They withdraw the activity, or have it close that day, and perhaps offer it again. */
  readonly stop?: { readonly does: 'withdraw' | 'close'; readonly afterMs: number; readonly forMs?: number };
  /** Somebody takes the first certificate’s file out of the bucket; when it is missed they reissue it. */
  readonly loseAfterMs?: number;
  /** They change the first certificate that there is, again and again. */
  readonly changes?: readonly { readonly asks: Asked; readonly afterMs: number }[];
  /** They take up again all work that is parked by then. */
  readonly redriveAfterMs?: number;
  /** They do so once a learner has mended a name that could not be printed. */
  readonly redriveOnceMended?: boolean;
}

/** Draws what staff do; in most schedules nothing, and seldom more than one thing. */
export function drawStaff(random: Random, learners: number): StaffPlan {
  // While a certificate is printed, mailed, or long after.
  const soon = (): number => random.fraction() * random.pick([SECOND / 5, SECOND, 10 * SECOND, 2 * MINUTE, 3 * DAY]);
  const change = () => ({ asks: random.pick(Object.keys(asks) as Asked[]), afterMs: soon() });
  return {
    ...(random.chance(0.25) && { editAfterMs: random.fraction() * MINUTE }),
    ...(random.chance(0.08) && {
      stop: {
        does: random.pick(['withdraw', 'close'] as const),
        afterMs: random.fraction() * random.pick([10 * SECOND, DAY]),
        ...(random.chance(0.5) && { forMs: random.fraction() * 2 * DAY }),
      },
    }),
    ...random.pick([
      {},
      {},
      {},
      { changes: Array.from({ length: random.pick([1, 1, 2, 3]) }, change) },
      random.chance(0.25) ? { loseAfterMs: soon() } : {},
    ]),
    ...(random.chance(0.2) && { redriveAfterMs: soon() }),
    ...drawDecidedByTwo(random, learners),
  };
}

const because = 'The roster said otherwise';

/** Staff at work: each thing is asked for again until it is answered. */
export function createStaff(world: World, witness: Witness, functions: Functions, opening: Opening) {
  const { clockwork } = world;
  const browser = createBrowser(world, opening.staff.email, opening.staff);
  const params = { activityId: sampleActivity.activityId };

  const insist = (name: keyof Functions['command'], event: unknown): Promise<unknown> =>
    insistOn(world, witness, functions, name, event);

  const did = (deed: string): void => {
    witness.deeds[deed] = (witness.deeds[deed] ?? 0) + 1;
  };

  async function edit(): Promise<void> {
    const edited = await insist('publish', { activity: editedActivity, keys: editedKeys });
    if (edited) did('another version published');
  }

  async function stop({ does, forMs }: NonNullable<StaffPlan['stop']>): Promise<void> {
    const today = new Date(clockwork.nowMs()).toISOString().slice(0, 10);
    const answer =
      does === 'withdraw'
        ? await browser.ask('withdrawActivity', { params, body: { reason: because } })
        : await browser.ask('closeActivity', { params, body: { reason: because, closesOn: today } });
    if (answer?.status === 200) did(does === 'withdraw' ? 'activity withdrawn' : 'activity closed early');
    if (forMs === undefined) return;
    await clockwork.sleep(forMs);
    if (does === 'withdraw') await browser.ask('reinstateActivity', { params, body: { reason: because } });
    else await browser.ask('closeActivity', { params, body: { reason: because, closesOn: sampleActivity.closesOn } });
  }

  /** Asks for a change and has a second person approve it, where it takes one. Gives the certificate that stands then. */
  async function change(certificateId: string, asked: Asked): Promise<string> {
    const { kind } = asks[asked];
    const proposed = (await insist('propose', { certificateId, reason: because, by: 'Asha', ...asks[asked] })) as
      | Answered
      | undefined;
    const decided = proposed?.outcome === 'proposed' ? await decide(String(proposed.change?.changeId)) : proposed;
    if (decided?.outcome !== 'done' || !decided.change) return certificateId;
    did(`certificate: ${asked}`);
    witness.changes.push({ changeId: decided.change.changeId, certificateId, kind });
    return decided.change.replacement ?? certificateId;
  }

  /** Takes a file out of the bucket, whose holder then is told, and has it reissued. */
  async function lose(certificateId: string): Promise<void> {
    const key = [...world.documents.kept.keys()].find((kept) => kept.includes(certificateId));
    if (key === undefined) return;
    world.documents.lose(key);
    witness.lost.add(key);
    did('the file of a certificate lost');
    await change(certificateId, 'reissue');
  }

  /** Takes up again what is parked, each once. */
  async function redrive(): Promise<void> {
    const { rows } = await world.table.queryWork({ workPk: workIndex.parked('work'), until: '~' });
    for (const { data } of rows) {
      const { workId } = data as unknown as Work;
      const answered = (await insist('redrive', { workId })) as { readonly outcome: RedriveOutcome } | undefined;
      // Where an answer was lost the next one is that nothing is parked any more: nobody else takes it up.
      if (answered?.outcome !== 'redriven' && answered?.outcome !== 'not-parked') continue;
      did('parked work taken up again');
      witness.redriven.push(workId);
    }
  }

  let busy = 0;
  async function doing(ms: number, act: () => Promise<unknown>): Promise<void> {
    busy++;
    await clockwork.sleep(ms);
    await act();
    busy--;
  }
  async function decide(changeId: string): Promise<Answered | undefined> {
    const answered = (await insist('decide', { changeId, approve: true, by: 'Benno' })) as Answered | undefined;
    if (answered?.outcome === 'done') return answered;
    // Where an answer was lost the next one is that it was decided already, and the list says how.
    const change = held<AnyChange>(await world.table.get(entities.change.keyOf({ changeId })))?.value;
    return change?.status === 'done' ? { outcome: 'done', change } : answered;
  }
  const colleague = createBrowser(world, opening.colleague.email, opening.colleague);
  const many = createMany({ world, witness, browser, colleague, doing, did });
  const two = createTwo({ world, opening, browser, decide, doing, did });

  return {
    /** Whether something is begun and not done; what waits for a certificate that never comes was not begun. */
    isBusy: () => busy > 0,
    /** Begins to work through a plan. */
    begin({ editAfterMs, stop: stopping, loseAfterMs, changes = [], ...plan }: StaffPlan): void {
      const { redriveAfterMs, redriveOnceMended: waits, many: manyAtOnce, ...together } = plan;
      if (manyAtOnce) many.begin(manyAtOnce);
      two.begin(together);
      if (redriveAfterMs !== undefined) void doing(redriveAfterMs, redrive);
      if (waits) void witness.mended.first.promise.then(() => doing(MINUTE, redrive));
      if (editAfterMs !== undefined) void doing(editAfterMs, edit);
      if (stopping) void doing(stopping.afterMs, () => stop(stopping));
      if (loseAfterMs !== undefined) void world.firstCertificate.then((first) => doing(loseAfterMs, () => lose(first)));
      void world.firstCertificate.then(async (first) => {
        let certificateId = first;
        for (const { asks: asked, afterMs } of changes)
          await doing(afterMs, async () => {
            certificateId = await change(certificateId, asked);
          });
      });
    },
  };
}
