import { certificatePrinter } from '../../functions/adapters/certificate-printer.ts';
import { nodeCiphers } from '../../functions/adapters/ciphers.ts';
import { nodeDigests } from '../../functions/adapters/system.ts';
import { transcriptPrinter } from '../../functions/adapters/transcript-printer.ts';
import type { Handler, Ports } from '../../functions/capabilities.ts';
import { handler as auditHeads } from '../../functions/commands/audit-heads.ts';
import { handler as auditLedger } from '../../functions/commands/audit-ledger.ts';
import { handler as changeStaff } from '../../functions/commands/change-staff.ts';
import { handler as collectPack } from '../../functions/commands/collect-pack.ts';
import { handler as decideChange } from '../../functions/commands/decide-change.ts';
import { handler as eraseLearner } from '../../functions/commands/erase-learner.ts';
import { handler as exportLearner } from '../../functions/commands/export-learner.ts';
import { handler as importBank } from '../../functions/commands/import-bank.ts';
import { handler as keepProvider } from '../../functions/commands/keep-provider.ts';
import { handler as listChanges } from '../../functions/commands/list-changes.ts';
import { handler as listParked, type ParkedPage } from '../../functions/commands/list-parked.ts';
import { handler as proposeChange } from '../../functions/commands/propose-change.ts';
import { handler as publishActivity } from '../../functions/commands/publish-activity.ts';
import { handler as redriveWork } from '../../functions/commands/redrive-work.ts';
import { handler as reindex } from '../../functions/commands/reindex.ts';
import type { Config } from '../../functions/config.ts';
import type { ApiEvent, ApiResult } from '../../functions/middleware/request.ts';
import { handler as carryOnImports } from '../../functions/scheduled/carry-on-imports.ts';
import { handler as deliverWebhooks } from '../../functions/scheduled/deliver-webhooks.ts';
import { handler as eraseLearners } from '../../functions/scheduled/erase-learners.ts';
import { handler as recordMailFeedback } from '../../functions/scheduled/record-mail-feedback.ts';
import { handler as remindLearners } from '../../functions/scheduled/remind-learners.ts';
import { handler as runBatches } from '../../functions/scheduled/run-batches.ts';
import { handler as signHeads } from '../../functions/scheduled/sign-heads.ts';
import { handler as sweepOutbox } from '../../functions/scheduled/sweep-outbox.ts';
import { functionOf, type Route } from '../../shared/api/route.ts';
import { type Routes, routes } from '../../shared/api/routes.ts';
import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import { type Instant, later } from '../../shared/domain/kinds.ts';
import type { LogEvent } from '../../shared/events.ts';
import {
  type DocumentStore,
  type Employer,
  type Mailer,
  type Printer,
  type Signer,
  type Table,
  type TranscriptPrinter,
  TransientError,
} from '../../shared/ports.ts';
import type { StepName } from '../../shared/workflow/steps.ts';
import { createMemoryDocuments } from '../simulation/ports/memory-documents.ts';
import { createMemoryMailer } from '../simulation/ports/memory-mailer.ts';
import { createMemoryPoster } from '../simulation/ports/memory-poster.ts';
import { createMemorySigner } from '../simulation/ports/memory-signer.ts';
import { createMemoryTables } from '../simulation/ports/memory-table.ts';
import { noEmployer } from '../simulation/ports/no-employer.ts';
import { simulatedIds } from '../simulation/ports/simulated-system.ts';
import { randomFrom } from '../simulation/random.ts';
import { declaredAccess } from './declared-access.ts';
import { directWorkflows } from './direct-workflows.ts';
import { leaksIn } from './leaks.ts';
import { type MailTold, mailTold, snsEvent } from './mail-told.ts';
import { watchSecrets } from './secrets.ts';
import { countedTable, type Touch } from './units/counted-table.ts';
import { unsealed } from './unsealed.ts';

const usual: Config = {
  ...{ siteUrl: 'https://credit.example.org', providerName: 'Meridian Society', commit: 'abc1234', node: 'v24.0.0' },
  providerContact: 'help@meridian.example',
};

/** A time at which the activity of the fixtures is open; 8 March still in Los Angeles. */
export const START: Instant = '2026-03-09T04:30:00.000Z';

type ApiHandler = Handler<ApiEvent, ApiResult>;
type AnyStep = Handler<unknown, unknown>;

const handlers = new Map<string, ApiHandler>();
/** The handler of a route; with `servedBy` that of its area. */
async function handlerOf(route: Route): Promise<ApiHandler> {
  const name = functionOf(route);
  const known = handlers.get(name);
  if (known) return known;
  const { handler }: { handler: ApiHandler } = route.servedBy
    ? await import(`../../functions/admin/${name.slice('admin-'.length)}.ts`)
    : await import(`../../functions/api/${name}.ts`);
  handlers.set(name, handler);
  return handler;
}

