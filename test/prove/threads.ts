import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Which of the cases a thread tries: every `threads`th from `thread` on. */
export interface Share {
  readonly thread: number;
  readonly threads: number;
}

// Cases leave much behind that nobody needs any more; a larger nursery is swept less often.
const resourceLimits = { maxYoungGenerationSizeMb: 192 };

/**
 * Runs a program in as many threads as there are cores, each with its share of the cases, and gathers what each of them
 * posts in the end.
 * @param asked what every thread is given as `workerData`, beside its share
 * @throws what a thread throws
 */
export async function inThreads<Found>(program: URL, asked: object): Promise<readonly Found[]> {
  const threads = availableParallelism();
  const run = (thread: number): Promise<Found> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { workerData: { ...asked, thread, threads }, resourceLimits });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`A thread ended with ${code} before it told what it found`)));
    });
  return Promise.all([...Array(threads).keys()].map(run));
}
