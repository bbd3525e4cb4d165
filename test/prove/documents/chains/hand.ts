import type { Row, Value } from '../../../../shared/ports.ts';
import type { Service } from '../../../support/service.ts';

/** A hand in the database and in the bucket that can do anything, and afterwards undo what it did. */
export interface Hand {
  rows(kind: string): readonly Row[];
  /** Writes what a row holds, or a row that there was not. */
  put(row: Row, data: unknown): Promise<void>;
  lose(row: Row): void;
  readonly documents: Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>;
  putDocument(key: string, bytes: Uint8Array): void;
  loseDocument(key: string): void;
  undo(): Promise<void>;
}

export function handIn({ table, documents }: Service): Hand {
  const kept = documents.kept as Hand['documents'];
  const undone: (() => Promise<void> | void)[] = [];
  const now = ({ pk, sk }: Row) => table.get({ pk, sk });
  const write = async (row: Row, before: Row | undefined) =>
    table.write([{ kind: 'put', row, expect: before?.rev ?? 'absent' }]);
  const putBack = (key: string) => {
    const before = kept.get(key);
    undone.push(() => void (before ? kept.set(key, before) : kept.delete(key)));
  };
  return {
    rows: (kind) => table.rows().filter((row) => row.kind === kind),
    put: async (row, data) => {
      const before = await now(row);
      await write({ ...row, data: JSON.parse(JSON.stringify(data)) as Value }, before);
      undone.push(async () => {
        if (before) await write(before, await now(row));
        else table.lose(row);
      });
    },
    lose: (row) => {
      table.lose(row);
      undone.push(async () => write(row, await now(row)));
    },
    documents: kept,
    putDocument: (key, bytes) => {
      putBack(key);
      kept.set(key, { bytes, contentType: 'text/plain' });
    },
    loseDocument: (key) => {
      putBack(key);
      kept.delete(key);
    },
    undo: async () => {
      for (const step of undone.splice(0).reverse()) await step();
    },
  };
}
