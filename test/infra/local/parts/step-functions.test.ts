import {
  DescribeExecutionCommand,
  SFNClient,
  StartExecutionCommand,
  StartSyncExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type StepFunctions, startStepFunctions } from '../../../../infra/local/parts/step-functions.ts';

const arnOf = (name: string) => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
const functionArn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

/** One task with what the case adds to it, followed by the end. */
function oneTask(functionName: string, more: object = {}, moreStates: object = {}, moreMachine: object = {}) {
  return JSON.stringify({
    StartAt: 'Work',
    ...moreMachine,
    States: { Work: { Type: 'Task', Resource: functionArn(functionName), End: true, ...more }, ...moreStates },
  });
}

class TransientError extends Error {
  override readonly name = 'TransientError';
}

const retry = (more: object) => [
  { ErrorEquals: ['TransientError'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: 2, ...more },
];
const definitions: Record<string, string> = {
  echo: oneTask('echo'),
  shaped: oneTask('echo', { Parameters: { 'was.$': '$.value' }, ResultPath: '$.task' }),
  discarded: oneTask('echo', { ResultPath: null }),
  integration: JSON.stringify({
    StartAt: 'Work',
    States: {
      Work: {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        Parameters: { FunctionName: functionArn('echo'), 'Payload.$': '$' },
        OutputPath: '$.Payload',
        End: true,
      },
    },
  }),
  broken: oneTask('broken'),
  retried: oneTask('flaky', { Retry: retry({}) }),
  retriedByAnotherName: oneTask('broken', { Retry: retry({}) }),
  caught: oneTask(
    'broken',
    { Catch: [{ ErrorEquals: ['PermanentError'], ResultPath: '$.problem', Next: 'Park' }] },
    { Park: { Type: 'Pass', End: true } },
  ),
  taskTimeout: oneTask('hanging', { TimeoutSeconds: 1 }),
  machineTimeout: oneTask('hanging', {}, {}, { TimeoutSeconds: 1 }),
  stoppedWhileRetrying: oneTask('counted', { Retry: retry({ IntervalSeconds: 60, MaxAttempts: 50 }) }),
  waiting: JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 1, End: true } } }),
  waitingLong: JSON.stringify({ StartAt: 'Wait', States: { Wait: { Type: 'Wait', Seconds: 200, End: true } } }),
  choosing: JSON.stringify({
    StartAt: 'Passed?',
    States: {
      'Passed?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.passed', BooleanEquals: true, Next: 'Yes' }],
        Default: 'No',
      },
      Yes: { Type: 'Pass', Result: 'unlocked', End: true },
      No: { Type: 'Fail', Error: 'NotPassed', Cause: 'the score was below the pass mark' },
    },
  }),
  context: JSON.stringify({
    StartAt: 'Name',
    States: { Name: { Type: 'Pass', Parameters: { 'name.$': '$$.Execution.Name' }, End: true } },
  }),
};

const calls: Record<string, number[]> = {};
const functions: Record<string, (payload: unknown) => Promise<unknown>> = {
  echo: async (payload) => payload,
  hanging: () => new Promise(() => {}),
  broken: async () => {
    throw Object.assign(new Error('no such learner'), { name: 'PermanentError' });
  },
  flaky: async () => {
    if (calls.flaky?.length === 3) return 'third time';
    throw new TransientError('busy');
  },
  counted: async () => {
    throw new TransientError('busy');
  },
};

async function invoke(arn: string, payload: unknown) {
  const name = arn.split(':').at(-1) ?? '';
  const times = calls[name] ?? [];
  calls[name] = times;
  times.push(performance.now());
  return functions[name]?.(payload);
}

let served: StepFunctions;
let client: SFNClient;

beforeAll(async () => {
  served = await startStepFunctions({
    stateMachines: Object.fromEntries(
      Object.entries(definitions).map(([name, definition]) => [arnOf(name), { definition, type: 'EXPRESS' as const }]),
    ),
    invoke,
  });
  vi.stubEnv('AWS_ENDPOINT_URL_SFN', served.endpoint);
  client = new SFNClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    disableHostPrefix: process.env.AWS_ENDPOINT_URL_SFN !== undefined,
    maxAttempts: 1,
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await served.stop();
});

const runSync = (name: string, input: unknown = {}) =>
  client.send(
    new StartSyncExecutionCommand({ stateMachineArn: arnOf(name), input: JSON.stringify(input), name: 'attempt-1' }),
  );
const start = (name: string) => client.send(new StartExecutionCommand({ stateMachineArn: arnOf(name) }));
const describeIt = (executionArn: string | undefined) => client.send(new DescribeExecutionCommand({ executionArn }));

