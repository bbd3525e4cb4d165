/** Stands in for `@aws-sdk/client-sfn` in the bundles (ADR 46): the requests that `step-functions.ts` sends. */
import { JsonClient, jsonCommand } from './json-client.ts';
import type { ClientSettings } from './service-client.ts';

export class SFNClient extends JsonClient {
  constructor(settings: ClientSettings) {
    super({ signing: 'states', variable: 'SFN', target: 'AWSStepFunctions', version: '1.0' }, settings);
  }
}

export const StartExecutionCommand = jsonCommand('StartExecution');
export const StartSyncExecutionCommand = jsonCommand('StartSyncExecution', { hostPrefix: 'sync-' });
