import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { guardedServer } from './guarded-server.ts';
import { close, listen } from './port.ts';
import { readBody } from './read-body.ts';
import type { InvokeFunction, Machine } from './step-functions/engine.ts';
import { type ExecutionRecord, rememberExecutions } from './step-functions/executions.ts';

export type StateMachines = Readonly<
  Record<
    string,
    {
      readonly definition: string;
      readonly type: 'EXPRESS';
      /** It was checked before, by `createMachine`: the engine is loaded with the first execution, or by `warm`. */
      readonly checked?: boolean;
    }
  >
>;
export type StepFunctions = { readonly endpoint: string; warm(): Promise<void>; stop(): Promise<void> };

const executionsRemembered = 1000;
const longestInputBytes = 256 * 1024;
const longestRequestBytes = 1024 * 1024;

/** An error of the Step Functions API; `code` becomes the name of the exception in the SDK. */
class ApiError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

type Parameters = Readonly<Record<string, unknown>>;

function text(parameters: Parameters, name: string): string | undefined {
  const value = parameters[name];
  if (value !== undefined && value !== null && typeof value !== 'string') {
    throw new ApiError('SerializationException', `${name} must be a string`);
  }
  return value ?? undefined;
}

function checkName(name: string): string {
  if (/^[\w.+!@()=',~-]{1,80}$/.test(name)) return name;
  throw new ApiError('InvalidName', `Invalid Name: '${name}'`);
}

function checkInput(input: string): string {
  const invalid = (why: string) =>
    new ApiError('InvalidExecutionInput', `Invalid State Machine Execution Input: '${why}'`);
  if (Buffer.byteLength(input) > longestInputBytes) throw invalid(`input is longer than ${longestInputBytes} bytes`);
  try {
    JSON.parse(input);
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'not JSON');
  }
  return input;
}

/** `arn:aws:states:R:A:stateMachine:N` → `arn:aws:states:R:A:express:N:NAME:UUID`: a name may be used again under Express. */
function executionArnOf(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':express:')}:${name}:${randomUUID()}`;
}

/** Dates travel as seconds since 1970 in AWS JSON. */
const seconds = (date: Date) => date.getTime() / 1000;

function describe({ executionArn, stateMachineArn, name, input, startDate, ended, stopReason }: ExecutionRecord) {
  return {
    executionArn,
    stateMachineArn,
    name,
    input,
    startDate: seconds(startDate),
    status: 'RUNNING',
    ...(ended && { ...ended.outcome, ...stopReason, stopDate: seconds(ended.stopDate) }),
  };
}

function api(machines: ReadonlyMap<string, () => Promise<Machine>>) {
  const executions = rememberExecutions(executionsRemembered);

  async function start(parameters: Parameters): Promise<{ record: ExecutionRecord; ended: Promise<void> }> {
    const stateMachineArn = text(parameters, 'stateMachineArn') ?? '';
    const machineOf = machines.get(stateMachineArn);
    if (!machineOf)
      throw new ApiError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
    const name = checkName(text(parameters, 'name') ?? randomUUID());
    const input = checkInput(text(parameters, 'input') ?? '{}');
    const executionArn = executionArnOf(stateMachineArn, name);
    const machine = await machineOf();
    const execution = machine.start(input, {
      Execution: { Id: executionArn, Name: name, RoleArn: '' },
      StateMachine: { Id: stateMachineArn, Name: stateMachineArn.split(':').at(-1) },
    });
    const record: ExecutionRecord = { executionArn, stateMachineArn, name, input, startDate: new Date(), execution };
    executions.add(record);
    const ended = execution.outcome.then((outcome) => {
      record.ended = { outcome, stopDate: new Date() };
    });
    return { record, ended };
  }

  function find(parameters: Parameters): ExecutionRecord {
    const executionArn = text(parameters, 'executionArn') ?? '';
    const record = executions.find(executionArn);
    if (record) return record;
    throw new ApiError('ExecutionDoesNotExist', `Execution Does Not Exist: '${executionArn}'`);
  }

  const operations: Readonly<Record<string, (parameters: Parameters) => Promise<object>>> = {
    async StartExecution(parameters) {
      const { executionArn, startDate } = (await start(parameters)).record;
      return { executionArn, startDate: seconds(startDate) };
    },
    async StartSyncExecution(parameters) {
      const { record, ended } = await start(parameters);
      await ended;
      const ranMs = (record.ended?.stopDate.getTime() ?? 0) - record.startDate.getTime();
      // AWS bills by 100 ms; told because the SDK's answer has the field.
      const billedDurationInMilliseconds = Math.max(100, Math.ceil(ranMs / 100) * 100);
      return { ...describe(record), billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds } };
    },
    async DescribeExecution(parameters) {
      return describe(find(parameters));
    },
    async StopExecution(parameters) {
      const record = find(parameters);
      const [error, cause] = [text(parameters, 'error'), text(parameters, 'cause')];
      if (!record.ended) {
        record.stopReason = { ...(error && { error }), ...(cause && { cause }) };
        record.execution.abort();
        await record.execution.outcome;
      }
      return { stopDate: seconds(record.ended?.stopDate ?? new Date()) };
    },
  };
  return { operations, stopAll: () => executions.running().forEach(({ execution }) => void execution.abort()) };
}

async function parametersOf(request: IncomingMessage): Promise<Parameters> {
  const body = await readBody(request, longestRequestBytes);
  if (!body) throw new ApiError('SerializationException', 'The request is too long');
  try {
    return Object(JSON.parse(body.toString() || '{}'));
  } catch {
    throw new ApiError('SerializationException', 'The request is not JSON');
  }
}

/**
 * Serves StartExecution, StartSyncExecution, DescribeExecution and StopExecution over the AWS JSON 1.0 protocol and runs the
 * given Express state machines in this process; their Lambda tasks go to `invoke`. Nothing is persisted: an execution that
 * dies with the host is for the outbox to start again.
 *
 * With `AWS_ENDPOINT_URL_SFN=http://127.0.0.1:PORT` the SDK calls `sync-127.0.0.1` for StartSyncExecution, which no resolver
 * knows. The client must use a given endpoint as it is:
 * `new SFNClient({ disableHostPrefix: process.env.AWS_ENDPOINT_URL_SFN !== undefined })`.
 * On AWS the variable is not set and the prefix stays, where it is needed.
 * @param options.stateMachines definition (Amazon States Language in JSONPath, ARNs resolved) by the machine's ARN
 */
