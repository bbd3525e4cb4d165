// Runs inside a worker thread: loads one function's bundle and answers the events that the host sends (`messages.ts`).
// Plain JavaScript, since a thread that reads TypeScript first loads what strips it: a third of its start.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { bundle, handler: handlerName, functionName, memoryMb, compiledIn } = workerData;

// What was compiled before is not compiled again: threads start with each start of the host.
if (compiledIn) enableCompileCache(compiledIn);

function describe(error) {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error), trace: '' };
  return { errorType: error.name, errorMessage: error.message, trace: error.stack ?? '' };
}

async function load() {
  const loaded = await import(pathToFileURL(bundle).href);
  const handler = loaded[handlerName];
  if (typeof handler === 'function') return handler;
  throw Object.assign(new Error(`${bundle} exports no function ${handlerName}`), { name: 'Runtime.HandlerNotFound' });
}

function contextOf({ awsRequestId, deadline }) {
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
function ready() {
  parentPort.postMessage({ kind: 'ready' });
  if (compiledIn) flushCompileCache();
}
loading.then(ready, ready);

parentPort.on('message', async (message) => {
  const { awsRequestId } = message;
  try {
    const handle = await loading;
    const result = await handle(JSON.parse(message.event), contextOf(message));
    parentPort.postMessage({ kind: 'result', awsRequestId, result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    parentPort.postMessage({ kind: 'failure', awsRequestId, failure: describe(error) });
  }
});
