import { parentPort, workerData } from 'node:worker_threads';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { generateNames } from './generate-names.ts';
import { judgeName, type Verdict } from './judge-name.ts';

/** Which of the generated names a thread judges: every `threads`th from `thread` on. */
export interface Share {
  readonly seed: number;
  readonly count: number;
  readonly thread: number;
  readonly threads: number;
}

const { seed, count, thread, threads }: Share = workerData;
const assets = await loadCertificateAssets();
const verdicts: Verdict[] = [];
for (const [index, name] of generateNames(seed, count).entries())
  if (index % threads === thread) verdicts.push(await judgeName(name, assets));
parentPort?.postMessage(verdicts);
