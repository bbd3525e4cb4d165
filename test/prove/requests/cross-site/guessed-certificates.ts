import type { Routes } from '../../../../shared/api/routes.ts';
import { simulatedIds } from '../../../simulation/ports/simulated-system.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { askAs } from '../authorisation/ask-as.ts';
import { type Caller, copyOf, type LivingStore } from '../living-store.ts';
import { type Attempt, attempt } from './attempt.ts';

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/**
 * Guesses ids of certificates, by chance and beside one that there is, where anybody, a learner and a program can ask for one:
 * every answer is the same to the letter. How long another’s takes is measured beside one that there is not.
 */
export async function guessedCertificates(living: LivingStore, seed: number, count: number) {
  const attempts: Attempt[] = [];
  const service = await copyOf(living.service, 11);
  const ids = simulatedIds(randomFrom(seed));
  const random = randomFrom(seed);
  const [real = ''] = living.other.certificateIds;
  const near = (): string => {
    const at = random.below(real.length);
    return random.pick([
      real.slice(1),
      real.slice(0, at + 1),
      `${real}0`,
      real.slice(0, at) + random.pick([...'0123456789abcdef']) + real.slice(at + 1),
    ]);
  };
  const places: readonly (readonly [keyof Routes, Caller])[] = [
    ...(['verifyCertificate', 'checkPdf'] as const).map((name) => [name, living.callers.visitor] as const),
    ...(['getCertificate', 'downloadCertificate'] as const).map((name) => [name, living.callers.own] as const),
    ['getWalletOffer', living.callers.visitor],
    ['getSharedTranscript', living.callers.visitor],
    ['readAward', living.callers['a key']],
  ];
  const times: Record<'another’s' | 'none', number[]> = { 'another’s': [], none: [] };
  for (const [name, caller] of places) {
    const ask = async (id: string) => {
      service.pass(1_000);
      const { status, text } = await askAs(service, name, caller, {
        certificateId: [id],
        token: [id],
        offerToken: [id],
      });
      return { status, text };
    };
    const first = await ask(ids.id());
    for (let tried = 0; tried < count; tried++) {
      const id = tried % 2 === 0 ? ids.id() : near();
      if (id === real) continue;
      const found = await ask(id);
      const alike = found.status === 404 && found.text === first.text;
      attempts.push(
        attempt(
          'answered as every other guess',
          alike ? undefined : `${name} tells ${id} from others: ${found.status}`,
        ),
      );
      if (name !== 'getCertificate') continue;
      for (const [which, asked] of [
        ['another’s', real],
        ['none', id],
      ] as const) {
        const began = performance.now();
        await ask(asked);
        times[which].push(performance.now() - began);
      }
    }
  }
  const inMs = (times: readonly number[]): string => `${median(times).toFixed(2)} ms`;
  return {
    attempts,
    figures: {
      'to say that another’s certificate is not there, median': inMs(times['another’s']),
      'to say it of one that there is not, median': inMs(times.none),
    },
  };
}
