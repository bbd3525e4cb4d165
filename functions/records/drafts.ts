import type { PartContent, PartId } from '../../shared/authoring/draft-parts.ts';
import type { ActivityId, Instant } from '../../shared/domain/kinds.ts';
import type { Row, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** A part of a draft as it was last saved, and by whom. */
export interface SavedPart {
  readonly content: PartContent;
  readonly savedAt: Instant;
  readonly savedBy: string;
}

/** Drafts of activities, in parts (`shared/authoring/draft-parts.ts`). */
export interface Drafts {
  /** Every part that was ever saved, those too that the outline does not name any more. */
  parts(activityId: ActivityId): Promise<ReadonlyMap<PartId, Stored<SavedPart>>>;
  part(activityId: ActivityId, part: PartId): Promise<Stored<SavedPart> | undefined>;
  put(activityId: ActivityId, part: PartId, saved: SavedPart, before?: Pick<Stored<SavedPart>, 'rev'>): Write;
}

/** Content is kept as text: JSON may hold numbers, names and depths that the table's own types do not. */
type PartRow = Omit<SavedPart, 'content'> & { readonly part: PartId; readonly json: string };

function opened(row: Row | undefined): (Stored<SavedPart> & { readonly part: PartId }) | undefined {
  const stored = held<PartRow>(row);
  if (!stored) return undefined;
  const { json, part, ...saved } = stored.value;
  return { part, rev: stored.rev, value: { ...saved, content: JSON.parse(json) } };
}

export function drafts({ table }: { table: Table }): Drafts {
  return {
    parts: async (activityId) => {
      const { rows } = await table.query({ pk: entities.draft.keyOf({ activityId, part: 'about' }).pk });
      return new Map(
        rows.flatMap((row) => {
          const found = opened(row);
          return found ? [[found.part, { value: found.value, rev: found.rev }] as const] : [];
        }),
      );
    },
    part: async (activityId, part) => {
      const found = opened(await table.get(entities.draft.keyOf({ activityId, part })));
      return found && { value: found.value, rev: found.rev };
    },
    put: (activityId, part, { content, ...saved }, before) => {
      const row: PartRow = { ...saved, part, json: JSON.stringify(content) };
      return putRow(entities.draft.keyOf({ activityId, part }), 'draft', row, before);
    },
  };
}
