import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { StateGraph } from 'aws-cdk-lib/aws-stepfunctions';
import type { core } from 'zod/mini';
import * as z from 'zod/mini';
import { type StepName, steps } from '../../shared/workflow/steps.ts';
import { creditWorkflow } from '../credit-workflow.ts';
import { functionLink, madeFrom, page, table } from './markdown.ts';
import { mermaid, readStateMachine, type State, type StateMachine } from './state-machine.ts';

/** The credit workflow as CDK synthesises it; whose functions run the steps makes no difference to the drawing. */
function synthesised(): StateMachine {
  const stack = new Stack(new App(), 'Drawing', { env: { account: '000000000000', region: 'us-east-1' } });
  const functionOf = (name: StepName) =>
    LambdaFunction.fromFunctionArn(stack, name, `arn:aws:lambda:us-east-1:000000000000:function:${name}`);
  const graph = new StateGraph(creditWorkflow(stack, functionOf).startState, 'Credit workflow');
  return readStateMachine(stack.resolve(graph.toGraphJson()));
}

/** The fields of a step's input or output: `workId, result.passed`. */
function fieldsOf(schema: core.$ZodType): string {
  const { properties = {} } = z.toJSONSchema(schema);
  return Object.keys(properties)
    .map((name) => `\`${name}\``)
    .join(', ');
}

function retriesOf({ Retry = [] }: State): string {
  if (Retry.length === 0) return 'Nothing: what cannot even be parked is started again by the sweeper.';
  return Retry.map(({ ErrorEquals, IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds, JitterStrategy }) => {
    const wait = `after ${IntervalSeconds} s, each wait ${BackoffRate} times the last${MaxDelaySeconds ? ` up to ${MaxDelaySeconds} s` : ''}`;
    const jitter = JitterStrategy === 'FULL' ? ', with full jitter' : '';
    return `${ErrorEquals.map((name) => `\`${name}\``).join(', ')}: at most ${MaxAttempts} times, ${wait}${jitter}.`;
  }).join(' ');
}

/** Steps of one retry policy, said together. */
function policies({ States }: StateMachine): readonly string[] {
  const names = Object.values(steps).map(({ state }) => state);
  const byPolicy = Map.groupBy(names, (name) => retriesOf(States[name] ?? { Type: 'Task' }));
  return [...byPolicy].map(([policy, states]) => `- ${states.map((name) => `**${name}**`).join(', ')}: ${policy}`);
}

/** `docs/workflow.md`: the state machine as it is synthesised, and what each step does. */
export function workflowPage(): string {
  const machine = synthesised();
  const rows = Object.entries(steps).map(([name, { state, does, input, output }]) => [
    `**${state}**`,
    does,
    functionLink(name, `functions/workflow/${name}.ts`),
    fieldsOf(input),
    fieldsOf(output),
  ]);
  return page(
    madeFrom(['`infra/credit-workflow.ts`', '`shared/workflow/steps.ts`']),
    '# The credit workflow',
    'One Express state machine with two doors. Each run takes a second or two, and none waits for a person: waiting lives in the table. The drawing is of the definition that CDK synthesises, which is also the one that runs on one machine.',
    mermaid(machine),
    '## Steps',
    table(['State', 'What it does', 'Function', 'Takes', 'Gives'], rows),
    '## What is tried again',
    policies(machine).join('\n'),
    'Every other error, and one that these tries did not help, leads to **ParkWork**: what may pass by itself is started again later by the [sweeper](../functions/scheduled/sweep-outbox.ts), for about two days; the rest waits for staff, who see it with `npx wallet parked` and start it again with `npx wallet redrive`.',
  );
}
