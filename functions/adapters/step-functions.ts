import { randomBytes } from 'node:crypto';
import { SFNClient, StartExecutionCommand, StartSyncExecutionCommand } from '@aws-sdk/client-sfn';
import type { WorkflowInput, Workflows } from '../../shared/ports.ts';
import { asPortError, boundedClient } from './aws.ts';
import { once, setting } from './once.ts';

const longestName = 80;

/**
 * A name that lets people find an execution by its work. It is a hint, never the guard (design, rule 2), so it ends in
 * chance: a name that is taken must not keep the sweeper from starting what is still pending.
 */
function executionName({ door, workId }: WorkflowInput): string {
  const chance = randomBytes(4).toString('hex');
  const about = `${door}-${workId}`.replace(/[^A-Za-z0-9_-]/g, '-');
  return `${about.slice(0, longestName - chance.length - 1)}-${chance}`;
}

/** The credit workflow on Step Functions, or on whatever speaks its protocol at `AWS_ENDPOINT_URL_SFN`. */
export function createStepFunctions({ client, arn }: { client: SFNClient; arn: string }): Workflows {
  const request = (input: WorkflowInput) => ({
    stateMachineArn: arn,
    name: executionName(input),
    input: JSON.stringify(input),
  });
  return {
    async start(input) {
      try {
        await client.send(new StartExecutionCommand(request(input)));
      } catch (error) {
        throw asPortError(error, 'Starting the workflow');
      }
    },

    async startAndWait(input, timeoutMs) {
      try {
        const abortSignal = AbortSignal.timeout(timeoutMs);
        const { status } = await client.send(new StartSyncExecutionCommand(request(input)), { abortSignal });
        return status === 'SUCCEEDED';
      } catch {
        // The outbox holds the work. Whatever went wrong here, the sweeper mends it and the learner polls meanwhile.
        return false;
      }
    },
  };
}

/** The state machine named by WORKFLOW_ARN. */
export const stepFunctions = once(() => {
  // StartSyncExecution goes to `sync-` before the host's name, which an endpoint on 127.0.0.1 has none of.
  const disableHostPrefix = Boolean(process.env.AWS_ENDPOINT_URL_SFN ?? process.env.AWS_ENDPOINT_URL);
  return createStepFunctions({
    client: new SFNClient({ ...boundedClient, disableHostPrefix }),
    arn: setting('WORKFLOW_ARN'),
  });
});
