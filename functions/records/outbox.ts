import { epochMs, type Instant, later } from '../../shared/domain/kinds.ts';
import { MAIL_LEASE_MS, type MailIntent, SWEEP_AFTER_MS, type Work } from '../../shared/domain/work.ts';
import type { Clock, Row, Table, Write } from '../../shared/ports.ts';
import { entities, workIndex } from '../../shared/table.ts';
import type { WorkflowInput } from '../../shared/workflow/steps.ts';
import { due, held, parked, putRow, type Stored } from './rows.ts';

/** What stands in the outbox, by its kind. */
export interface Outboxed {
  readonly work: Work;
  readonly mail: MailIntent;
}

/** A page of a list, and where to go on after it. */
export interface Listed<Thing> {
  readonly items: readonly Thing[];
  readonly cursor?: string;
}

/** Which page of a list: the first, or the one after a cursor. */
export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The outbox: work for the workflow, and mail. Rows are in the work index for as long as they wait, and no longer. */
export interface Outbox {
  /** Asks for work, in the transaction of the change that wants it. */
  ask(input: WorkflowInput): Write;
  work(workId: string): Promise<Stored<Work> | undefined>;
  putWork(work: Work, before: Stored<Work>): Write;
  /** The write that ends work. */
  finish(work: Stored<Work>): Write;
  mail(messageKey: string): Promise<Stored<MailIntent> | undefined>;
  putMail(mail: MailIntent, before?: Stored<MailIntent>): Write;
  /** Work or mail that is due now, oldest first, from every shard. The index lags: read the row before acting on it. */
  dueIds(kind: 'work' | 'mail', limitPerShard: number): Promise<readonly string[]>;
  /** What waits for staff, longest first, as the index shows it: it lags, so read the row before acting on it. */
  parked<Kind extends keyof Outboxed>(kind: Kind, page: PageAsked): Promise<Listed<Outboxed[Kind]>>;
  /** What waits for its turn, the next first, as the index shows it. One read a shard, however much waits. */
  waiting<Kind extends keyof Outboxed>(kind: Kind, page: PageAsked): Promise<Listed<Outboxed[Kind]>>;
}

const placeOf = {
  work: ({ workId, status, dueAt }: Work) =>
    status === 'pending' ? due('work', workId, dueAt) : status === 'parked' ? parked('work', workId, dueAt) : {},
  mail: ({ messageKey, status, dueAt }: MailIntent) =>
    status === 'queued' || status === 'leased'
      ? due('mail', messageKey, dueAt)
      : status === 'parked'
        ? parked('mail', messageKey, dueAt)
        : {},
};

/** The id at the end of an index key: `2026-11-24T10:00:00.000Z#grade-…`. */
const idAfterInstant = (workSk: string): string => workSk.slice(workSk.indexOf('#') + 1);
const shards = [...Array(workIndex.shards).keys()];
const byPlace = (a: Row, b: Row): number => ((a.workSk ?? '') < (b.workSk ?? '') ? -1 : 1);
/** After every instant. */
const FOREVER = '9999~';

export function outbox({ table, clock }: { table: Table; clock: Clock }): Outbox {
  const putWork = (work: Work, before?: Stored<Work>): Write =>
    putRow(entities.work.keyOf({ workId: work.workId }), 'work', work, before, placeOf.work(work));

  const idsIn = async (workPk: string, until: Instant, limit: number): Promise<readonly string[]> => {
    // '~' sorts after every character of an id, so that ids of the very instant are included.
    const { rows } = await table.queryWork({ workPk, until: `${until}~`, limit });
    return rows.map(({ workSk }) => idAfterInstant(workSk ?? ''));
  };

  /** A page of several partitions of the index as of one: each is asked for a whole page, and the first of all count. */
  async function pageOf<Thing>(partitions: readonly string[], { limit, cursor }: PageAsked): Promise<Listed<Thing>> {
    const after = cursor ? { after: cursor } : {};
    const pages = await Promise.all(
      partitions.map((workPk) => table.queryWork({ workPk, until: FOREVER, limit, ...after })),
    );
    const rows = pages
      .flatMap((page) => page.rows)
      .toSorted(byPlace)
      .slice(0, limit);
    const last = rows.length === limit ? rows.at(-1)?.workSk : undefined;
    return { items: rows.flatMap((row) => held<Thing>(row)?.value ?? []), ...(last !== undefined && { cursor: last }) };
  }

  return {
    ask: (input) => {
      const createdAt = clock.now();
      const dueAt = later(createdAt, SWEEP_AFTER_MS);
      return putWork({ workId: input.workId, input, status: 'pending', createdAt, dueAt, tries: 0 });
    },
    work: async (workId) => held<Work>(await table.get(entities.work.keyOf({ workId }))),
    putWork,
    finish: (work) => putWork({ ...work.value, status: 'done' }, work),
    mail: async (messageKey) => held<MailIntent>(await table.get(entities.mail.keyOf({ messageKey }))),
    putMail: (mail, before) =>
      putRow(entities.mail.keyOf({ messageKey: mail.messageKey }), 'mail', mail, before, placeOf.mail(mail)),
    dueIds: async (kind, limitPerShard) => {
      const now = clock.now();
      return (await Promise.all(shards.map((shard) => idsIn(workIndex.due(kind, shard), now, limitPerShard)))).flat();
    },
    parked: (kind, page) => pageOf([workIndex.parked(kind)], page),
    waiting: (kind, page) =>
      pageOf(
        shards.map((shard) => workIndex.due(kind, shard)),
        page,
      ),
  };
}

/** Whether a mail may be taken now: it is due, and nobody holds its lease any more. */
export const mayLease = ({ status, dueAt }: MailIntent, now: Instant): boolean =>
  (status === 'queued' || status === 'leased') && epochMs(dueAt) <= epochMs(now);

/** A mail with the lease taken until a minute from now. */
export const leased = (mail: MailIntent, now: Instant): MailIntent => ({
  ...mail,
  status: 'leased',
  tries: mail.tries + 1,
  dueAt: later(now, MAIL_LEASE_MS),
});
