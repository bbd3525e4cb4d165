import type { Key, Row } from '../../../shared/ports.ts';

/** A write that is sent: where it goes, and how it shows there. */
export interface Pledged {
  readonly key: Key;
  /** What stands there, as it is told when it does not: `the answers of attempt …`. */
  readonly what: string;
  readonly learnerId: string;
  /** Whether what the row holds shows this write, or what follows from it. */
  readonly shows: (data: unknown) => boolean;
}

interface Watched {
  /** The writes to this row, in the order in which they were sent. */
  readonly sent: Pledged[];
  /** Which of them was acknowledged last. */
  acknowledged: number;
  /** Whether one was acknowledged since the row was last looked at. */
  isUnseen: boolean;
}

/** Reads rows by their keys; the keys of these learners open what is sealed. */
type ReadRows = (keys: readonly Key[], learnerIds: ReadonlySet<string>) => Promise<readonly Row[]>;

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/**
 * What the system has pledged to hold, row by row. Looked at after each kill, before those who use it write over it: a row
 * must show the write to it that was acknowledged last, or one that was sent after that.
 */
export function createPledges() {
  const rows = new Map<string, Watched>();
  return {
    /** A write is about to be sent; @returns what is called once it was acknowledged. */
    sending(pledged: Pledged): () => void {
      const name = nameOf(pledged.key);
      const row = rows.get(name) ?? { sent: [], acknowledged: -1, isUnseen: false };
      rows.set(name, row);
      const number = row.sent.push(pledged) - 1;
      return () => {
        row.acknowledged = Math.max(row.acknowledged, number);
        row.isUnseen = true;
      };
    },
    /** Looks at each row of which a write was acknowledged since the last look; @returns how many, and what was broken. */
    async lookBack(read: ReadRows): Promise<{ readonly looked: number; readonly broken: readonly string[] }> {
      // As it is now: whoever does not wait for this look writes meanwhile, and what they write may show as well.
      const unseen = [...rows.values()].flatMap((row) => {
        const last = row.isUnseen ? row.sent[row.acknowledged] : undefined;
        return last ? [{ row, last, from: row.acknowledged }] : [];
      });
      const found = await read(
        unseen.map(({ last }) => last.key),
        new Set(unseen.map(({ last }) => last.learnerId)),
      );
      const held = new Map(found.map((row) => [nameOf(row), row.data]));
      const broken: string[] = [];
      for (const { row, last, from } of unseen) {
        if (row.acknowledged === from) row.isUnseen = false;
        const data = held.get(nameOf(last.key));
        if (data === undefined || !row.sent.slice(from).some(({ shows }) => shows(data))) broken.push(last.what);
      }
      return { looked: unseen.length, broken };
    },
  };
}
export type Pledges = ReturnType<typeof createPledges>;
