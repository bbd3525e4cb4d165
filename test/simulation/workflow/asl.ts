/**
 * A deterministic interpreter of the part of the Amazon States Language that the credit workflow uses, on a clock that is
 * handed in: Task, Choice, Pass, Wait, Succeed and Fail in JSONPath, with Retry and Catch. Whatever else a definition
 * uses is refused at once, so that nothing runs otherwise here than it would on Step Functions.
 */
import * as z from 'zod/mini';

const path = z.string();
const io = {
  InputPath: z.optional(z.nullable(path)),
  OutputPath: z.optional(z.nullable(path)),
  ResultPath: z.optional(z.nullable(path)),
  Parameters: z.optional(z.unknown()),
  ResultSelector: z.optional(z.unknown()),
  Comment: z.optional(z.string()),
  QueryLanguage: z.optional(z.literal('JSONPath')),
};
const onward = { Next: z.optional(z.string()), End: z.optional(z.boolean()) };

const retrier = z.strictObject({
  Comment: z.optional(z.string()),
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z._default(z.number(), 1),
  MaxAttempts: z._default(z.number(), 3),
  BackoffRate: z._default(z.number(), 2),
  MaxDelaySeconds: z.optional(z.number()),
  JitterStrategy: z._default(z.enum(['FULL', 'NONE']), 'NONE'),
});
const catcher = z.strictObject({
  Comment: z.optional(z.string()),
  ErrorEquals: z.array(z.string()),
  Next: z.string(),
  ResultPath: z.optional(z.nullable(path)),
});
const choiceRule = z.looseObject({ Next: z.optional(z.string()) });

const state = z.discriminatedUnion('Type', [
  z.strictObject({
    ...io,
    ...onward,
    Type: z.literal('Task'),
    Resource: z.string(),
    TimeoutSeconds: z.optional(z.number()),
    Retry: z._default(z.array(retrier), []),
    Catch: z._default(z.array(catcher), []),
  }),
  z.strictObject({ ...io, ...onward, Type: z.literal('Pass'), Result: z.optional(z.unknown()) }),
  z.strictObject({ ...io, ...onward, Type: z.literal('Wait'), Seconds: z.number() }),
  z.strictObject({
    ...io,
    Type: z.literal('Choice'),
    Choices: z.array(choiceRule),
    Default: z.optional(z.string()),
  }),
  z.strictObject({ ...io, Type: z.literal('Succeed') }),
  z.strictObject({
    Type: z.literal('Fail'),
    Comment: z.optional(z.string()),
    Error: z.optional(z.string()),
    Cause: z.optional(z.string()),
    ErrorPath: z.optional(path),
    CausePath: z.optional(path),
  }),
]);
const machine = z.strictObject({
  Comment: z.optional(z.string()),
  StartAt: z.string(),
  States: z.record(z.string(), state),
  TimeoutSeconds: z.optional(z.number()),
  Version: z.optional(z.string()),
  QueryLanguage: z.optional(z.literal('JSONPath')),
});

export type Definition = z.infer<typeof machine>;
type State = z.infer<typeof state>;
type TaskState = Extract<State, { Type: 'Task' }>;
type Rule = z.infer<typeof choiceRule>;

export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: unknown }
  | { readonly status: 'FAILED' | 'TIMED_OUT'; readonly error: string; readonly cause: string };

/** What an execution runs on. */
export interface Engine {
  /** Runs a Lambda function; what it throws keeps its name. */
  invoke(functionArn: string, payload: unknown): Promise<unknown>;
  sleep(ms: number): Promise<void>;
  nowMs(): number;
  /** For full jitter. */
  fraction(): number;
  /** Before each state is entered; what it waits for, the execution waits for. */
  entering?(stateName: string): Promise<void>;
}

class StateError extends Error {
  readonly error: string;
  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}

/** The definition asks for what this interpreter does not do. It ends the run, not the execution. */
class Unsupported extends Error {}

