import type { Authored, Publication } from '../../shared/domain/authored.ts';
import type { ActivityId } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** Where activities stand with their authors, and who published which version. */
export interface AuthoredRecords {
  list(): Promise<readonly Authored[]>;
  of(activityId: ActivityId): Promise<Stored<Authored> | undefined>;
  put(authored: Authored, before?: Stored<Authored>): Write;
  /** By version. */
  publications(activityId: ActivityId): Promise<readonly Publication[]>;
  publication(activityId: ActivityId, version: number): Promise<Publication | undefined>;
  addPublication(activityId: ActivityId, publication: Publication): Write;
}

export function authoredRecords({ table }: { table: Table }): AuthoredRecords {
  return {
    list: async () => {
      const { rows } = await table.query({ pk: entities.authored.pk });
      return rows.flatMap((row) => held<Authored>(row)?.value ?? []);
    },
    of: async (activityId) => held<Authored>(await table.get(entities.authored.keyOf({ activityId }))),
    put: (authored, before) => putRow(entities.authored.keyOf(authored), 'authored', authored, before),
    publications: async (activityId) => {
      const { rows } = await table.query({ pk: entities.publication.keyOf({ activityId, version: 1 }).pk });
      return rows.flatMap((row) => held<Publication>(row)?.value ?? []);
    },
    publication: async (activityId, version) =>
      held<Publication>(await table.get(entities.publication.keyOf({ activityId, version })))?.value,
    addPublication: (activityId, publication) =>
      putRow(entities.publication.keyOf({ activityId, version: publication.version }), 'publication', publication),
  };
}