describe('the embedded Step Functions', () => {
  it('answers a synchronous execution with what the functions returned', async () => {
    const answer = await runSync('echo', { value: 7 });
    expect(answer).toMatchObject({
      status: 'SUCCEEDED',
      output: '{"value":7}',
      name: 'attempt-1',
      input: '{"value":7}',
    });
    expect(answer.startDate).toBeInstanceOf(Date);
    expect(answer.executionArn).toContain(':express:echo:attempt-1:');
  });

  it('lets a name be used again, as Express does', async () => {
    const [first, second] = [await runSync('echo'), await runSync('echo')];
    expect([first.status, second.status]).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(first.executionArn).not.toBe(second.executionArn);
  });

  it('shapes input and output by JSONPath', async () => {
    expect((await runSync('shaped', { value: 7 })).output).toBe('{"value":7,"task":{"was":7}}');
    expect((await runSync('discarded', { value: 7 })).output).toBe('{"value":7}');
    expect((await runSync('integration', { value: 7 })).output).toBe('{"value":7}');
    expect((await runSync('context')).output).toBe('{"name":"attempt-1"}');
  });

  it('ends a failed execution with the name of the error and the cause as Lambda tells it', async () => {
    const { status, error, cause } = await runSync('broken');
    expect({ status, error }).toEqual({ status: 'FAILED', error: 'PermanentError' });
    expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'PermanentError', errorMessage: 'no such learner' });
  });

  it('retries by the name of the error, each time later', async () => {
    expect(await runSync('retried')).toMatchObject({ status: 'SUCCEEDED', output: '"third time"' });
    const [first = 0, second = 0, third = 0] = calls.flaky ?? [];
    // Timers may fire a moment early by the clock that measures them.
    expect(second - first).toBeGreaterThan(990);
    expect(third - second).toBeGreaterThan(1990);
    const before = calls.broken?.length ?? 0;
    expect((await runSync('retriedByAnotherName')).error).toBe('PermanentError');
    expect(calls.broken).toHaveLength(before + 1);
  });

  it('catches an error and carries its name and cause on', async () => {
    const output = JSON.parse((await runSync('caught', { attemptId: 'a' })).output ?? '');
    expect(output).toMatchObject({ attemptId: 'a', problem: { Error: 'PermanentError' } });
    expect(JSON.parse(output.problem.Cause).errorMessage).toBe('no such learner');
  });

  it('chooses and waits', async () => {
    expect((await runSync('choosing', { passed: true })).output).toBe('"unlocked"');
    expect(await runSync('choosing', { passed: false })).toMatchObject({
      status: 'FAILED',
      error: 'NotPassed',
      cause: 'the score was below the pass mark',
    });
    const { startDate, stopDate } = await runSync('waiting');
    expect((stopDate?.getTime() ?? 0) - (startDate?.getTime() ?? 0)).toBeGreaterThan(990);
  });

  it('ends a task and an execution that take too long', async () => {
    const [task, machine] = await Promise.all([runSync('taskTimeout'), runSync('machineTimeout')]);
    expect(task).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(machine).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
  });

  it('describes and stops an execution', async () => {
    const { executionArn } = await start('waitingLong');
    expect((await describeIt(executionArn)).status).toBe('RUNNING');
    await client.send(new StopExecutionCommand({ executionArn, error: 'Staff', cause: 'withdrawn' }));
    expect(await describeIt(executionArn)).toMatchObject({ status: 'ABORTED', error: 'Staff', cause: 'withdrawn' });
  });

  it('starts no retry after an execution was stopped', async () => {
    const { executionArn } = await start('stoppedWhileRetrying');
    await vi.waitUntil(() => calls.counted?.length === 1);
    await client.send(new StopExecutionCommand({ executionArn }));
    await runSync('echo');
    expect(calls.counted).toHaveLength(1);
  });

  it('refuses what AWS refuses, by the same names', async () => {
    await expect(runSync('missing')).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
    await expect(describeIt('arn:aws:states:us-east-1:000000000000:express:echo:a:b')).rejects.toMatchObject({
      name: 'ExecutionDoesNotExist',
    });
    const send = (more: object) => client.send(new StartExecutionCommand({ stateMachineArn: arnOf('echo'), ...more }));
    await expect(send({ input: '{not json' })).rejects.toMatchObject({ name: 'InvalidExecutionInput' });
    await expect(send({ name: 'with blank' })).rejects.toMatchObject({ name: 'InvalidName' });
  });

  it('does not start with a workflow that it would run otherwise than AWS', async () => {
    const startWith = (definition: string) =>
      startStepFunctions({ stateMachines: { [arnOf('x')]: { definition, type: 'EXPRESS' } }, invoke });
    await expect(startWith(oneTask('echo', {}, {}, { QueryLanguage: 'JSONata' }))).rejects.toThrow('JSONata');
    await expect(startWith(oneTask('echo', { Assign: { a: 1 } }))).rejects.toThrow('variables');
    await expect(startWith(oneTask('echo', { Resource: 'arn:aws:states:::sqs:sendMessage' }))).rejects.toThrow(
      'only Lambda',
    );
    await expect(startWith(oneTask('echo', { End: false }))).rejects.toThrow('invalid');
  });
});
