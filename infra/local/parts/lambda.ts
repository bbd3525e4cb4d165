import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import pLimit, { type LimitFunction } from 'p-limit';
import {
  FunctionError,
  type FunctionSettings,
  type FunctionWorker,
  type LogSink,
  startFunctionWorker,
} from './lambda/function-worker.ts';

export type { FunctionSettings, LogSink };

export type LambdaHost = {
  /**
   * Runs a function and returns its result. What it throws keeps name and message; the runtime's own failures are named as
   * on Lambda: `Sandbox.Timedout`, `Runtime.ExitError`, `Runtime.OutOfMemory`. After one of those the next event gets a new thread.
   */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Loads functions before their first event. */
  warm(functionNames: readonly string[]): Promise<void>;
  /** Takes no more events, lets those under way end for `graceMs`, then ends every thread. */
  stop(options?: { readonly graceMs?: number }): Promise<void>;
};

/**
 * So many events are under way in a thread at once; others wait for their turn. On Lambda each would have an instance, with the fifty
 * connections of the AWS SDK to itself. Hundreds in one thread would wait for its fifty until the SDK gives them up, each that is given
 * up having made all others later.
 */
const AT_ONCE = 40;

/**
 * So many MiB a thread has for what it has just allocated. V8 begins with far less, which a few events fill: whatever is under way is
 * then copied again and again, and a journey takes a twentieth more of the processor. Twenty threads at work have 300 MiB for it.
 */
const YOUNG_MB = 8;

/**
 * Runs Lambda bundles, each in a thread of its own that sees its own environment (and PATH) alone and answers many events
 * at once; on Lambda each of these would be an instance. A thread starts with the function's first event.
 */
export function createLambdaHost(options: {
  readonly functions: Readonly<Record<string, FunctionSettings>>;
  readonly log?: LogSink;
}): LambdaHost {
  const { functions, log = ({ functionName, text }) => console.log(`${functionName}: ${text}`) } = options;
  const current = new Map<string, FunctionWorker>();
  const all = new Set<FunctionWorker>();
  const turns = new Map<string, LimitFunction>();
  let stopping = false;
  // For every thread that begins from now on: limits of its own would say how far that may grow, and not with what it begins.
  setFlagsFromString(`--min-semi-space-size=${YOUNG_MB}`);

  function workerFor(functionName: string): FunctionWorker {
    const running = current.get(functionName);
    if (running?.usable) return running;
    const settings = functions[functionName];
    const fail = (errorType: string, errorMessage: string) => new FunctionError({ errorType, errorMessage, trace: '' });
    if (!settings) throw fail('ResourceNotFoundException', `Function not found: ${functionName}`);
    if (stopping) throw fail('ServiceException', 'The host is stopping');
    const started = startFunctionWorker(functionName, settings, log);
    for (const worker of all) if (!worker.usable && worker.busy === 0) all.delete(worker);
    current.set(functionName, started);
    all.add(started);
    return started;
  }

  function turnsOf(functionName: string): LimitFunction {
    const known = turns.get(functionName) ?? pLimit(AT_ONCE);
    turns.set(functionName, known);
    return known;
  }

  return {
    async invoke(functionName, event) {
      // Its thread starts now, or it is refused now, however long the turn is waited for.
      workerFor(functionName);
      return turnsOf(functionName)(() => workerFor(functionName).invoke(event));
    },
    async warm(functionNames) {
      await Promise.all(functionNames.map((functionName) => workerFor(functionName).ready));
    },
    async stop({ graceMs = 1000 } = {}) {
      stopping = true;
      const deadline = performance.now() + graceMs;
      const underWay = () => [...turns.values()].some(({ activeCount }) => activeCount > 0);
      while (underWay() && performance.now() < deadline) await pause(10);
      await Promise.all([...all].map((worker) => worker.end()));
    },
  };
}
