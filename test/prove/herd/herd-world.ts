import { nodeCiphers } from '../../../functions/adapters/ciphers.ts';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import type { Ports } from '../../../functions/capabilities.ts';
import { quotas } from '../../../infra/quotas.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import type { Workflows } from '../../../shared/ports.ts';
import { apiEvent, type Sent } from '../../simulation/api-event.ts';
import { type Clockwork, createClockwork } from '../../simulation/clockwork.ts';
import { createMemoryDocuments } from '../../simulation/ports/memory-documents.ts';
import { createMemoryMailer, type MemoryMailer } from '../../simulation/ports/memory-mailer.ts';
import { createMemoryPoster } from '../../simulation/ports/memory-poster.ts';
import { createMemorySigner } from '../../simulation/ports/memory-signer.ts';
import { createMemoryTables, type MemoryTable } from '../../simulation/ports/memory-table.ts';
import { noEmployer } from '../../simulation/ports/no-employer.ts';
import { simulatedPrinter } from '../../simulation/ports/simulated-printer.ts';
import { simulatedClock, simulatedIds } from '../../simulation/ports/simulated-system.ts';
import { type Random, randomFrom } from '../../simulation/random.ts';
import type { Stage } from '../../simulation/schedule.ts';
import { execute } from '../../simulation/workflow/asl.ts';
import { type Capacity, chargedTable } from './charged-table.ts';
import { createFleet, TooManyRequests } from './fleet.ts';
import { bySdk, createServices, type Services } from './services.ts';
import { createTokenBucket } from './token-bucket.ts';

/** What the account gives: what AWS publishes, or what was asked for. */
export interface Account {
  readonly table: Capacity;
  readonly concurrency: number;
  readonly mailsPerSecond: number;
}

export interface Answer {
  readonly status: number;
  /** The seconds after which the service wants to be asked again, where it says so. */
  readonly retryAfter: number;
  readonly body: string;
}

export interface HerdWorld {
  readonly clockwork: Clockwork;
  readonly random: Random;
  readonly table: MemoryTable;
  readonly mailer: MemoryMailer;
  readonly services: Services;
  /** The ports of a function, without any quota: to prepare what stands before the event. */
  readonly unlimited: Ports;
  /** Units that were read and written, by table or index (`writes table`) and by the key within it. */
  readonly spent: ReadonlyMap<string, number>;
  readonly mostAtWork: () => number;
  readonly secondsAtWork: () => number;
  request(route: keyof Routes, sent: Sent): Promise<Answer>;
  sweep(): Promise<void>;
}

/** The stage of the API lets so many through (`infra/house/routed-api.ts`). */
const STAGE_REQUESTS = 3_000;
/** Usual latencies within a Region, one call and its answer. */
const latencyMs = { gateway: 20, start: 15, state: 5, invoke: 8, sign: 15, put: 40, mail: 60 };

/** The service on AWS as it publishes itself: every call of a port costs what it costs there, in virtual time. */
export function createHerdWorld({ functions, definition, stepOf }: Stage, account: Account, seed: number): HerdWorld {
  const random = randomFrom(seed);
  const clockwork = createClockwork(Date.parse('2026-11-26T15:00:00.000Z'), () => false);
  const { nowMs } = clockwork;
  const services = createServices(clockwork, random.fork());
  const memory = createMemoryTables({ nowMs });
  const charged = chargedTable(memory.table, { capacity: account.table, services, nowMs });
  const [documents, mailer, signer] = [createMemoryDocuments(), createMemoryMailer(), createMemorySigner()];
  const bucket = (perSecond: number, burst?: number) =>
    createTokenBucket(nowMs, { perSecond, ...(burst && { burst }) });
  const buckets = {
    gateway: bucket(STAGE_REQUESTS, quotas.gatewayBurst.value),
    starts: bucket(quotas.expressStarts.value),
    signatures: bucket(quotas.signatures.value),
    puts: bucket(quotas.documentPuts.value),
    mails: bucket(account.mailsPerSecond),
  };
  const limited = <Result>(service: string, name: keyof typeof buckets, ms: number, effect: () => Promise<Result>) =>
    services.call({ service, ...bySdk, latencyMs: ms, take: () => buckets[name].take(), effect });

  const run = async (input: unknown): Promise<boolean> => {
    const { status } = await execute(definition, input, {
      ...{ sleep: clockwork.sleep, nowMs, fraction: () => random.fraction() },
      invoke: async (arn, payload) => {
        await clockwork.sleep(latencyMs.invoke);
        return fleet.invoke(stepOf(arn), functions.step[stepOf(arn)], payload);
      },
      entering: () => clockwork.sleep(latencyMs.state),
    });
    return status === 'SUCCEEDED';
  };
  const workflows: Workflows = {
    start: (input) => limited('Step Functions', 'starts', latencyMs.start, async () => void run(input)),
    startAndWait: (input, waitMs) =>
      Promise.race([
        limited('Step Functions', 'starts', latencyMs.start, () => run(input)).catch(() => false),
        clockwork.sleep(waitMs).then(() => false),
      ]),
  };
  const unlimited: Ports = {
    ...{ table: memory.table, documents, mailer, signer, workflows, employer: noEmployer },
    ...{ printer: simulatedPrinter, transcriptPrinter: simulatedPrinter },
    ...{
      ids: simulatedIds(random.fork()),
      digests: nodeDigests(),
      ciphers: nodeCiphers(),
      clock: simulatedClock(nowMs),
    },
    poster: createMemoryPoster().poster,
    log: () => {},
    config: {
      ...{ siteUrl: 'https://credit.example.org', providerName: 'Provider of the Herd', commit: '', node: '' },
      providerContact: 'help@example.org',
    },
  };
  const ports: Ports = {
    ...unlimited,
    table: charged,
    documents: {
      ...documents,
      putOnce: (document) => limited('S3', 'puts', latencyMs.put, () => documents.putOnce(document)),
    },
    signer: {
      keys: signer.keys,
      sign: (kid, message) => limited('KMS', 'signatures', latencyMs.sign, () => signer.sign(kid, message)),
    },
    mailer: { send: (mail) => limited('SES', 'mails', latencyMs.mail, () => mailer.send(mail)) },
  };
  const fleet = createFleet({ portsOf: () => ports, concurrency: account.concurrency, services, clockwork });
  let requests = 0;

  return {
    ...{ clockwork, random, services, unlimited, mailer, table: memory.table },
    ...{ spent: charged.spent, mostAtWork: fleet.most, secondsAtWork: fleet.seconds },
    async request(route, sent) {
      await clockwork.sleep(latencyMs.gateway * (0.5 + random.fraction()));
      const throttled = !buckets.gateway.take();
      services.note('API Gateway', throttled);
      if (throttled) return { status: 429, retryAfter: 0, body: '' };
      const event = apiEvent(routes[route], `request-${++requests}`, nowMs(), sent);
      const { name } = routes[route];
      try {
        const { statusCode = 0, headers, body = '' } = await fleet.invoke(name, functions.api[route], event);
        return { status: statusCode, retryAfter: Number(headers?.['retry-after'] ?? 0), body };
      } catch (error) {
        // The gateway's own answer when Lambda has no instance for a request.
        if (error instanceof TooManyRequests) return { status: 503, retryAfter: 0, body: '' };
        throw error;
      }
    },
    sweep: async () => {
      // Scheduler tries again what has no instance; the next minute comes anyway.
      await fleet.invoke('sweep-outbox', functions.sweep, {}).catch(() => undefined);
    },
  };
}
