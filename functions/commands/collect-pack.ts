import * as z from 'zod/mini';
import { headText } from '../../shared/documents/signed-head.ts';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import type { AnyChange } from '../../shared/domain/any-change.ts';
import { namedIn } from '../../shared/domain/audit.ts';
import { pdfKey } from '../../shared/domain/certificate.ts';
import { daysAfter, linesOf, type SignedHead } from '../../shared/domain/daily-head.ts';
import { type CivilDate, isCivilDate, type LearnerId } from '../../shared/domain/kinds.ts';
import { type MerkleTree, pathIn, treeOf } from '../../shared/domain/merkle.ts';
import {
  awardsIn,
  type CollectedLearner,
  firstCovered,
  type PackBegun,
  type PackedHeads,
  type PackedLearners,
  type PackProof,
  type PackScope,
  packedPdf,
} from '../../shared/domain/pack.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { shardOf, workIndex } from '../../shared/table.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { handlerOver } from '../capabilities.ts';
import { readList } from '../records/daily-heads.ts';

const id = z.string().check(z.regex(/^[\w-]{1,64}$/));
const day = z.string().check(z.refine(isCivilDate));
const words = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const scope = z.union([
  z.strictObject({ learnerId: id }),
  z.strictObject({ activityId: id }),
  z.strictObject({ from: day, to: day }),
]);
const place = z.object({
  shard: z.int().check(z.minimum(0), z.maximum(workIndex.shards - 1)),
  cursor: z.optional(z.string()),
});
type Place = z.infer<typeof place>;
const input = z.discriminatedUnion('part', [
  z.object({ part: z.literal('begin'), scope, by: words, reason: words }),
  z.object({ part: z.literal('find'), scope, place: z.optional(place) }),
  z.object({ part: z.literal('learner'), scope, learnerId: id }),
  z.object({ part: z.literal('version'), activityId: id, version: z.int() }),
  z.object({ part: z.literal('heads'), cursor: z.optional(z.string()) }),
]);

export type PackPart = Refusal | PackBegun | PackedLearners<Place> | CollectedLearner | ActivityVersion | PackedHeads;

/** Learners whose awards one call looks through, and heads that one call gives. */
const LEARNERS_AT_ONCE = 100;
const HEADS_AT_ONCE = 100;
/** For how long a link opens a PDF: it is fetched at once. */
const LINK_SECONDS = 300;
/** A day without a head is rare; after so many there is none to wait for. */
const MOST_DAYS_WITHOUT = 60;

/**
 * Gives an auditor's pack piece by piece, for the command that puts it together. Whoever begins one is in the audit trail.
 * Who was awarded credit in an activity or on some days is found by going through every learner: packs are rare, and an
 * index that each award would pay for is not needed for them.
 */
