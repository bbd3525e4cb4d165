import type { StateMachineDefinition } from 'aws-local-stepfunctions';

/** AWS ends an Express execution after five minutes. */
const expressLimitSeconds = 300;

type TaskResource = { readonly stateName: string; readonly resource: string };
export type RunnableDefinition = {
  readonly definition: StateMachineDefinition;
  readonly tasks: readonly TaskResource[];
  /** How long an execution may run. */
  readonly timeoutSeconds: number;
};

type States = StateMachineDefinition['States'];

function nestedStates(state: States[string]): States[] {
  if (state.Type === 'Parallel') return state.Branches.map(({ States: states }) => states);
  const processor = state.Type === 'Map' ? (state.ItemProcessor ?? state.Iterator) : undefined;
  return processor ? [processor.States] : [];
}

function* everyState(states: States): Generator<[name: string, state: States[string]]> {
  for (const [name, state] of Object.entries(states)) {
    yield [name, state];
    for (const nested of nestedStates(state)) yield* everyState(nested);
  }
}

/** What the engine would silently ignore or run otherwise than AWS; better no start than another workflow. */
function refuseUnsupported(text: string, tasks: readonly TaskResource[]): void {
  const unsupported = [
    [/"QueryLanguage"\s*:\s*"JSONata"/, 'JSONata (write the workflow in JSONPath)'],
    [/"Assign"\s*:/, 'variables (Assign)'],
    [/\.waitForTaskToken"|\$\$\.Task\b/, 'task tokens'],
    [/\$\$\.State\b/, '$$.State in the context object'],
    [/"HeartbeatSeconds(Path)?"\s*:/, 'heartbeats'],
  ] as const;
  for (const [pattern, what] of unsupported) {
    if (pattern.test(text)) throw new Error(`The local workflow engine does not support ${what}.`);
  }
  const names = tasks.map(({ stateName }) => stateName);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) throw new Error(`The state name ${repeated} is used twice; names must be unique in the state machine.`);
  for (const { stateName, resource } of tasks) {
    if (!isLambdaFunction(resource) && !isLambdaIntegration(resource)) {
      throw new Error(`The task ${stateName} calls ${resource}; only Lambda functions run locally.`);
    }
  }
}

/** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`: the payload goes in and the result comes out as they are. */
function isLambdaFunction(resource: string): boolean {
  return /^arn:[\w-]+:lambda:[^:]*:[^:]*:function:/.test(resource);
}

/** `arn:aws:states:::lambda:invoke`: takes `{FunctionName, Payload}` and gives `{Payload, StatusCode, …}`. */
export function isLambdaIntegration(resource: string): boolean {
  return /^arn:[\w-]+:states:::lambda:invoke$/.test(resource);
}

/**
 * Reads an Amazon States Language definition and sets the two limits in which the engine differs from Express on AWS:
 * executions end after five minutes, and a task without TimeoutSeconds has no limit of its own (the engine's is 60 s).
 * The execution's own limit is taken out, to be kept by the caller: the engine's leaves retries running.
 */
export function readDefinition(text: string): RunnableDefinition {
  // The engine validates the whole definition against the language's schema when it is constructed.
  const definition = JSON.parse(text) as StateMachineDefinition;
  const tasks: TaskResource[] = [];
  for (const [stateName, state] of everyState(definition.States)) {
    if (state.Type !== 'Task') continue;
    tasks.push({ stateName, resource: state.Resource });
    if (state.TimeoutSecondsPath === undefined) state.TimeoutSeconds ??= expressLimitSeconds;
  }
  refuseUnsupported(text, tasks);
  const { TimeoutSeconds: timeoutSeconds = expressLimitSeconds, ...untimed } = definition;
  return { definition: untimed, tasks, timeoutSeconds: Math.min(timeoutSeconds, expressLimitSeconds) };
}
