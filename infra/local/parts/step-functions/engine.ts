import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import { isLambdaIntegration, readDefinition } from './definition.ts';

/** Runs the Lambda function and returns its result; what it throws has the `name` that Retry and Catch match. */
export type InvokeFunction = (functionArn: string, payload: unknown) => Promise<unknown>;

export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: string }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; readonly error?: string; readonly cause?: string };

export type Execution = { readonly outcome: Promise<Outcome>; abort(): void };
type ExecutionContext = { readonly Execution: object; readonly StateMachine: object };
export type Machine = { start(input: string, context: ExecutionContext): Execution };

type Json = Parameters<StateMachine['run']>[0];
type TaskHandler = (input: Json) => Promise<Json>;

/** A function's error as Step Functions shows it: the name stays, the cause is Lambda's JSON. */
class FunctionError extends Error {
  constructor(error: unknown) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const trace = stack
      ?.split('\n')
      .slice(1)
      .map((line) => line.trim());
    super(JSON.stringify({ errorType: name, errorMessage: message, trace }), { cause: error });
    this.name = name;
  }
}

/** Ends the retries of an execution that was stopped; the engine would go through all of them without a pause. */
class Stopped extends Error {
  readonly isRetryable = false;
  readonly isCatchable = false;
}

function toJson(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function taskHandler(resource: string, invoke: InvokeFunction): TaskHandler {
  const call = (functionArn: string, payload: Json) =>
    invoke(functionArn, payload).then(toJson, (error: unknown) => {
      throw new FunctionError(error);
    });
  if (!isLambdaIntegration(resource)) return (input) => call(resource, input);
  return async (input) => {
    const { FunctionName, Payload } = Object(input) as { FunctionName?: Json; Payload?: Json };
    return { ExecutedVersion: '$LATEST', StatusCode: 200, Payload: await call(String(FunctionName), Payload ?? {}) };
  };
}

function failure(error: unknown): Outcome {
  const reason = error instanceof ExecutionError ? error.cause : error;
  if (!(reason instanceof Error)) return { status: 'FAILED', cause: String(reason) };
  // A Fail state may name neither error nor cause.
  return {
    status: 'FAILED',
    ...(reason.name && { error: reason.name }),
    ...(reason.message && { cause: reason.message }),
  };
}

/**
 * Prepares a state machine written in JSONPath.
 * @param definition Amazon States Language, as synthesised
 * @param options.checked it went through here before, so it is not held against the language's schema again
 * @throws when the definition is invalid or uses what the engine cannot run
 */
export function createMachine(definition: string, invoke: InvokeFunction, { checked = false } = {}): Machine {
  const { definition: runnable, tasks, timeoutSeconds } = readDefinition(definition);
  const machine = new StateMachine(runnable, { validationOptions: { checkArn: false, noValidate: checked } });
  const handlers = tasks.map(({ stateName, resource }) => [stateName, taskHandler(resource, invoke)] as const);

  return {
    start(input, context) {
      let cutShort: Outcome | undefined;
      const untilCutShort = handlers.map(([stateName, handle]): [string, TaskHandler] => [
        stateName,
        async (payload) => {
          if (cutShort) throw new Stopped();
          return handle(payload);
        },
      ]);
      const { result, abort } = machine.run(JSON.parse(input), {
        overrides: { taskResourceLocalHandlers: Object.fromEntries(untilCutShort) },
        context: { ...context, Execution: { ...context.Execution } },
      });
      const cut = (outcome: Outcome) => {
        cutShort ??= outcome;
        abort();
      };
      const timer = setTimeout(() => cut({ status: 'TIMED_OUT', error: 'States.Timeout' }), timeoutSeconds * 1000);
      const outcome = result.then(
        (output): Outcome => cutShort ?? { status: 'SUCCEEDED', output: JSON.stringify(output) },
        (error: unknown) => cutShort ?? failure(error),
      );
      return {
        outcome: outcome.finally(() => clearTimeout(timer)),
        abort: () => cut({ status: 'ABORTED' }),
      };
    },
  };
}
