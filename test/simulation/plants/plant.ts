import type { Handler, Ports } from '../../../functions/capabilities.ts';
import type { Row, Table, Value, Write } from '../../../shared/ports.ts';
import type { EntityName } from '../../../shared/table.ts';
import type { Plants } from '../world.ts';

/** A bug, and what the check says that is meant to find it. */
export type Plant = Plants & { readonly finds: RegExp };
/** Bugs by what the code does that has them. */
export type PlantsByName = Readonly<Record<string, Plant>>;

export type Data = Readonly<Record<string, unknown>>;
type Put = Extract<Write, { kind: 'put' }>;

export const isPutOf =
  (...kinds: readonly EntityName[]) =>
  (write: Write): write is Put =>
    write.kind === 'put' && kinds.some((kind) => kind === write.row.kind);
export const dataOf = (row: Row): Data => Object(row.data);
export const withData = (row: Row, data: Data): Row => ({ ...row, data: data as Value });

/** A table that writes some rows, in some transactions, without looking whether their expectation holds. */
export function careless<Of extends Table>(
  isCareless: (write: Write) => boolean,
  when: (writes: readonly Write[]) => boolean = () => true,
): (table: Of) => Table {
  return (table) => ({
    ...table,
    async write(writes) {
      const forced = writes.map(async (write): Promise<Write> => {
        if (write.kind !== 'put' || !isCareless(write) || !when(writes)) return write;
        const rev = (await table.get(write.row))?.rev;
        return { kind: 'put', row: { ...write.row, rev: (rev ?? 0) + 1 }, expect: rev ?? 'absent' };
      });
      await table.write(await Promise.all(forced));
    },
  });
}

/** A table that changes writes before it takes them. */
export const altering =
  (alter: (writes: readonly Write[]) => readonly Write[]) =>
  (table: Table): Table => ({ ...table, write: (writes) => table.write(alter(writes)) });

/** A table that changes what is put into rows of a kind. */
export const puttingOtherwise = (kind: EntityName, change: (row: Row) => Row): ((table: Table) => Table) =>
  altering((writes) => writes.map((write) => (isPutOf(kind)(write) ? { ...write, row: change(write.row) } : write)));

/** A table that leaves out writes. */
export const leavingOut = (isLeftOut: (write: Write) => boolean): ((table: Table) => Table) =>
  altering((writes) => writes.filter((write) => !isLeftOut(write)));

/** A table that shows rows of a kind otherwise than they are. */
export const showingOtherwise =
  (kind: EntityName, change: (data: Data) => Data) =>
  (table: Table): Table => {
    const shown = (row: Row): Row => (row.kind === kind ? withData(row, change(dataOf(row))) : row);
    return {
      ...table,
      async get(key) {
        const row = await table.get(key);
        return row && shown(row);
      },
      async query(query) {
        const page = await table.query(query);
        return { ...page, rows: page.rows.map(shown) };
      },
    };
  };

/** Some writes are made by themselves before the others, and whatever becomes of those. */
export const writingFirst =
  (isFirst: (write: Write) => boolean) =>
  (table: Table): Table => ({
    ...table,
    async write(writes) {
      const first = writes.filter(isFirst);
      if (first.length > 0) await table.write(first);
      await table.write(writes.filter((write) => !isFirst(write)));
    },
  });

/** A table whose writes nobody waits for. */
export const notAwaited = (table: Table): Table => ({
  ...table,
  async write(writes) {
    void table.write(writes).catch(() => undefined);
  },
});

/** The bug is in some functions alone. */
export const only =
  (names: readonly string[], bug: (ports: Ports) => Partial<Ports>): NonNullable<Plants['ports']> =>
  () =>
  (ports, name) =>
    names.includes(name) ? { ...ports, ...bug(ports) } : ports;

/** The bug is in what some functions do with the table. */
export const onlyTable = (names: readonly string[], bug: (table: Table) => Table): NonNullable<Plants['ports']> =>
  only(names, ({ table }) => ({ table: bug(table) }));

/** A handler that stands in the place of another. */
export const handlerThat = <Event, Result>(
  act: (ports: Ports, event: Event) => Promise<Result>,
): Handler<Event, Result> => {
  const using = (ports: Ports) => (event: Event) => act(ports, event);
  return Object.assign(
    () => {
      throw new Error('A planted handler runs in the simulation alone');
    },
    { using },
  );
};
