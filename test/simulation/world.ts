import type { Handler, Ports } from '../../functions/capabilities.ts';
import type { ApiResult } from '../../functions/middleware/request.ts';
import { type Routes, routes } from '../../shared/api/routes.ts';
import { SECOND } from '../../shared/domain/kinds.ts';
import type { MailIntent } from '../../shared/domain/work.ts';
import type { LogEvent } from '../../shared/events.ts';
import type { DocumentStore, Row, Table } from '../../shared/ports.ts';
import type { StepName } from '../../shared/workflow/steps.ts';
import { apiEvent, type Sent } from './api-event.ts';
import { type Clockwork, createClockwork } from './clockwork.ts';
import { createContainers } from './containers.ts';
import { dataOf } from './contents.ts';
import { type ErasureWatch, watchErasures } from './erasure-watch.ts';
import type { Functions } from './functions.ts';
import { createInvocations, type Invocation, type Invocations } from './invocations.ts';
import { createMailFates, fatefulMailer, type MailFates } from './mail-fates.ts';
import { faultyPorts } from './ports/faulty-ports.ts';
import { createMemoryDocuments, type MemoryDocuments } from './ports/memory-documents.ts';
import { createMemoryMailer, type MemoryMailer } from './ports/memory-mailer.ts';
import { createMemoryPoster, type MemoryPoster } from './ports/memory-poster.ts';
import { createMemoryTables, type MemoryPart, type MemoryTable } from './ports/memory-table.ts';
import { outageDocuments } from './ports/outage-documents.ts';
import { outageMailer } from './ports/outage-mailer.ts';
import { simulatedIds } from './ports/simulated-system.ts';
import { type Random, randomFrom } from './random.ts';
import { toldSystem } from './told.ts';
import { lasts, type Weather } from './weather.ts';
import type { Definition } from './workflow/asl.ts';
import { createWorkflowEngine } from './workflow/workflow-engine.ts';

/** How long functions may run; API Gateway ends a request after 29 s (quota), steps and sweeper have their time-outs. */
const longest = { requestMs: 29 * SECOND, stepMs: 30 * SECOND, sweepMs: 60 * SECOND, eraseMs: 300 * SECOND };

const longestOf: Partial<Readonly<Record<Scheduled, number>>> = {
  ...{ sweep: longest.sweepMs, deliver: longest.sweepMs, runBatches: longest.sweepMs, carryOnImports: longest.sweepMs },
  ...{ remind: longest.sweepMs, erase: longest.eraseMs },
};

/** An answer as a browser sees it; `lost` when none came. */
export type Answer =
  | {
      readonly status: number;
      readonly body: Readonly<Record<string, unknown>>;
      readonly cookies: readonly string[];
      /** False where a fault kept the service from keeping it for a repeat with the same key, who is answered anew. */
      readonly kept: boolean;
    }
  | 'lost';

/** What may be planted in a world to see whether its checks find it; each is asked once a world. */
export interface Plants {
  readonly table?: (table: MemoryTable) => Table;
  readonly documents?: (documents: MemoryDocuments) => DocumentStore;
  /** What the code is given in an invocation, by the name of its function: between the code and the weather. */
  readonly ports?: () => (ports: Ports, name: string) => Ports;
  readonly functions?: (functions: Functions) => Functions;
}

/** What runs by the clock. */
export type Scheduled = 'sweep' | 'deliver' | 'runBatches' | 'carryOnImports' | 'erase' | 'remind';

export interface World {
  readonly clockwork: Clockwork;
  readonly weather: Weather;
  readonly random: Random;
  readonly table: MemoryTable;
  readonly keyTable: MemoryPart;
  /** The first certificate that is made, as soon as it is; for ever waited for where none is. */
  readonly firstCertificate: Promise<string>;
  /** When credit is claimed in a first browser, and in a second; for ever waited for where it is not. */
  readonly claims: readonly [Promise<void>, Promise<void>];
  /** When a second person begins to decide on a merging, who says so. */
  readonly firstMerging: PromiseWithResolvers<void>;
  /** When erasures are looked for first; for ever waited for where none is due. */
  readonly firstErasing: Promise<void>;
  readonly documents: MemoryDocuments;
  readonly mailer: MemoryMailer;
  readonly erasures: ErasureWatch;
  /** What was seen to be wrong as it happened. */
  readonly seen: readonly string[];
  readonly receivers: MemoryPoster;
  readonly invocations: Invocations;
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Record<string, number>>;
  /** When the last fault so far was or will be over. */
  troubledUntilMs(): number;
  /** What was logged, with the name of the invocation. */
  readonly logged: readonly { readonly by: string; readonly event: LogEvent }[];
  /** Faults that allow a mail one extra delivery, per message key. */
  readonly mailExcuses: ReadonlyMap<string, number>;
  /** How many mails had been delivered when the mail service, which was down, refused one for the last time, per message key. */
  readonly mailRefused: ReadonlyMap<string, number>;
  /** What became of mails that the mail service took. */
  readonly mailFates: MailFates;
  /** When a mail was asked for, the last time that it was; per message key. */
  readonly mailAsked: ReadonlyMap<string, number>;
  readonly traced: readonly string[];
  /** Requests that reached the service, whatever became of them. */
  readonly requested: readonly { readonly route: keyof Routes; readonly params: Sent['params'] }[];
  trace(line: () => string): void;
  request(route: keyof Routes, sent: Sent): Promise<Answer>;
  invoke(name: string, handler: Handler<unknown, unknown>, event: unknown): Promise<unknown>;
  /** Runs what the schedules of EventBridge run every minute or, for those who are reminded, every hour. */
  runScheduled(names: readonly Scheduled[]): Promise<void>;
}

