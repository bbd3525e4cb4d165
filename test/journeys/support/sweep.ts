import { projectDir } from '../../../infra/cli/project.ts';
import { find } from '../../../infra/local/running.ts';
import type { RunningSystem } from './running-system.ts';

/** What the schedule does every minute, now: mail that is due is sent, or messages to the provider's own systems are. */
export async function sweep(
  { dataDir }: Pick<RunningSystem, 'dataDir'>,
  functionName: 'sweep-outbox' | 'deliver-webhooks' = 'sweep-outbox',
): Promise<void> {
  const found = find({ projectDir, dataDir });
  if (found.kind === 'not-found') throw new Error(found.message);
  const { lambdaEndpoint } = found.system;
  await fetch(new URL(`/2015-03-31/functions/${functionName}/invocations`, lambdaEndpoint), {
    method: 'POST',
    body: '{}',
  });
}
