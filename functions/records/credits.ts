import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import { type Award, type Credit, creditsOf, type ListedAward } from '../../shared/domain/wallet.ts';
import type { ListedRow, Table, Write } from '../../shared/ports.ts';
import { entities, lists } from '../../shared/table.ts';
import { listCursorAfter } from '../adapters/list-range.ts';
import { FIRST_CYCLE } from './participations.ts';
import { held, type InList, inList, putRow, type Stored } from './rows.ts';

export interface Credits {
  of(learnerId: LearnerId, activityId: ActivityId, cycle: number): Promise<Award | undefined>;
  /** The award of the first cycle, to be written again under its revision. */
  stored(learnerId: LearnerId, activityId: ActivityId): Promise<Stored<Award> | undefined>;
  list(learnerId: LearnerId): Promise<readonly Credit[]>;
  awards(learnerId: LearnerId): Promise<readonly Award[]>;
  /** Awards of a learner that stand in no list, since they were written before there was one. */
  unlisted(learnerId: LearnerId): Promise<readonly Stored<Award>[]>;
  /** The awards of one person, whose accounts these are. */
  awardsOf(accounts: readonly LearnerId[]): Promise<readonly Award[]>;
  /** Awards once: the write fails when there is an award under the key already. `name`: as the certificate prints it. */
  awardOnce(award: Award, name: string): Write;
  /** Says an award otherwise, as a change that was decided wants it. */
  put(award: Award, before: Stored<Award>, name: string): Write;
  /** A page of every award of the provider, newest first where nothing else is said: one read. */
  page(ask: {
    readonly from?: string | undefined;
    readonly until?: string | undefined;
    readonly oldestFirst?: true;
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<{ readonly awards: readonly ListedAward[]; readonly cursor?: string }>;
  /** Where a list goes on after an award of a page. */
  cursorAfter(award: ListedAward): string;
}

/** Where an award stands in the list of all. */
export const placeOfAward = (
  { awardedAt, learnerId, activityId }: Pick<ListedAward, 'awardedAt' | 'learnerId' | 'activityId'>,
  cycle = FIRST_CYCLE,
): string => `${awardedAt}#${learnerId}#${activityId}#${cycle}`;

/** What the list shows of an award beside what its place there says: when it was awarded, to whom and for what. */
type ShownAward = Omit<ListedAward, 'awardedAt' | 'learnerId' | 'activityId'>;

/**
 * The list shows of an award what its certificate certifies, so that a page of it is one read. What the place says is not kept beside
 * it: an award that outgrows 1 KiB costs twice as much.
 */
function placeOf(award: Award, name: string): InList | undefined {
  const { learnerId, activityId, cycle, certificateId, credits: certified, moc, standing } = award;
  const [first] = certified;
  if (!first) return undefined;
  const { awardedAt, awardedOn, title } = first;
  const shown: ShownAward = {
    ...{ certificateId, name, title, awardedOn },
    credits: certified.map(({ creditType, names, amount, basis }) => ({
      ...{ creditType, amount, basis },
      ...(names && { names }),
    })),
    ...(moc && { moc: moc.map(({ board, creditType, points }) => ({ board, creditType, points })) }),
    ...(standing && { standing }),
  };
  return inList(lists.credit, placeOfAward({ awardedAt, learnerId, activityId }, cycle), shown);
}

function awardAt({ listSk, listed }: ListedRow): ListedAward {
  const [awardedAt, learnerId, activityId] = listSk.split('#');
  return { learnerId, activityId, awardedAt, ...Object(listed) };
}

export function credits({ table }: { table: Table }): Credits {
  const at = async (learnerId: LearnerId, activityId: ActivityId, cycle: number) =>
    held<Award>(await table.get(entities.credit.keyOf({ learnerId, activityId, cycle })));
  const awards: Credits['awards'] = async (learnerId) => {
    const { rows } = await table.query({ pk: `CREDIT#${learnerId}` });
    return rows.flatMap((row) => held<Award>(row)?.value ?? []);
  };
  const put = (award: Award, name: string, before?: Stored<Award>): Write =>
    putRow(entities.credit.keyOf(award), 'credit', award, before, placeOf(award, name));

  return {
    of: async (learnerId, activityId, cycle) => (await at(learnerId, activityId, cycle))?.value,
    stored: (learnerId, activityId) => at(learnerId, activityId, FIRST_CYCLE),
    list: async (learnerId) => (await awards(learnerId)).flatMap(creditsOf),
    awards,
    unlisted: async (learnerId) => {
      const { rows } = await table.query({ pk: `CREDIT#${learnerId}` });
      return rows
        .map((row) => held<Award>(row))
        .filter((award) => award !== undefined && award.inList === undefined) as Stored<Award>[];
    },
    awardsOf: async (accounts) => (await Promise.all(accounts.map(awards))).flat(),
    awardOnce: (award, name) => put(award, name),
    put: (award, before, name) => put(award, name, before),
    page: async ({ limit, cursor, from, until, oldestFirst }) => {
      const page = await table.queryList({
        ...{ listPk: lists.credit, newestFirst: !oldestFirst, limit },
        ...(from && { from }),
        // '~' sorts after every character of an id, so that a day's whole instants are within it.
        ...(until && { until: `${until}~` }),
        ...(cursor && { cursor }),
      });
      const awards = page.rows.map(awardAt);
      return { awards, ...(page.cursor && { cursor: page.cursor }) };
    },
    cursorAfter: (award) =>
      listCursorAfter({
        listSk: placeOfAward(award),
        ...entities.credit.keyOf({ ...award, cycle: FIRST_CYCLE }),
      }),
  };
}
