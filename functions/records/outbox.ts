import { epochMs, type Instant, later } from '../../shared/domain/kinds.ts';
import {
  MAIL_LEASE_MS,
  type MailIntent,
  type SettledMail,
  SWEEP_AFTER_MS,
  settledMail,
  type Work,
} from '../../shared/domain/work.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities, lists, workIndex } from '../../shared/table.ts';
import type { WorkflowInput } from '../../shared/workflow/steps.ts';
import { dueIds } from './due-ids.ts';
import { indexPage, type Listed, type PageAsked } from './index-page.ts';
import { due, held, inList, parked, putRow, type Stored } from './rows.ts';

/** What stands in the outbox, by its kind. */
export interface Outboxed {
  readonly work: Work;
  readonly mail: MailIntent;
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
  /** The write that puts a mail into the list of what it came to, where it stands in none though it should. */
  listing(mail: Stored<MailIntent>): readonly Write[];
  /** Work or mail that is due now, oldest first, from every shard. The index lags: read the row before acting on it. */
  dueIds(kind: 'work' | 'mail', limitPerShard: number): Promise<readonly string[]>;
  /** What waits for staff, longest first, as the index shows it: it lags, so read the row before acting on it. */
  parked<Kind extends keyof Outboxed>(kind: Kind, page: PageAsked): Promise<Listed<Outboxed[Kind]>>;
  /** Mail that came to this, the latest first: one read, however much there is. */
  settledMail(status: SettledMail, page: PageAsked): Promise<Listed<MailIntent>>;
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

const isSettled = (status: MailIntent['status']): status is SettledMail =>
  (settledMail as readonly string[]).includes(status);
const mailListOf = (status: SettledMail): string => lists.mail.replace('{status}', status);
/** Only what has settled is listed: what waits is in the work index, and a live event brings much of it at once. */
const listOf = (mail: MailIntent) =>
  isSettled(mail.status)
    ? inList(mailListOf(mail.status), `${mail.sentAt ?? mail.createdAt}#${mail.messageKey}`, mail)
    : {};

const shards = [...Array(workIndex.shards).keys()];

export function outbox({ table, clock }: { table: Table; clock: Clock }): Outbox {
  const putWork = (work: Work, before?: Stored<Work>): Write =>
    putRow(entities.work.keyOf({ workId: work.workId }), 'work', work, before, placeOf.work(work));

  const putMail: Outbox['putMail'] = (mail, before) =>
    putRow(entities.mail.keyOf({ messageKey: mail.messageKey }), 'mail', mail, before, {
      ...placeOf.mail(mail),
      ...listOf(mail),
    });

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
    putMail,
    listing: (mail) => (isSettled(mail.value.status) && !mail.inList ? [putMail(mail.value, mail)] : []),
    dueIds: (kind, limitPerShard) => dueIds(table, kind, { at: clock.now(), limitPerShard }),
    parked: (kind, page) => indexPage(table, [workIndex.parked(kind)], page),
    settledMail: async (status, { limit, cursor }) => {
      const query = { listPk: mailListOf(status), newestFirst: true, limit, ...(cursor && { cursor }) };
      const { rows, cursor: next } = await table.queryList(query);
      const items = rows.map(({ listed }): unknown => listed) as readonly MailIntent[];
      return { items, ...(next !== undefined && { cursor: next }) };
    },
    waiting: (kind, page) =>
      indexPage(
        table,
        shards.map((shard) => workIndex.due(kind, shard)),
        page,
      ),
  };
}

/** Whether a mail may be taken now: it is due, and nobody holds its lease any more. */
export const mayLease = ({ status, dueAt }: MailIntent, now: Instant): boolean =>
  (status === 'queued' || status === 'leased') && epochMs(dueAt) <= epochMs(now);

/** A mail whose lease is taken now. */
export const leased = (mail: MailIntent, now: Instant): MailIntent => ({
  ...mail,
  status: 'leased',
  tries: mail.tries + 1,
  dueAt: later(now, MAIL_LEASE_MS),
});
