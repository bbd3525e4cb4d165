import { afterEach, describe, expect, it, vi } from 'vitest';
import { startStepFunctions } from '../../../infra/local/parts/step-functions.ts';

const arn = 'arn:aws:states:us-east-1:000000000000:stateMachine:doors';
const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Succeed' } } });

describe('the workflow on an endpoint of its own', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it('is reached by the environment alone, without a host name that no resolver knows', async () => {
    const part = await startStepFunctions({
      stateMachines: { [arn]: { definition, type: 'EXPRESS' } },
      invoke: async () => ({}),
    });
    vi.stubEnv('AWS_ENDPOINT_URL_SFN', part.endpoint);
    vi.stubEnv('AWS_REGION', 'us-east-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local-secret');
    vi.stubEnv('WORKFLOW_ARN', arn);
    const { stepFunctions } = await import('../../../functions/adapters/step-functions.ts');
    const ended = await stepFunctions().startAndWait(
      { door: 'award', workId: 'w', learnerId: 'l', activityId: 'a' },
      2_000,
    );
    await part.stop();
    expect(ended).toBe(true);
  });
});
