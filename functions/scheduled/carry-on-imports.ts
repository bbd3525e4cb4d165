import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { carryOn } from '../imports/carry-on.ts';
import { inTurn } from './in-turn.ts';

const PER_SHARD = 5;
/** One run begins no further import after this long; the next run goes on. */
const BEGINS_FOR_MS = 30 * SECOND;
const EACH_FOR_MS = 20 * SECOND;

/** Goes on with imports that nobody follows any more. */
export const handler = handlerOver({}, (capabilities) => async (): Promise<{ readonly carriedOn: number }> => {
  const { imports, clock } = capabilities;
  const untilMs = epochMs(clock.now()) + BEGINS_FOR_MS;
  let carriedOn = 0;
  const goOn = async (importId: string): Promise<void> => {
    await carryOn(importId, EACH_FOR_MS, capabilities);
    carriedOn++;
  };
  await inTurn('carry-on-imports', await imports.due(PER_SHARD), untilMs, goOn, capabilities);
  return { carriedOn };
});
