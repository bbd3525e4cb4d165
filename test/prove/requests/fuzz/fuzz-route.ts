import type { Routes } from '../../../../shared/api/routes.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { countIn } from '../../tally.ts';
import type { createContract } from '../contract.ts';
import { copyOf, type LivingStore } from '../living-store.ts';
import { fire } from './fire.ts';
import { createRequests, type Making, type Tried } from './generate-requests.ts';
import { storeOf } from './in-use.ts';
import { faultsOf } from './judge-answer.ts';

/** What became of the requests to one route. */
export interface Fuzzed {
  readonly name: keyof Routes;
  readonly tried: number;
  /** By the status of the answer; 0 where the gateway found no route. */
  readonly statuses: Readonly<Record<number, number>>;
  readonly makings: Readonly<Record<Making, number>>;
  readonly failures: readonly string[];
  readonly milliseconds: number;
}

/** After so many a fresh copy of the store: what requests do to it stays bounded, and what they use up comes back. */
const REQUESTS_A_COPY = 200;
const MOST_FAILURES = 5;
/** Each renders or signs documents for tens of milliseconds: nearly all requests to them are wrong in something. */
export const costly: readonly (keyof Routes)[] = [
  ...(['getTranscriptPdf', 'getSharedTranscriptPdf', 'getCredential', 'giveToWallet', 'exportData'] as const),
  ...([
    'approveChange',
    'askChange',
    'claimCredit',
    'checkDraft',
    'publishDraft',
    'previewCertificate',
    'previewDraft',
  ] as const),
  ...(['getWalletOffer', 'getStatusList'] as const),
];

const told = ({ making, caller, wire }: Tried): string =>
  `${making}, by ${caller}: ${wire.method} ${wire.url.slice(0, 300)} ${JSON.stringify(wire.rawHeaders).slice(0, 600)} ${JSON.stringify(wire.body.toString().slice(0, 400))}`;

/** Sends `count` requests to a route of a living store, the same for the same seed, and judges every answer. */
export async function fuzzRoute(
  name: keyof Routes,
  {
    living,
    contract,
    seed,
    count,
  }: {
    readonly living: LivingStore;
    readonly contract: ReturnType<typeof createContract>;
    readonly seed: number;
    readonly count: number;
  },
): Promise<Fuzzed> {
  const began = performance.now();
  const random = randomFrom([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), seed));
  const next = createRequests(name, storeOf(living), costly.includes(name));
  const statuses: Record<number, number> = {};
  const makings: Record<Making, number> = { honest: 0, 'one wrong': 0, wild: 0 };
  const failures: string[] = [];
  let service = living.service;
  for (let index = 0; index < count; index++) {
    if (index % REQUESTS_A_COPY === 0) service = await copyOf(living.service, seed + index + 1);
    service.pass(random.below(700));
    const tried = next(random);
    makings[tried.making] += 1;
    const fail = (what: string): void => {
      if (failures.length < MOST_FAILURES) failures.push(`${name}, request ${index}: ${what}: ${told(tried)}`);
    };
    try {
      const fired = await fire(service, tried.wire, random.chance(0.02));
      countIn(statuses, String(fired?.status ?? 0));
      if (fired) for (const fault of faultsOf(fired, service, contract)) fail(fault);
    } catch (error) {
      fail(String(error).slice(0, 500));
    }
  }
  return { ...{ name, tried: count, statuses, makings, failures }, milliseconds: performance.now() - began };
}
