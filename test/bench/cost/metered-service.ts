import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { boundedClient } from '../../../functions/adapters/aws.ts';
import { createDynamoTable } from '../../../functions/adapters/dynamodb-table.ts';
import { createKmsSigner } from '../../../functions/adapters/kms-signer.ts';
import { createS3Documents } from '../../../functions/adapters/s3-documents.ts';
import { createSesMailer } from '../../../functions/adapters/ses-mailer.ts';
import { assumed } from '../../../infra/assumed.ts';
import { needsOf } from '../../../infra/house/needs.ts';
import { startKms } from '../../../infra/local/parts/kms.ts';
import { startMailbox } from '../../../infra/local/parts/mailbox.ts';
import { startS3 } from '../../../infra/local/parts/s3.ts';
import type { Billed } from '../../../infra/prices.ts';
import { steps } from '../../../shared/workflow/steps.ts';
import { localCredentials } from '../../contracts/implementation.ts';
import { clientOf, startEmbedded } from '../../contracts/table-on-dynamodb.ts';
import { createService, type Service } from '../../support/service.ts';
import { hearConsumed } from '../../support/units/consumed-capacity.ts';
import { watchKept } from './kept-bytes.ts';
import type { Meter } from './meter.ts';

/** `HandlerFunction` gives this much where nothing else is said. */
const USUAL_MB = 512;
const KEY = 'arn:aws:kms:us-east-1:000000000000:key/Cost';

/** What a request of each kind is billed as, and what its caller waits for it. */
const requests: Readonly<Record<string, readonly [billed: Billed, waitMs: number]>> = {
  PutObjectCommand: ['documentPuts', assumed.documentWaitMs.value],
  GetObjectCommand: ['documentGets', assumed.documentWaitMs.value],
  HeadObjectCommand: ['documentGets', assumed.documentWaitMs.value],
  SignCommand: ['signatures', assumed.signatureWaitMs.value],
  SendRawEmailCommand: ['mails', assumed.mailWaitMs.value],
};

/** A function at work: what of its time was another function's that it waited for, and what it waited for services. */
interface Running {
  cpuOfOthersMs: number;
  waitedMs: number;
  /** Steps of an execution that it waited for. */
  steps: number;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/**
 * The whole service over the AWS SDK and the embedded parts, which tells a meter what AWS would bill for it. Processor time is that
 * of this process, in which S3, KMS and the mailbox of one machine run too: it is rather more than a function's.
 */
export async function startMetered(meter: Meter): Promise<{
  readonly service: Service;
  /** How many bytes are kept for good. */
  readonly kept: ReturnType<typeof watchKept>;
  stop(): Promise<void>;
}> {
  const running: Running[] = [];
  const wait = (ms: number): void => {
    const current = running.at(-1);
    if (current) current.waitedMs += ms;
  };
  const folder = await mkdtemp(join(tmpdir(), 'credit-wallet-cost-'));
  const [dynamo, s3, kms, mailbox] = await Promise.all([
    startEmbedded(),
    startS3({ dataDir: folder, buckets: ['documents'], credentials: localCredentials }),
    startKms({ folder, keyIds: [KEY] }),
    startMailbox(),
  ]);
  const reached = ({ endpoint }: { readonly endpoint: string }) => ({
    ...boundedClient,
    ...{ endpoint, region: 'us-east-1', credentials: localCredentials },
  });
  const clients = {
    s3: new S3Client(reached(s3)),
    kms: new KMSClient(reached(kms)),
    ses: new SESClient(reached(mailbox)),
  };
  const hear = (commandName = ''): void => {
    const [billed, waitMs] = requests[commandName] ?? [];
    if (billed) meter.add(billed, 1);
    wait(waitMs ?? 0);
  };
  for (const { middlewareStack } of Object.values(clients)) {
    // Each client's stack has types of its own; all that is looked at is the command's name, which all have.
    (middlewareStack as typeof clients.s3.middlewareStack).add(
      (next, { commandName }) =>
        (args) => {
          hear(commandName);
          return next(args);
        },
      // Where it is sent: each sending is billed, and a link is made without one.
      { step: 'deserialize', name: 'hearRequests' },
    );
  }
  const table = clientOf(dynamo.endpoint);
  hearConsumed(table, ({ read, write }) => {
    meter.add('tableReads', read);
    meter.add('tableWrites', write);
    wait(assumed.tableWaitMs.value);
  });

  /** An invocation, billed for its own processor time at its share of one, and for what it waits. */
  async function around<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
    const self: Running = { cpuOfOthersMs: 0, waitedMs: 0, steps: 0 };
    const outer = running.at(-1);
    running.push(self);
    const began = cpuMs();
    try {
      return await run();
    } finally {
      const whole = cpuMs() - began;
      running.pop();
      const { memoryMb = USUAL_MB } = needsOf(name);
      const slower = Math.max(1, assumed.wholeProcessorMb.value / memoryMb);
      const own = whole - self.cpuOfOthersMs + assumed.coldCpuMs.value / assumed.coldOneIn.value;
      const lastsMs = own * slower + self.waitedMs;
      if (outer) {
        outer.cpuOfOthersMs += whole;
        outer.waitedMs += lastsMs;
        if (name in steps) outer.steps += 1;
      }
      meter.add('functionRequests', 1);
      meter.add('functionSeconds', (Math.ceil(lastsMs) / 1_000) * (memoryMb / 1_024));
      meter.add('logBytes', assumed.platformLogBytes.value);
    }
  }

  const service = createService({
    table: createDynamoTable({ client: table, tableName: dynamo.tableName }),
    documents: createS3Documents({ client: clients.s3, bucket: 'documents' }),
    signer: createKmsSigner({ client: clients.kms, keyIds: [KEY] }),
    mailer: createSesMailer({ client: clients.ses, sender: 'Meridian Society <cme@meridian.example>' }),
    around,
  });
  meterWorkflows(service, { meter, wait, current: () => running.at(-1) });
  return {
    service,
    kept: watchKept({ table, s3: clients.s3 }),
    async stop() {
      for (const client of [...Object.values(clients), table]) client.destroy();
      await Promise.all([dynamo.stop(), s3.stop(), kms.stop(), mailbox.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** How many states each door comes by that are no tasks: choices, and where an execution ends. */
const besideTasks = { grade: 3, award: 1 } as const;

/** Counts executions: each is billed for its start and for how long it lasts, which is what its functions last and a little more. */
function meterWorkflows(
  { workflows }: Service,
  { meter, wait, current }: { readonly meter: Meter; wait(ms: number): void; current(): Running | undefined },
): void {
  const { startAndWait } = workflows;
  workflows.startAndWait = async (input, timeoutMs) => {
    const { steps: stepsBefore = 0, waitedMs: before = 0 } = current() ?? {};
    const ended = await startAndWait(input, timeoutMs);
    const { steps: stepsAfter = 0, waitedMs: after = 0 } = current() ?? {};
    const tasks = stepsAfter - stepsBefore;
    const states = tasks + besideTasks[input.door];
    const between = assumed.transitionMs.value * states;
    wait(between + assumed.workflowWaitMs.value);
    meter.add('workflowStarts', 1);
    meter.add('workflowSeconds', (Math.ceil((after - before + between) / 100) / 10) * (64 / 1_024));
    meter.add('executionEvents', 2 + 5 * tasks + 2 * besideTasks[input.door]);
    meter.add('traces', assumed.tracedShare.value);
    meter.add('transitions', states);
    return ended;
  };
}
