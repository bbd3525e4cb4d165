import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, FunctionFailure, ToWorker, WorkerSettings } from './messages.ts';

/** Runs inside a worker thread: loads one function's bundle and answers the events that the host sends. */
type Handler = (event: unknown, context: object) => unknown;

const { bundle, handler: handlerName, functionName, memoryMb } = workerData as WorkerSettings;

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function describe(error: unknown): FunctionFailure {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: '' };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack ?? '' };
}

async function load(): Promise<Handler> {
  const loaded: Record<string, unknown> = await import(pathToFileURL(bundle).href);
  const handler = loaded[handlerName];
  if (typeof handler === 'function') return (event, context) => handler(event, context);
  throw Object.assign(new Error(`${bundle} exports no function ${handlerName}`), { name: 'Runtime.HandlerNotFound' });
}

function contextOf({ awsRequestId, deadline }: ToWorker): object {
  return {
    awsRequestId,
    functionName,
    functionVersion: '$LATEST',
    memoryLimitInMB: String(memoryMb),
    invokedFunctionArn: process.env.AWS_LAMBDA_FUNCTION_ARN ?? functionName,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

const loading = load();
// A bundle that cannot be loaded says so in the answer to each event; it is ready all the same.
const ready = () => tell({ kind: 'ready' });
loading.then(ready, ready);

parentPort?.on('message', async (message: ToWorker) => {
  const { awsRequestId } = message;
  try {
    const handle = await loading;
    const result = await handle(JSON.parse(message.event), contextOf(message));
    tell({ kind: 'result', awsRequestId, result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    tell({ kind: 'failure', awsRequestId, failure: describe(error) });
  }
});
