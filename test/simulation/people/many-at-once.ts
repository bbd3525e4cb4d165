import type { Batch } from '../../../shared/domain/batch.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import { emailOf } from '../opening.ts';
import type { Random } from '../random.ts';
import { sampleActivity } from '../sample-activity.ts';
import type { Witness } from '../witness.ts';
import type { World } from '../world.ts';
import type { Browser } from './browser.ts';
import { type FileKind, files, rowsOf } from './files.ts';

/** A file that staff bring in. */
interface Filed {
  readonly kind: FileKind;
  readonly afterMs: number;
  /** How often the screen that follows it has it go on, before somebody closes it. */
  readonly looks: number;
  /** Whether a colleague brings the same file in at that moment. */
  readonly twice: boolean;
}

/** A batch of changes of all certificates that there are, so long after the first. */
interface Batched {
  readonly of: Exclude<Batch['of'], 'award'>;
  readonly afterMs: number;
  readonly looks: number;
}

/** What staff do with many at once in a schedule. */
export interface ManyAtOnce {
  readonly files?: Filed;
  readonly changes?: Batched;
  /** They bring in who took part, then award all of them by hand. */
  readonly awards?: { readonly afterMs: number; readonly looks: number; readonly learners: readonly number[] };
}

/** Draws it, seldom: each is the work of several learners. */
export function drawManyAtOnce(random: Random): ManyAtOnce | undefined {
  const soon = (): number => random.fraction() * random.pick([SECOND, 10 * SECOND, MINUTE, DAY]);
  const looks = (): number => random.pick([0, 1, 2, 6]);
  const drawn = random.fraction();
  if (drawn < 0.02)
    return {
      files: { kind: random.pick(['learners', 'credits']), afterMs: soon(), looks: looks(), twice: random.chance(0.5) },
    };
  if (drawn < 0.035) return { changes: drawChanges(random, soon(), looks()) };
  if (drawn < 0.05)
    return {
      // Whoever is at it claims by themselves, and perhaps before.
      awards: { afterMs: soon(), looks: looks(), learners: random.chance(0.5) ? [1, 2] : [0, 1, 2] },
      ...(random.chance(0.3) && { changes: drawChanges(random, DAY + soon(), looks()) }),
    };
  return undefined;
}

const drawChanges = (random: Random, afterMs: number, looks: number): Batched => ({
  ...{ of: random.pick(['correct', 'reissue', 'revoke', 'suspend'] as const), afterMs, looks },
});

/** What staff need to do so. */
interface Needed {
  readonly world: World;
  readonly witness: Witness;
  /** Of who asks. */
  readonly browser: Browser;
  /** Of the colleague who decides what takes two. */
  readonly colleague: Browser;
  readonly doing: (ms: number, act: () => Promise<unknown>) => Promise<void>;
  readonly did: (deed: string) => void;
}

const because = 'The roster said otherwise';
const { activityId, opensOn } = sampleActivity;
const mostHours = 10 * 24;

/** Staff at work with many at once. */
export function createMany({ world, witness, browser, colleague, doing, did }: Needed) {
  const { clockwork } = world;

  /** Waits until something stands so, looking as a screen does and then, once that is closed, by the hour. */
  async function until<Seen>(
    looks: number,
    look: (goesOn: boolean) => Promise<Seen | undefined>,
    isSo: (seen: Seen) => boolean,
  ): Promise<Seen | undefined> {
    for (let looked = 0; looked < looks + mostHours; looked++) {
      const seen = await look(looked < looks);
      if (seen !== undefined && isSo(seen)) return seen;
      await clockwork.sleep(looked < looks ? SECOND : HOUR);
    }
    return undefined;
  }

  async function bringIn(kind: FileKind, looks: number, by: Browser): Promise<boolean> {
    const body = { kind, fileName: `${kind}.csv`, text: files[kind].join('\n') };
    const begun = await by.ask('importTable', { body });
    if (begun?.status !== 201) return false;
    const params = { importId: String(begun.body.importId) };
    witness.imports.push({ ...params, kind, rows: rowsOf(kind) });
    const look = async (goesOn: boolean) => (await by.ask(goesOn ? 'advanceImport' : 'getImport', { params }))?.body;
    const checked = await until(looks, look, ({ state }) => state !== 'checking');
    if (checked?.state !== 'checked') return false;
    const running = await by.ask('runImport', { params, body: { leavingOut: checked.bad } });
    if (running?.status !== 200) return false;
    witness.importsRun.push(params.importId);
    const ended = await until(looks, look, ({ state }) => state === 'done' || state === 'failed');
    if (ended?.state === 'done') did(`file of ${kind} brought in`);
    return ended?.state === 'done';
  }

  async function haveBatch(route: 'askChangeBatch' | 'askAwardBatch', asked: object, looks: number): Promise<void> {
    const answer = await browser.ask(route, { body: { ...asked, reason: because } });
    if (answer?.status !== 200) return;
    const params = { batchId: String(answer.body.batchId) };
    witness.batches.push({ ...params, items: Number(answer.body.items) });
    if (answer.body.status === 'proposed') {
      const approved = await colleague.ask('approveBatch', { params });
      if (approved?.status !== 200) return;
    }
    witness.batchesRun.push(params.batchId);
    const look = async (goesOn: boolean) =>
      (await browser.ask(goesOn ? 'runBatch' : 'getBatch', { params }))?.body.batch as { status?: unknown } | undefined;
    const ended = await until(looks, look, ({ status }) => status === 'done');
    if (ended) did(`batch: ${route === 'askAwardBatch' ? 'award' : String(answer.body.of)}`);
  }

  async function awardAll({ looks, learners }: NonNullable<ManyAtOnce['awards']>): Promise<void> {
    if (!(await bringIn('learners', looks, browser))) return;
    const items = learners.map((learner) => ({
      ...{ learner: emailOf(learner), participatedOn: opensOn, claims: [{ creditType: 'ipce', amount: 75 }] },
    }));
    await haveBatch('askAwardBatch', { activityId, items }, looks);
  }

  async function changeAll(of: Batched['of'], looks: number): Promise<void> {
    const kept = world.table.rows().filter(({ kind }) => kind === 'certificate');
    const items = kept.map(({ pk }) => ({
      certificateId: pk.split('#')[1],
      ...(of === 'correct' && { correction: { credits: [{ creditType: 'ipce', amount: 50 }] } }),
    }));
    await haveBatch('askChangeBatch', { of, items }, looks);
  }

  return {
    begin({ files: filed, changes, awards }: ManyAtOnce): void {
      if (filed)
        for (const by of filed.twice ? [browser, colleague] : [browser])
          void doing(filed.afterMs, () => bringIn(filed.kind, filed.looks, by));
      if (awards) void doing(awards.afterMs, () => awardAll(awards));
      if (changes)
        void world.firstCertificate.then(() => doing(changes.afterMs, () => changeAll(changes.of, changes.looks)));
    },
  };
}
