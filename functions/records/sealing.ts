import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Ciphers, Ids, Key, Row, Table, Write } from '../../shared/ports.ts';
import type { EntityName } from '../../shared/table.ts';
import type { DataKeys } from './data-keys.ts';
import { held, putRow, type Stored } from './rows.ts';

/** The key of what is sealed was destroyed, or lost: nobody reads it any more. */
export class ShreddedError extends Error {
  override readonly name = 'ShreddedError';
  constructor({ pk, sk }: Key) {
    super(`What is sealed at ${pk} ${sk} has no key any more`);
  }
}

/** Rows of which some fields are for the learner's eyes alone: sealed under the learner's key, at that very place. */
export interface Sealing {
  /** Reads what is sealed, and the key that opens it in the same moment. @throws ShreddedError */
  read<Thing>(learnerId: LearnerId, at: Key): Promise<Stored<Thing> | undefined>;
  /** What a sealed row holds. A row of before there were keys is read as it is. @throws ShreddedError */
  open<Thing>(learnerId: LearnerId, row: Row | undefined): Promise<Stored<Thing> | undefined>;
  /**
   * Writes a thing with the named fields sealed. A learner who has no key yet, since they signed in before there were keys,
   * gets one at their next sign-in; until then nothing is sealed.
   */
  put<Thing extends { readonly learnerId: LearnerId }>(
    key: Key,
    kind: EntityName,
    thing: Thing,
    secrets: readonly (keyof Thing)[],
    before?: Pick<Stored<object>, 'rev'>,
  ): Promise<Write>;
}

interface Needed {
  readonly table: Table;
  readonly dataKeys: DataKeys;
  readonly ciphers: Ciphers;
  readonly ids: Ids;
}

const placeOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

export function sealing({ table, dataKeys, ciphers, ids }: Needed): Sealing {
  const sealing: Sealing = {
    read: async (learnerId, at) => {
      const [row, key] = await Promise.all([table.get(at), dataKeys.of(learnerId)]);
      const isSealed = held<{ readonly sealed?: string }>(row)?.value.sealed !== undefined;
      // Erasing writes over what is sealed and destroys the key last: what was read just before is blank by now.
      return sealing.open(learnerId, isSealed && key === undefined ? await table.get(at) : row);
    },
    open: async <Thing>(learnerId: LearnerId, row: Row | undefined) => {
      const found = held<{ readonly sealed?: string }>(row);
      if (!row || found?.value.sealed === undefined) return held<Thing>(row);
      const key = await dataKeys.of(learnerId);
      if (key === undefined) throw new ShreddedError(row);
      const { sealed, ...plain } = found.value;
      const opened: object = JSON.parse(ciphers.open(sealed, { key, place: placeOf(row) }));
      return { value: { ...plain, ...opened } as Thing, rev: found.rev };
    },
    put: async (at, kind, thing, secrets, before) => {
      const key = await dataKeys.of(thing.learnerId);
      if (key === undefined) return putRow(at, kind, thing, before);
      const fields = Object.entries(thing);
      const isSecret = ([name]: readonly [string, unknown]): boolean => secrets.some((secret) => secret === name);
      const text = JSON.stringify(Object.fromEntries(fields.filter(isSecret)));
      const sealed = ciphers.seal(text, { key, nonce: ids.secret(), place: placeOf(at) });
      return putRow(at, kind, { ...Object.fromEntries(fields.filter((field) => !isSecret(field))), sealed }, before);
    },
  };
  return sealing;
}