/** @throws when the definition uses what the interpreter does not know. */
export const readDefinition = (text: string): Definition => machine.parse(JSON.parse(text));

/** The value at a reference path, `$` or `$.a.b`; undefined where there is none. */
function at(json: unknown, reference: string): unknown {
  if (!/^\$(\.[A-Za-z_][\w-]*)*$/.test(reference)) throw new Unsupported(`The path ${reference} is not supported`);
  let value = json;
  for (const name of reference.split('.').slice(1))
    value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return value;
}

function required(json: unknown, reference: string): unknown {
  const value = at(json, reference);
  if (value === undefined) throw new StateError('States.Runtime', `Nothing is at ${reference}`);
  return value;
}

/** A copy of the input with a value put at a reference path. */
function placed(input: unknown, value: unknown, reference: string | null | undefined): unknown {
  if (reference === null) return input;
  const names = (reference ?? '$').split('.').slice(1);
  const put = (into: unknown, [name, ...rest]: readonly string[]): unknown =>
    name === undefined ? value : { ...Object(into ?? {}), [name]: put(at(into, `$.${name}`), rest) };
  return put(input, names);
}

/** A payload template: members whose name ends in `.$` are taken from the input. */
function filled(template: unknown, input: unknown): unknown {
  if (Array.isArray(template)) return template.map((item) => filled(item, input));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, value]) => {
      if (!name.endsWith('.$')) return [name, filled(value, input)];
      if (typeof value !== 'string' || value.startsWith('$$') || value.startsWith('States.'))
        throw new Unsupported(`The template ${name}: ${String(value)} is not supported`);
      return [name.slice(0, -2), required(input, value)];
    }),
  );
}

const nested = z.array(choiceRule);

function holds(rule: Rule, input: unknown): boolean {
  const { Next: _, Comment: __, Variable, And, Or, Not, ...tests } = rule;
  if (And) return nested.parse(And).every((inner) => holds(inner, input));
  if (Or) return nested.parse(Or).some((inner) => holds(inner, input));
  if (Not) return !holds(choiceRule.parse(Not), input);
  const [test, ...more] = Object.entries(tests);
  if (!test || more.length > 0) throw new Unsupported('A choice rule must make one comparison');
  const [comparison, expected] = test;
  const variable = String(Variable);
  if (comparison === 'IsPresent') return (at(input, variable) !== undefined) === expected;
  if (comparison !== 'BooleanEquals' && comparison !== 'StringEquals' && comparison !== 'NumericEquals')
    throw new Unsupported(`The comparison ${comparison} is not supported`);
  return required(input, variable) === expected;
}

const matches = (names: readonly string[], error: string): boolean =>
  names.includes(error) ||
  (names.includes('States.ALL') && error !== 'States.DataLimitExceeded' && error !== 'States.Runtime') ||
  (names.includes('States.TaskFailed') && error !== 'States.Timeout' && error !== 'States.Runtime');

/** The error of a Lambda function as Step Functions shows it: its name, and Lambda's JSON as the cause. */
function stateErrorOf(error: unknown): StateError {
  if (error instanceof Unsupported) throw error;
  if (error instanceof StateError) return error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return new StateError(name, JSON.stringify({ errorType: name, errorMessage: message }));
}

