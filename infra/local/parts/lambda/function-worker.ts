import { randomUUID } from 'node:crypto';
import { getCompileCacheDir } from 'node:module';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { FromWorker, FunctionFailure, ToWorker, WorkerSettings } from './messages.ts';

export type FunctionSettings = {
  /** Path of the bundle, an ES module. */
  readonly bundle: string;
  /** Name of the exported function. */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
};

/** Takes one line that a function printed. */
export type LogSink = (line: {
  readonly functionName: string;
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}) => void;

/** A function's failure on the host's side: name and message are those that the function threw, or the runtime's. */
export class FunctionError extends Error {
  constructor({ errorType, errorMessage, trace }: FunctionFailure) {
    super(errorMessage);
    this.name = errorType;
    if (trace) this.stack = trace;
  }
}

export type FunctionWorker = {
  /** False once it crashed or an event timed out in it: it takes no more events. */
  readonly usable: boolean;
  readonly ready: Promise<void>;
  readonly busy: number;
  invoke(event: unknown): Promise<unknown>;
  end(): Promise<void>;
};

type Waiting = {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
};

function runtimeError(errorType: string, errorMessage: string): FunctionError {
  return new FunctionError({ errorType, errorMessage, trace: '' });
}

function forward(stream: Readable, name: 'stdout' | 'stderr', functionName: string, log: LogSink): void {
  createInterface({ input: stream }).on('line', (text) => log({ functionName, stream: name, text }));
}

/** Starts a thread that has loaded, or is loading, the function's bundle and answers many events at once. */
export function startFunctionWorker(functionName: string, settings: FunctionSettings, log: LogSink): FunctionWorker {
  const { bundle, handler, environment, timeoutSeconds, memoryMb } = settings;
  const workerData: WorkerSettings = {
    ...{ bundle, handler, functionName, memoryMb },
    compiledIn: getCompileCacheDir(),
  };
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData,
    env: { PATH: process.env.PATH ?? '', AWS_LAMBDA_FUNCTION_NAME: functionName, ...environment },
    execArgv: [], // the host's own flags (a debugger, a loader) are not the function's
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    stdout: true,
    stderr: true,
  });
  forward(worker.stdout, 'stdout', functionName, log);
  forward(worker.stderr, 'stderr', functionName, log);

  const waiting = new Map<string, Waiting>();
  const ready = Promise.withResolvers<void>();
  let usable = true;

  function settle(awsRequestId: string): Waiting | undefined {
    const found = waiting.get(awsRequestId);
    waiting.delete(awsRequestId);
    clearTimeout(found?.timer);
    // Retired after a time-out: what was under way may still end well, then the thread goes.
    if (!usable && waiting.size === 0) void worker.terminate();
    return found;
  }

  function crash(errorType: string, message: string): void {
    usable = false;
    ready.resolve();
    for (const awsRequestId of [...waiting.keys()]) settle(awsRequestId)?.reject(runtimeError(errorType, message));
  }

  function timeOut(awsRequestId: string): void {
    usable = false;
    const message = `RequestId: ${awsRequestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
    settle(awsRequestId)?.reject(runtimeError('Sandbox.Timedout', message));
  }

  worker.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') ready.resolve();
    else if (message.kind === 'result') settle(message.awsRequestId)?.resolve(JSON.parse(message.result));
    else settle(message.awsRequestId)?.reject(new FunctionError(message.failure));
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    crash(outOfMemory ? 'Runtime.OutOfMemory' : 'Runtime.ExitError', `${functionName}: ${error.message}`);
  });
  worker.on('exit', (code) => crash('Runtime.ExitError', `${functionName} exited with code ${code}`));

  return {
    get usable() {
      return usable;
    },
    get busy() {
      return waiting.size;
    },
    ready: ready.promise,
    invoke(event) {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const awsRequestId = randomUUID();
      const timer = setTimeout(() => timeOut(awsRequestId), timeoutSeconds * 1000);
      waiting.set(awsRequestId, { resolve, reject, timer });
      const message: ToWorker = {
        awsRequestId,
        event: JSON.stringify(event) ?? 'null',
        deadline: Date.now() + timeoutSeconds * 1000,
      };
      worker.postMessage(message);
      return promise;
    },
    async end() {
      usable = false;
      await worker.terminate();
    },
  };
}
