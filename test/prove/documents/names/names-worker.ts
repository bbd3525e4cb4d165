import { parentPort, workerData } from 'node:worker_threads';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import type { Share } from '../../threads.ts';
import { generateNames } from './generate-names.ts';
import { judgeName, type Verdict } from './judge-name.ts';

const { seed, count, thread, threads }: Share & { readonly seed: number; readonly count: number } = workerData;
const assets = await loadCertificateAssets();
const verdicts: Verdict[] = [];
for (const [index, name] of generateNames(seed, count).entries())
  if (index % threads === thread) verdicts.push(await judgeName(name, assets));
parentPort?.postMessage(verdicts);