/** Runs an execution to its end. */
export async function execute({ StartAt, States }: Definition, input: unknown, engine: Engine): Promise<Outcome> {
  async function invokeTask({ Resource, TimeoutSeconds }: TaskState, payload: unknown): Promise<unknown> {
    const viaIntegration = /:states:::lambda:invoke$/.test(Resource);
    const functionArn = viaIntegration ? String(required(payload, '$.FunctionName')) : Resource;
    const ran = engine.invoke(functionArn, viaIntegration ? (at(payload, '$.Payload') ?? {}) : payload);
    // JSON both ways, as on the wire.
    const result = ran.then((value: unknown) => JSON.parse(JSON.stringify(value ?? null)) as unknown);
    const inTime =
      TimeoutSeconds === undefined
        ? result
        : Promise.race([
            result,
            engine.sleep(TimeoutSeconds * 1_000).then(() => {
              throw new StateError('States.Timeout', '');
            }),
          ]);
    const value = await inTime;
    return viaIntegration ? { ExecutedVersion: '$LATEST', StatusCode: 200, Payload: value } : value;
  }

  async function runTask(task: TaskState, payload: unknown): Promise<unknown> {
    const tries = new Map<object, number>();
    for (;;) {
      try {
        return await invokeTask(task, payload);
      } catch (thrown) {
        const failure = stateErrorOf(thrown);
        const rule = task.Retry.find(({ ErrorEquals }) => matches(ErrorEquals, failure.error));
        const tried = rule ? (tries.get(rule) ?? 0) : 0;
        if (!rule || tried >= rule.MaxAttempts) throw failure;
        tries.set(rule, tried + 1);
        const delay = Math.min(rule.IntervalSeconds * rule.BackoffRate ** tried, rule.MaxDelaySeconds ?? Infinity);
        await engine.sleep(1_000 * delay * (rule.JitterStrategy === 'FULL' ? engine.fraction() : 1));
      }
    }
  }

  async function resultOf(current: State, effective: unknown): Promise<unknown> {
    if (current.Type === 'Task') return runTask(current, effective);
    if (current.Type === 'Wait') await engine.sleep(current.Seconds * 1_000);
    return current.Type === 'Pass' && current.Result !== undefined ? current.Result : effective;
  }

  let name: string | undefined = StartAt;
  let json: unknown = JSON.parse(JSON.stringify(input));
  try {
    while (name !== undefined) {
      const current: State | undefined = States[name];
      if (!current) throw new StateError('States.Runtime', `There is no state ${name}`);
      await engine.entering?.(name);
      if (current.Type === 'Fail') {
        const { Error: error = '', Cause: cause = '', ErrorPath, CausePath } = current;
        throw new StateError(
          ErrorPath ? String(required(json, ErrorPath)) : error,
          CausePath ? String(required(json, CausePath)) : cause,
        );
      }
      const raw = json;
      const received: unknown = current.InputPath === null ? {} : required(raw, current.InputPath ?? '$');
      if (current.Type === 'Succeed') {
        json = current.OutputPath === null ? {} : required(received, current.OutputPath ?? '$');
        break;
      }
      if (current.Type === 'Choice') {
        const chosen: string | undefined =
          current.Choices.find((rule) => holds(rule, received))?.Next ?? current.Default;
        if (chosen === undefined) throw new StateError('States.NoChoiceMatched', `No choice of ${name} holds`);
        json = current.OutputPath === null ? {} : required(received, current.OutputPath ?? '$');
        name = chosen;
        continue;
      }
      try {
        const effective = current.Parameters === undefined ? received : filled(current.Parameters, received);
        const result = await resultOf(current, effective);
        const selected = current.ResultSelector === undefined ? result : filled(current.ResultSelector, result);
        const output = placed(raw, selected, current.ResultPath);
        json = current.OutputPath === null ? {} : required(output, current.OutputPath ?? '$');
        name = current.End ? undefined : current.Next;
      } catch (thrown) {
        const failure = stateErrorOf(thrown);
        const rule =
          current.Type === 'Task' && current.Catch.find(({ ErrorEquals }) => matches(ErrorEquals, failure.error));
        if (!rule) throw failure;
        json = placed(raw, { Error: failure.error, Cause: failure.message }, rule.ResultPath);
        name = rule.Next;
      }
    }
    return { status: 'SUCCEEDED', output: json };
  } catch (thrown) {
    const { error, message } = stateErrorOf(thrown);
    return { status: 'FAILED', error, cause: message };
  }
}
