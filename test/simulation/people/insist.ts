import { MINUTE } from '../../../shared/domain/kinds.ts';
import type { Functions } from '../functions.ts';
import type { Witness } from '../witness.ts';
import type { World } from '../world.ts';

const patience = 60;
/** What faults lead to, and nothing else may. */
const passing: ReadonlySet<string> = new Set(['Sandbox.Timedout', 'TransientError', 'LostRaceError']);

/** Invokes a function until it answers, as the command line does when somebody calls it again. */
export async function insist(
  world: World,
  { contradictions }: Witness,
  { command }: Functions,
  name: keyof Functions['command'],
  event: unknown,
): Promise<unknown> {
  for (let tries = 0; tries < patience; tries++)
    try {
      return await world.invoke(name, command[name], event);
    } catch (error) {
      const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
      if (!passing.has(kind)) contradictions.push(`${name} broke: ${kind}: ${message}`);
      await world.clockwork.sleep(MINUTE);
    }
  return undefined;
}