export async function startStepFunctions(options: {
  readonly stateMachines: StateMachines;
  readonly invoke: InvokeFunction;
  readonly port?: number;
}): Promise<StepFunctions> {
  const machines = Object.entries(options.stateMachines).map(([arn, { definition, checked = false }]) => {
    let making: Promise<Machine> | undefined;
    // The engine takes a third of a second to load and to check a definition, which a start need not wait for.
    const make = async (): Promise<Machine> => {
      const { createMachine } = await import('./step-functions/engine.ts');
      return createMachine(definition, options.invoke, { checked });
    };
    const machineOf = (): Promise<Machine> => {
      making ??= make();
      return making;
    };
    return { arn, checked, machineOf };
  });
  await Promise.all(machines.filter(({ checked }) => !checked).map(({ machineOf }) => machineOf()));
  const { operations, stopAll } = api(new Map(machines.map(({ arn, machineOf }) => [arn, machineOf])));

  async function answer(request: IncomingMessage): Promise<object> {
    const target = String(request.headers['x-amz-target'] ?? '');
    const operation = operations[target.replace(/^AWSStepFunctions\./, '')];
    if (!operation) throw new ApiError('UnknownOperationException', `${target} is not served locally`);
    return operation(await parametersOf(request));
  }

  const server = guardedServer(async (request, response) => {
    const send = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() });
      response.end(JSON.stringify(body));
    };
    try {
      send(200, await answer(request));
    } catch (error) {
      if (error instanceof ApiError) return send(400, { __type: error.code, message: error.message });
      console.error(error);
      send(500, { __type: 'InternalFailure', message: 'The local Step Functions failed' });
    }
  });
  const port = await listen(server, options.port ?? 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    warm: async () => void (await Promise.all(machines.map(({ machineOf }) => machineOf()))),
    async stop() {
      stopAll();
      await close(server);
    },
  };
}
