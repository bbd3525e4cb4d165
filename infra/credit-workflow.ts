import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import {
  Choice,
  Condition,
  Fail,
  type IChainable,
  JitterType,
  Pass,
  Result,
  Succeed,
  Timeout,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { retryable, type StepName, steps } from '../shared/workflow/steps.ts';

/**
 * The product in one paragraph: an attempt that was submitted is graded, which unlocks the evaluation or records the failure,
 * so that another may be started. Credit that was claimed is awarded, its certificate is rendered, and the e-mail is sent.
 * What a step cannot do is parked. No execution waits for a person (design, "The journey").
 */
export function creditWorkflow(scope: Construct, functionOf: (step: StepName) => IFunction): IChainable {
  const task = taskMaker(scope, functionOf);
  const parkWork = task('park-work');
  const step = (name: StepName) =>
    task(name).addCatch(failedIn(scope, name).next(parkWork), { errors: ['States.ALL'], resultPath: '$.error' });

  // The grade's transaction has done either by then (ADR 45); an execution that is looked at says which.
  const grading = step('grade-attempt').next(
    new Choice(scope, 'Passed?')
      .when(Condition.booleanEquals('$.passed', true), new Succeed(scope, 'EvaluationUnlocked'))
      .otherwise(new Succeed(scope, 'FailureRecorded')),
  );
  const awarding = step('award-credit').next(step('render-certificate')).next(step('send-award-email'));

  return new Choice(scope, 'Which door?')
    .when(Condition.stringEquals('$.door', 'grade'), grading)
    .when(Condition.stringEquals('$.door', 'award'), awarding)
    .otherwise(new Fail(scope, 'NoSuchDoor', { error: 'NoSuchDoor', cause: 'The input names neither door.' }));
}

/** Longer than any function may take, so that its own time-out, which is retried, comes first. */
const TASK_WITHIN = Duration.seconds(35);

/** How a step's function is called: its input and output as they are, tried again by error name with full jitter. */
const taskMaker = (scope: Construct, functionOf: (step: StepName) => IFunction) => (name: StepName) =>
  new LambdaInvoke(scope, steps[name].state, {
    comment: steps[name].does,
    lambdaFunction: functionOf(name),
    payloadResponseOnly: true,
    taskTimeout: Timeout.duration(TASK_WITHIN),
    // Those that CDK would add have no jitter; the registry has them.
    retryOnServiceExceptions: false,
  }).addRetry({
    errors: [...retryable],
    interval: Duration.seconds(1),
    maxAttempts: 3,
    backoffRate: 2,
    maxDelay: Duration.seconds(5),
    jitterStrategy: JitterType.FULL,
  });

/** Notes which step failed: a catch hands on the error, but not where it came from. */
const failedIn = (scope: Construct, name: StepName) =>
  new Pass(scope, `${steps[name].state} failed`, { result: Result.fromString(name), resultPath: '$.step' });