type Around = <Result>(functionName: string, run: () => Promise<Result>) => Promise<Result>;

/** What a service has otherwise than usual. */
export interface Otherwise {
  /** A store that was there before; `table` and `documents` of the service stay empty then. */
  readonly table?: Table;
  readonly documents?: DocumentStore;
  readonly printer?: Printer & TranscriptPrinter;
  /** Takes each mail before the inbox does. */
  readonly mailer?: Mailer;
  readonly signer?: Signer;
  /** Stands around each run of a function. */
  readonly around?: Around;
  /** Hears what each touch of the table by a function would be billed. */
  readonly touched?: (functionName: string, touch: Touch) => void;
  /** The time that it is. */
  readonly at?: Instant;
  /** Of the ids that it makes: where it goes on with a store, another than before. */
  readonly seed?: number;
  /** Where browsers find it, when a real one comes. */
  readonly siteUrl?: string;
}

/** The whole service on ports of memory: the real handlers and steps, and a clock that stands until it is moved. */
export function createService(otherwise: Otherwise = {}) {
  let now = otherwise.at ?? START;
  const { table, keyTable } = createMemoryTables({ nowMs: () => Date.parse(now) });
  const documents = createMemoryDocuments();
  const inbox = createMemoryMailer();
  const receivers = createMemoryPoster();
  const logged: LogEvent[] = [];
  const undeclared: string[] = [];
  const state: { mailIsDown: boolean; mailHangs: boolean; employer?: Employer } = {
    mailIsDown: false,
    mailHangs: false,
  };
  const mailer: Mailer = {
    send: async (mail) => {
      if (state.mailIsDown) throw new TransientError('The mail service does not answer');
      // As when the process dies over it: no answer ever comes.
      if (state.mailHangs) return new Promise(() => {});
      await otherwise.mailer?.send(mail);
      return inbox.send(mail);
    },
  };
  const secrets = watchSecrets(simulatedIds(randomFrom(otherwise.seed ?? 7)), nodeDigests());
  const tableFor = (name: string): Table => {
    const { table: given = table, touched } = otherwise;
    const billed = touched ? countedTable(given, (touch) => touched(name, touch)) : given;
    return declaredAccess(billed, name, (access) => void undeclared.push(access));
  };
  const base = {
    clock: { now: () => now },
    ids: secrets.ids,
    digests: nodeDigests(),
    ciphers: nodeCiphers(),
    config: { ...usual, ...(otherwise.siteUrl !== undefined && { siteUrl: otherwise.siteUrl }) },
    documents: otherwise.documents ?? documents,
    mailer,
    poster: receivers.poster,
    printer: otherwise.printer ?? certificatePrinter(),
    transcriptPrinter: otherwise.printer ?? transcriptPrinter(),
  };
  let signer = createMemorySigner();
  const portsOf = (name: string): Ports => ({
    ...base,
    signer: otherwise.signer ?? { keys: () => signer.keys(), sign: (kid, message) => signer.sign(kid, message) },
    employer: state.employer ?? noEmployer,
    ...(state.employer && { config: { ...base.config, employerName: 'Harbour Hospital' } }),
    workflows,
    log: (event) => void logged.push(event),
    table: tableFor(name),
  });
  /** As in production, a function is built once; a new one where the employer has changed. */
  const built = new Map<string, { readonly employer: Employer | undefined; readonly run: unknown }>();
  const functionFor = <Event, Result>(name: string, handler: Handler<Event, Result>) => {
    const { employer } = state;
    const known = built.get(name);
    const run = known?.employer === employer && known ? known.run : handler.using(portsOf(name));
    built.set(name, { employer, run });
    return run as ReturnType<typeof handler.using>;
  };
  const around: Around = otherwise.around ?? ((_, run) => run());
  const invoke = async <Event, Result>(name: string, handler: Handler<Event, Result>, event: Event): Promise<Result> =>
    around(name, () => handler.using(portsOf(name))(event, { awsRequestId: 'test' }));

  const runStep = async (step: StepName, input: unknown): Promise<unknown> => {
    const { handler }: { handler: AnyStep } = await import(`../../functions/workflow/${step}.ts`);
    return around(step, () => functionFor(step, handler)(input, { awsRequestId: 'test' }));
  };
  const workflows = directWorkflows(runStep);

  return {
    ...{ table, keyTable, documents, inbox, receivers, logged, undeclared, state, workflows, portsOf, secrets },
    config: base.config,
    /** Runs a step of the workflow alone. */
    runStep,
    now: () => now,
    /** Moves the clock on. */
    pass: (ms: number) => {
      now = later(now, ms);
    },
    /** Has another key sign from now on; the former are still believed. `back`: as if it had never been. */
    rotateKey: ({ back = false } = {}) => {
      signer = createMemorySigner(back ? [1, 2] : [3, 1, 2]);
    },
    /** Forgets what is past its time, as DynamoDB does within a few days. */
    forgetExpired: () => {
      for (const row of [...table.rows(), ...keyTable.rows()])
        if (row.expiresAt !== undefined && row.expiresAt * 1_000 <= Date.parse(now)) table.lose(row);
    },
    /** Sets the clock. */
    at: (instant: Instant) => {
      now = instant;
    },
    /** Runs the handler of a route on an event of the gateway. @throws Error when the answer tells what it must not */
    handle: async (route: keyof Routes, event: ApiEvent): Promise<ApiResult> => {
      const each: Route = routes[route];
      const name = functionOf(each);
      const handler = await handlerOf(each);
      const since = secrets.made.size;
      const result = await around(name, () => functionFor(name, handler)(event, { awsRequestId: 'test' }));
      const leaks = leaksIn(route, event, result, secrets, since);
      if (leaks.length > 0) throw new Error(`${route} leaks ${leaks.join(', ')}: ${String(result.body).slice(0, 500)}`);
      return result;
    },
    /** Publishes what may be published. */
    publish: async (content: ActivityContent) => {
      const published = await invoke('publish-activity', publishActivity, content);
      if (published.outcome === 'refused') throw new Error(JSON.stringify(published.faults, null, 2));
      return published;
    },
    tryToPublish: (content: ActivityContent) => invoke('publish-activity', publishActivity, content),
    redrive: (workId: string) => invoke('redrive-work', redriveWork, { workId }),
    sweep: () => invoke('sweep-outbox', sweepOutbox, undefined),
    deliverWebhooks: () => invoke('deliver-webhooks', deliverWebhooks, undefined),
    signHeads: () => invoke('sign-heads', signHeads, undefined),
    auditHeads: (input: object) => invoke('audit-heads', auditHeads, input),
    keepProvider: (input: object) => invoke('keep-provider', keepProvider, input),
    changeStaff: (input: object) => invoke('change-staff', changeStaff, input),
    collectPack: (input: object) => invoke('collect-pack', collectPack, input),
    importBank: (input: object) => invoke('import-bank', importBank, input),
    carryOnImports: () => invoke('carry-on-imports', carryOnImports, undefined),
    eraseLearners: () => invoke('erase-learners', eraseLearners, undefined),
    remindLearners: () => invoke('remind-learners', remindLearners, undefined),
    eraseLearner: (input: object) => invoke('erase-learner', eraseLearner, input),
    exportLearner: (input: object) => invoke('export-learner', exportLearner, input),
    reindex: (input: object) => invoke('reindex', reindex, input),
    auditLedger: (input: object) => invoke('audit-ledger', auditLedger, input),
    runBatches: () => invoke('run-batches', runBatches, undefined),
    proposeChange: (input: object) => invoke('propose-change', proposeChange, input),
    decideChange: (input: object) => invoke('decide-change', decideChange, input),
    listChanges: (input: object = {}) => invoke('list-changes', listChanges, input),
    parked: async () => {
      const work: ParkedPage['work'][number][] = [];
      for (let page: ParkedPage | undefined; !page || page.next; ) {
        page = await invoke('list-parked', listParked, { from: page?.next });
        work.push(...page.work);
      }
      return { work };
    },
    /** Tells of a mail, of its last sending where none is named, what the mail service publishes. */
    mailTold: (told: Omit<MailTold, 'messageId'> & { readonly messageId?: string }) => {
      const sent = inbox.delivered.findLast(({ messageKey }) => messageKey === told.messageKey);
      const event = mailTold({ messageId: sent?.serviceId ?? 'unknown', ...told });
      return invoke('record-mail-feedback', recordMailFeedback, event);
    },
    /** Tells what the mail service publishes beside. */
    snsTold: (message: object) => invoke('record-mail-feedback', recordMailFeedback, snsEvent(message)),
    /** What rows of a kind hold. */
    held: <Thing>(kind: string): readonly Thing[] =>
      unsealed(table.rows(), keyTable.rows())
        .filter((row) => row.kind === kind)
        .map(({ data }): unknown => data) as readonly Thing[],
  };
}
export type Service = ReturnType<typeof createService>;
