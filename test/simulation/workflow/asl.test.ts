import { describe, expect, it } from 'vitest';
import { createMachine } from '../../../infra/local/parts/step-functions/engine.ts';
import { ParkError, TransientError } from '../../../shared/ports.ts';
import { type StepName, steps } from '../../../shared/workflow/steps.ts';
import { type Engine, execute, type Outcome, readDefinition } from './asl.ts';
import { synthesisedWorkflow } from './synthesised-workflow.ts';

const { text, definition, stepOf } = synthesisedWorkflow();
const grade = { door: 'grade', workId: 'w', learnerId: 'l', activityId: 'a', attemptId: 't' };
const award = { door: 'award', workId: 'w', learnerId: 'l', activityId: 'a' };

type Play = (step: StepName, payload: object) => unknown;
const played: Play = (step, payload) =>
  step === 'award-credit'
    ? { ...payload, certificateId: 'c' }
    : step === 'render-certificate'
      ? { ...payload, messageKey: 'm' }
      : step === 'grade-attempt'
        ? { workId: 'w', passed: true }
        : { workId: 'w' };

/** An engine on no clock that writes down what was invoked and how long was waited. */
function engineThat(play: Play) {
  const calls: [StepName, unknown][] = [];
  const waits: number[] = [];
  const engine: Engine = {
    async invoke(arn, payload) {
      calls.push([stepOf(arn), payload]);
      return play(stepOf(arn), Object(payload));
    },
    async sleep(ms) {
      // The time limit of a task, which it keeps.
      if (ms > 30_000) return new Promise(() => {});
      waits.push(ms);
    },
    nowMs: () => 0,
    fraction: () => 0.5,
  };
  return { engine, calls, waits };
}

describe('the credit workflow in the simulation', () => {
  const failingIn = (failing: StepName): Play => {
    return (step, payload) => {
      if (step === failing) throw new ParkError(`${step} cannot`);
      return played(step, payload);
    };
  };
  const cases: [string, object, Play][] = [
    ['an attempt that passes', grade, played],
    ['an attempt that fails', grade, (_, payload) => ({ ...payload, passed: false })],
    ['a claim', award, played],
    ['a door that there is not', { ...award, door: 'none' }, played],
    ...Object.keys(steps).map((name): [string, object, Play] => [
      `${name} that fails for good`,
      name === 'grade-attempt' ? grade : award,
      failingIn(name as StepName),
    ]),
  ];

  it.each(cases)('goes as on the engine of the one-machine system, with %s', async (_, input, play) => {
    // Its retries would wait on the real clock; they are not asked for here, since nothing thrown is retried.
    const [mine, theirs] = [engineThat(play), engineThat(play)];
    const context = { Execution: {}, StateMachine: {} };
    const outcome = await execute(definition, input, mine.engine);
    const expected = await createMachine(text, theirs.engine.invoke).start(JSON.stringify(input), context).outcome;
    expect(mine.calls.map(([step]) => step)).toEqual(theirs.calls.map(([step]) => step));
    const essence = (status: Outcome['status'], output: unknown) => ({ status, output });
    expect(
      outcome.status === 'SUCCEEDED' ? essence('SUCCEEDED', outcome.output) : essence(outcome.status, undefined),
    ).toEqual(
      expected.status === 'SUCCEEDED'
        ? essence('SUCCEEDED', JSON.parse(expected.output))
        : { status: expected.status, output: undefined },
    );
    const parked = (calls: typeof mine.calls) =>
      calls.find(([step]) => step === 'park-work')?.[1] as Record<string, unknown> | undefined;
    expect(parked(mine.calls)?.step).toBe(parked(theirs.calls)?.step);
    expect(parked(mine.calls)?.error).toMatchObject(parked(theirs.calls) ? { Error: 'ParkError' } : {});
  });

  it('tries a step three times more with full jitter, when what failed may pass', async () => {
    let failures = 3;
    const { engine, calls, waits } = engineThat((step, payload) => {
      if (step === 'award-credit' && failures-- > 0) throw new TransientError('throttled');
      return played(step, payload);
    });
    expect((await execute(definition, award, engine)).status).toBe('SUCCEEDED');
    expect(calls.filter(([step]) => step === 'award-credit')).toHaveLength(4);
    // Half of 1, 2 and 4 seconds.
    expect(waits).toEqual([500, 1_000, 2_000]);
  });

  it('hands a step that keeps failing to be parked, with its name and error', async () => {
    const { engine, calls } = engineThat((step, payload) => {
      if (step === 'render-certificate') throw new TransientError('S3 is out');
      return played(step, payload);
    });
    await execute(definition, award, engine);
    expect(calls.at(-1)).toEqual([
      'park-work',
      expect.objectContaining({
        workId: 'w',
        step: 'render-certificate',
        error: {
          Error: 'TransientError',
          Cause: JSON.stringify({ errorType: 'TransientError', errorMessage: 'S3 is out' }),
        },
      }),
    ]);
  });
});

describe('the interpreter of the workflow’s language', () => {
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:step';
  const run = async (states: object, input: object, invoke: Engine['invoke'] = async () => ({})) =>
    execute(readDefinition(JSON.stringify({ StartAt: 'First', States: states })), input, {
      ...engineThat(played).engine,
      invoke,
    });

  it('ends a task that takes too long with States.Timeout', async () => {
    const outcome = await run(
      { First: { Type: 'Task', Resource: arn, TimeoutSeconds: 5, End: true } },
      {},
      () => new Promise(() => {}),
    );
    expect(outcome).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  });

  it('puts results where they belong', async () => {
    const states = {
      First: {
        Type: 'Task',
        Resource: arn,
        ResultSelector: { 'only.$': '$.a' },
        ResultPath: '$.deep.result',
        Next: 'Second',
      },
      Second: {
        Type: 'Pass',
        Parameters: { 'taken.$': '$.deep.result.only', said: 'so' },
        ResultPath: '$.passed',
        Next: 'Done',
      },
      Done: { Type: 'Succeed', OutputPath: '$.passed' },
    };
    expect(await run(states, { kept: 1 }, async () => ({ a: 1, b: 2 }))).toEqual({
      status: 'SUCCEEDED',
      output: { taken: 1, said: 'so' },
    });
  });

  it.each([
    ['a kind of state', { First: { Type: 'Map', End: true } }],
    ['a field', { First: { Type: 'Task', Resource: arn, HeartbeatSeconds: 5, End: true } }],
    [
      'an intrinsic function',
      { First: { Type: 'Pass', Parameters: { 'a.$': "States.Format('{}', $.b)" }, End: true } },
    ],
    ['a path', { First: { Type: 'Pass', InputPath: '$.a[0]', End: true } }],
    ['a comparison', { First: { Type: 'Choice', Choices: [{ Variable: '$.a', StringMatches: '*', Next: 'First' }] } }],
  ])('refuses %s that it does not know', async (_, states) => {
    await expect(run(states, { a: 'x' })).rejects.toThrow();
  });
});
