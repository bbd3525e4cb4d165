import type { ConsentEvent } from '../../shared/domain/consent.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** What learners allowed and withdrew. Events are added; none is ever changed. */
export interface Consents {
  of(learnerId: LearnerId): Promise<readonly ConsentEvent[]>;
  /** Fails when another decision about the purpose was added meanwhile; the whole decision is then taken again. */
  add(learnerId: LearnerId, event: ConsentEvent): Write;
}

export function consents({ table }: { table: Table }): Consents {
  return {
    of: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'CONSENT#' });
      return rows.flatMap((row) => held<ConsentEvent>(row)?.value ?? []);
    },
    add: (learnerId, event) => putRow(entities.consent.keyOf({ learnerId, ...event }), 'consent', event),
  };
}
