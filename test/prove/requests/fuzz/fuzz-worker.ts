import { parentPort, workerData } from 'node:worker_threads';
import type { Routes } from '../../../../shared/api/routes.ts';
import { createContract } from '../contract.ts';
import { createLivingStore } from '../living-store.ts';
import { fuzzRoute } from './fuzz-route.ts';

const { seed, count }: { readonly seed: number; readonly count: number } = workerData;
const living = await createLivingStore();
const contract = createContract();
// One route after another, as they are handed out: what one costs is not what another costs.
parentPort?.on('message', async (name: keyof Routes | undefined) => {
  if (name === undefined) parentPort?.close();
  else parentPort?.postMessage(await fuzzRoute(name, { living, contract, seed, count }));
});
parentPort?.postMessage('ready');
