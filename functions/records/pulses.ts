import type { Instant } from '../../shared/domain/kinds.ts';
import type { Clock, Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** When something that runs again and again ran last. */
interface Pulse {
  readonly at: Instant;
}

/** The pulses of what runs on a schedule, so that whoever looks sees that it does. */
export interface Pulses {
  /** Says that a function ran to its end. When two say so at once, either will do. */
  beat(name: string): Promise<void>;
  last(name: string): Promise<Instant | undefined>;
}

export function pulses({ table, clock }: { table: Table; clock: Clock }): Pulses {
  const stored = async (name: string) => held<Pulse>(await table.get(entities.pulse.keyOf({ name })));
  return {
    beat: async (name) => {
      const before = await stored(name);
      const pulse: Pulse = { at: clock.now() };
      await table.write([putRow(entities.pulse.keyOf({ name }), 'pulse', pulse, before)]);
    },
    last: async (name) => (await stored(name))?.value.at,
  };
}
