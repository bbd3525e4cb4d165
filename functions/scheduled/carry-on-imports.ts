import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { carryOn } from '../imports/carry-on.ts';

const PER_SHARD = 5;
/** One run begins no further import after this long; the next run goes on. */
const BEGINS_FOR_MS = 30 * SECOND;
const EACH_FOR_MS = 20 * SECOND;

/** Goes on with imports that nobody follows any more. One import's trouble never keeps the others from their turn. */
export const handler = handlerOver({}, (capabilities) => async (): Promise<{ readonly carriedOn: number }> => {
  const { imports, clock, log } = capabilities;
  const began = epochMs(clock.now());
  let carriedOn = 0;
  for (const importId of await imports.due(PER_SHARD)) {
    if (epochMs(clock.now()) - began > BEGINS_FOR_MS) break;
    try {
      await carryOn(importId, EACH_FOR_MS, capabilities);
      carriedOn++;
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      log({ event: 'step.broken', step: 'carry-on-imports', workId: importId, error: name, message });
    }
  }
  return { carriedOn };
});