export const handler = handlerOver({ signer: kmsSigner, documents: s3Documents }, (capabilities) => {
  const { ledger, credits, certificates, changes, activities, dailyHeads } = capabilities;
  const { documents, signer, digests, table, clock, ids, config } = capabilities;

  const begin = async (about: PackScope, by: string, reason: string): Promise<PackBegun | Refusal> => {
    if ('learnerId' in about && !(await ledger.head(about.learnerId)))
      return refuse({
        code: 'learner-unknown',
        message: `No ledger of a learner ${about.learnerId} is kept.`,
        remedy: 'The learner’s id stands in the audit’s findings and in each certificate’s snapshot.',
        field: '/scope/learnerId',
      });
    if ('activityId' in about && !(await activities.summaryOf(about.activityId)))
      return refuse({
        code: 'activity-unknown',
        message: `No activity ${about.activityId} was published.`,
        remedy: 'Give the id that stands in its file.',
        field: '/scope/activityId',
      });
    const packId = ids.id();
    await table.write([ledger.audit(by, 'pack.collected', { packId, reason, ...about })]);
    const { siteUrl, providerName } = config;
    const keys = await signer.keys();
    return { packId, at: clock.now(), siteUrl, providerName, keys };
  };

  const find = async (about: PackScope, { shard, cursor }: Place): Promise<PackedLearners<Place>> => {
    if ('learnerId' in about) return { learnerIds: [about.learnerId] };
    const page = await ledger.heads({ shard, cursor, limit: LEARNERS_AT_ONCE });
    const concerned = await Promise.all(
      page.heads.map(async ({ learnerId }) =>
        awardsIn(about, await credits.awards(learnerId)).length > 0 ? [learnerId] : [],
      ),
    );
    const next = page.cursor ? { shard, cursor: page.cursor } : { shard: shard + 1 };
    return { learnerIds: concerned.flat(), ...(next.shard < workIndex.shards && { next }) };
  };

  /** The first head of a day or after it. */
  const headFrom = async (first: CivilDate, newest: CivilDate): Promise<SignedHead | undefined> => {
    for (let ahead = 0; ahead < MOST_DAYS_WITHOUT; ahead++) {
      const on = daysAfter(first, ahead);
      if (on > newest) return undefined;
      const head = await dailyHeads.on(on);
      if (head) return head;
    }
    return undefined;
  };

  const proofsOf = async (learnerId: LearnerId, days: readonly CivilDate[]): Promise<readonly PackProof[]> => {
    const newest = await dailyHeads.newest();
    if (!newest) return [];
    const heads = await Promise.all(days.map((each) => headFrom(each, newest.day)));
    const byDay = new Map([...heads, newest.head].flatMap((head) => (head ? [[head.day, head] as const] : [])));
    const shard = shardOf(learnerId);
    const proofs: PackProof[] = [];
    for (const head of byDay.values()) {
      const lines = linesOf((await readList(documents, head, shard)) ?? '');
      const at = lines.findIndex((line) => line.startsWith(`${learnerId} `));
      const line = lines[at];
      if (line === undefined) continue;
      const tree: MerkleTree = treeOf(digests.sha256, lines);
      proofs.push({ day: head.day, shard, line, path: pathIn(tree, at) });
    }
    return proofs.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  };

  const collect = async (about: PackScope, learnerId: LearnerId): Promise<CollectedLearner> => {
    const [entries, all] = await Promise.all([ledger.of(learnerId), credits.awards(learnerId)]);
    const awards = awardsIn(about, all);
    const activityIds = new Set(awards.map(({ activityId }) => activityId));
    const { certificateIds, changeIds } = namedIn(entries);
    const [certified, changed, proofs] = await Promise.all([
      Promise.all(certificateIds.map((certificateId) => certificates.whole(certificateId))),
      Promise.all(changeIds.map((changeId) => changes.byId(changeId))),
      proofsOf(learnerId, firstCovered(awards)),
    ]);
    const concerned = certified.flatMap((one) => {
      if (!one || !('learnerId' in about || activityIds.has(one.snapshot.activityId))) return [];
      // Which work issues it is no record of credit, and nothing proves it.
      const { workId: _, ...state } = one.state.value;
      return [{ ...state, snapshot: one.snapshot, ...(state.sha256 && { file: packedPdf(one.snapshot) }) }];
    });
    const own = new Set(concerned.map(({ snapshot }) => snapshot.activityId));
    const their = new Set(concerned.map(({ snapshot }) => snapshot.certificateId));
    const concerns = (change: AnyChange): boolean =>
      'certificateId' in change
        ? their.has(change.certificateId)
        : !('activityId' in change) || own.has(change.activityId);
    const links = await Promise.all(
      concerned.map(async ({ snapshot, sha256, file }) => {
        if (!sha256 || !file) return [];
        const fileName = file.replace('certificates/', '');
        const link = await documents.link({ key: pdfKey(snapshot, sha256), fileName, seconds: LINK_SECONDS });
        return [[file, link] as const];
      }),
    );
    return {
      learner: {
        ...{ learnerId, ledger: entries, awards, certificates: concerned, proofs },
        changes: changed.flatMap((change) => (change && concerns(change.value) ? [change.value] : [])),
      },
      links: Object.fromEntries(links.flat()),
    };
  };

  const someHeads = async (cursor: string | undefined): Promise<PackedHeads> => {
    const page = await dailyHeads.page({ cursor, limit: HEADS_AT_ONCE });
    return {
      heads: page.heads.map(({ day: on, head }) => ({ day: on, text: headText(head) })),
      ...(page.cursor && { cursor: page.cursor }),
    };
  };

  return async (event: unknown): Promise<PackPart> => {
    const asked = z.parse(input, event);
    switch (asked.part) {
      case 'begin':
        return begin(asked.scope, asked.by, asked.reason);
      case 'find':
        return find(asked.scope, asked.place ?? { shard: 0 });
      case 'learner':
        return collect(asked.scope, asked.learnerId);
      case 'version':
        return activities.version(asked.activityId, asked.version);
      case 'heads':
        return someHeads(asked.cursor);
    }
  };
});