export interface WorldOptions {
  readonly seed: number;
  readonly weather: Weather;
  readonly functions: Functions;
  readonly definition: Definition;
  readonly stepOf: (functionArn: string) => StepName;
  readonly startMs: number;
  /** What the table holds from the beginning, as a table of memory kept it. */
  readonly rows?: readonly Row[];
  /** Whether a system of the provider’s is told of what happens. */
  readonly tellsOthers?: boolean;
  readonly plants?: Plants;
  /** Keep the trace of every I/O point; slow, for one failing schedule. */
  readonly traceAll?: boolean;
}

/** The whole service over ports of memory, in virtual time and bad weather. */
export function createWorld(options: WorldOptions): World {
  const {
    seed,
    weather,
    definition,
    stepOf,
    startMs,
    rows = [],
    tellsOthers = false,
    plants = {},
    traceAll = false,
  } = options;
  const functions = plants.functions?.(options.functions) ?? options.functions;
  const random = randomFrom(seed);
  const traced: string[] = [];
  const logged: { by: string; event: LogEvent }[] = [];
  const mailExcuses = new Map<string, number>();
  const mailRefused = new Map<string, number>();
  const mailAsked = new Map<string, number>();
  /** Invocations whose answer could not be kept for a repeat. */
  const forgotten = new Set<string>();
  const clockwork: Clockwork = createClockwork(startMs, () => invocations.atWork());
  const trace = (line: () => string): void => {
    if (traceAll) traced.push(`${new Date(clockwork.nowMs()).toISOString()} ${line()}`);
  };
  const faults: Record<string, number> = {};
  let troubledUntilMs = Number.NEGATIVE_INFINITY;
  const happened = (fault: string, lastingMs = 0): void => {
    faults[fault] = (faults[fault] ?? 0) + 1;
    troubledUntilMs = Math.max(troubledUntilMs, clockwork.nowMs() + lastingMs);
  };
  const invocations: Invocations = createInvocations({
    ...{ clockwork, startMs, weather, trace, happened },
    random: random.fork(),
  });

  const indexRandom = random.fork();
  const { table, keyTable } = createMemoryTables({
    nowMs: clockwork.nowMs,
    indexLagMs: () => indexRandom.fraction() * weather.climate().indexLagMs,
    forgetsExpired: () => indexRandom.chance(weather.climate().forget),
  });
  table.load(tellsOthers ? [...rows, ...toldSystem] : rows);
  let certificateMade: (certificateId: string) => void = () => {};
  const firstCertificate = new Promise<string>((resolve) => {
    certificateMade = resolve;
  });
  const watching = (watched: Table): Table => ({
    ...watched,
    async write(writes) {
      await watched.write(writes);
      for (const write of writes) {
        if (write.kind !== 'put') continue;
        const { kind, pk, data } = write.row;
        if (kind === 'certificate') certificateMade(pk.split('#')[1] ?? '');
        if (kind !== 'mail') continue;
        const { messageKey, status, tries } = dataOf<MailIntent>(data);
        if (status === 'queued' && tries === 0) mailAsked.set(messageKey, clockwork.nowMs());
      }
    },
  });
  const seen: string[] = [];
  const erasures = watchErasures(
    plants.table?.(table) ?? table,
    table,
    clockwork.nowMs,
    (breach) => void seen.push(breach),
  );
  const watched = watching(erasures.table);
  const documents = createMemoryDocuments();
  const memoryMailer = createMemoryMailer();
  const mailFates = createMailFates({
    ...{ clockwork, climate: weather.climate, random: random.fork() },
    tell: (event) =>
      runHandler({ name: 'feedback', longestMs: longest.stepMs, reads: false }, functions.feedback, event),
  });
  const mailer = fatefulMailer(memoryMailer, mailFates.took);
  const receivers = createMemoryPoster();
  const receiverRandom = random.fork();
  receivers.answers.of = () => ({
    ...{ kind: 'answered', excerpt: '' },
    status: receiverRandom.chance(weather.climate().busyReceiver) ? 503 : 204,
  });
  const engine = createWorkflowEngine({
    ...{ definition, clockwork, weather, random: random.fork(), trace, happened },
    invoke: (arn, payload) => invoke(stepOf(arn), functions.step[stepOf(arn)], payload),
  });
  const portsOf = faultyPorts({
    ...{ clockwork, weather, random: random.fork(), workflows: engine },
    table: ({ name }) => (name.startsWith('erase/') ? erasures.erasing : watched),
    documents: outageDocuments(plants.documents?.(documents) ?? documents, () =>
      lasts(weather.climate().documentOutage, clockwork.nowMs() - startMs),
    ),
    poster: receivers.poster,
    mailer: outageMailer(
      mailer,
      () => lasts(weather.climate().mailOutage, clockwork.nowMs() - startMs),
      (messageKey) => void mailRefused.set(messageKey, mailer.delivered.length),
    ),
    ids: simulatedIds(random.fork()),
    log: ({ name }: Invocation, event) => {
      logged.push({ by: name, event });
      trace(() => `${name} logs ${JSON.stringify(event)}`);
    },
    excuseMail: (messageKey) => void mailExcuses.set(messageKey, (mailExcuses.get(messageKey) ?? 0) + 1),
    excuseReply: ({ name }) => void forgotten.add(name),
  });

  const planted = plants.ports?.() ?? ((ports: Ports): Ports => ports);
  const runOver = createContainers();
  const runHandler = <Event, Result>(
    ran: { readonly name: string; readonly longestMs: number; readonly reads: boolean },
    handler: Handler<Event, Result>,
    event: Event,
    begun?: (invocation: Invocation) => void,
  ): Promise<Result> =>
    invocations.run(ran, (invocation) => {
      begun?.(invocation);
      return runOver(planted(portsOf(invocation), ran.name), handler, event, { awsRequestId: invocation.name });
    });
  const invoke = (name: string, handler: Handler<unknown, unknown>, event: unknown): Promise<unknown> => {
    if (name === 'erase') erasing.resolve();
    const longestMs = longestOf[name as Scheduled] ?? longest.stepMs;
    return runHandler({ name, longestMs, reads: false }, handler, event);
  };

  const erasing = Promise.withResolvers<void>();
  const claimed = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
  const claimants = new Set<string>();
  const answerRandom = random.fork();
  const requested: { route: keyof Routes; params: Sent['params'] }[] = [];
  async function request(route: keyof Routes, sent: Sent): Promise<Answer> {
    requested.push({ route, params: sent.params });
    if (route === 'claimCredit') claimed[claimants.add(`${sent.cookies}`).size - 1]?.resolve();
    const event = apiEvent(routes[route], `request-${requested.length}`, clockwork.nowMs(), sent);
    const asked = { name: route, longestMs: longest.requestMs, reads: routes[route].method === 'GET' };
    let invoked = '';
    const ran: Promise<ApiResult | 'lost'> = runHandler(asked, functions.api[route], event, ({ name }) => {
      invoked = name;
    }).catch((error: unknown) => {
      if (error instanceof Error && error.name === 'Sandbox.Timedout') return 'lost';
      throw error;
    });
    await clockwork.sleep(answerRandom.fraction() * 20);
    const result = await ran;
    if (result === 'lost' || answerRandom.chance(weather.climate().loseAnswer)) {
      if (result !== 'lost') happened('an answer that never arrived');
      trace(() => `the answer of ${route} is lost`);
      return 'lost';
    }
    trace(
      () =>
        `${event.rawPath} ${sent.idempotencyKey ?? ''} is answered ${result.statusCode} ${result.body?.slice(0, 160)}`,
    );
    const isJson = String(result.headers?.['content-type']).includes('json');
    return {
      status: result.statusCode ?? 0,
      body: isJson ? JSON.parse(result.body ?? '{}') : {},
      cookies: result.cookies ?? [],
      kept: !forgotten.has(invoked),
    };
  }

  return {
    ...{
      clockwork,
      weather,
      random,
      table,
      keyTable,
      firstCertificate,
      firstMerging: Promise.withResolvers<void>(),
      firstErasing: erasing.promise,
      claims: [claimed[0].promise, claimed[1].promise],
      documents,
      mailer,
      erasures,
      seen,
      receivers,
      invocations,
      faults,
      logged,
      mailExcuses,
      mailRefused,
      mailFates,
      mailAsked,
      traced,
      trace,
      requested,
    },
    ...{ request, invoke },
    // A clock that is wrong may call work due minutes late.
    troubledUntilMs: () => (weather.climate().skewMs > 0 ? Number.POSITIVE_INFINITY : troubledUntilMs),
    runScheduled: async (names) => {
      const runs = names.map((name) =>
        invoke(name, functions[name], {}).catch((error: unknown) => {
          // The next run goes on; Scheduler tries again, too.
          if (!(error instanceof Error) || !['Sandbox.Timedout', 'TransientError'].includes(error.name)) throw error;
        }),
      );
      await Promise.all(runs);
    },
  };
}
