import { SFNClient } from '@aws-sdk/client-sfn';
import { vi } from 'vitest';
import { boundedClient } from '../../functions/adapters/aws.ts';
import { createStepFunctions } from '../../functions/adapters/step-functions.ts';
import { startStepFunctions } from '../../infra/local/parts/step-functions.ts';
import type { WorkflowInput } from '../../shared/ports.ts';
import { workflowInput } from '../../shared/workflow/steps.ts';
import { type Implementation, localCredentials } from './implementation.ts';
import { describeWorkflows, type WorkflowsUnderTest } from './workflows.ts';

const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:contract';
const definition = JSON.stringify({
  StartAt: 'Step',
  States: { Step: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:000000000000:function:step', End: true } },
});

/** The adapter on the embedded part that `npm start` runs. */
const embeddedWorkflows: Implementation<WorkflowsUnderTest> = {
  name: 'Step Functions adapter on the embedded part',
  async start() {
    let does: 'succeed' | 'fail' | 'hang' = 'succeed';
    let seen: WorkflowInput[] = [];
    const part = await startStepFunctions({
      stateMachines: { [arn]: { definition, type: 'EXPRESS' } },
      async invoke(_, payload) {
        seen.push(workflowInput.parse(payload));
        if (does === 'fail') throw new Error('The step failed');
        if (does === 'hang') await new Promise(() => {});
        return {};
      },
    });
    const client = new SFNClient({
      ...boundedClient,
      maxAttempts: 1,
      endpoint: part.endpoint,
      disableHostPrefix: true,
      region: 'us-east-1',
      credentials: localCredentials,
    });
    return {
      port: {
        ...createStepFunctions({ client, arn }),
        stepNow(next) {
          does = next;
          seen = [];
        },
        seen: () => seen,
        goDown: () => part.stop(),
        until: async (condition) => void (await vi.waitUntil(condition, { timeout: 5_000, interval: 5 })),
      },
      stop: async () => client.destroy(),
    };
  },
};

for (const implementation of [embeddedWorkflows]) describeWorkflows(implementation);
