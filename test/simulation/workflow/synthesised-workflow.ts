import { App, Stack } from 'aws-cdk-lib';
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { StateGraph } from 'aws-cdk-lib/aws-stepfunctions';
import { creditWorkflow } from '../../../infra/credit-workflow.ts';
import { type StepName, steps } from '../../../shared/workflow/steps.ts';
import { type Definition, readDefinition } from './asl.ts';

const account = { account: '000000000000', region: 'us-east-1' };
const arnOf = (name: StepName): string => `arn:aws:lambda:${account.region}:${account.account}:function:${name}`;

/** The credit workflow as it is synthesised for AWS, with functions that are named by their step. */
export function synthesisedWorkflow(): {
  readonly text: string;
  readonly definition: Definition;
  readonly stepOf: (functionArn: string) => StepName;
} {
  const stack = new Stack(new App(), 'Simulation', { env: account });
  const workflow = creditWorkflow(stack, (name) => LambdaFunction.fromFunctionArn(stack, name, arnOf(name)));
  const text = JSON.stringify(stack.resolve(new StateGraph(workflow.startState, 'Credit workflow').toGraphJson()));
  const names = new Map(Object.keys(steps).map((name) => [arnOf(name as StepName), name as StepName]));
  return {
    text,
    definition: readDefinition(text),
    stepOf(functionArn) {
      const name = names.get(functionArn);
      if (!name) throw new Error(`${functionArn} is no function of a step`);
      return name;
    },
  };
}
