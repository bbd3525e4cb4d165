import { type DirectoryOrder, type DirectoryPlace, type Person, placesOf } from '../../shared/domain/directory.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { forgetAfter, held, putRow } from './rows.ts';

/**
 * By what staff find learners. What it says is written in the transaction that changes the learner, into the table that no
 * backup keeps: names and addresses are sealed everywhere else (ADR 26, ADR 30).
 */
export interface Directory {
  /** The writes that let staff find a learner as they are, and no more as they were; none where all is as it shall be. */
  follow(learner: Learner): Promise<readonly Write[]>;
  /** A page of everybody whose text in an order begins so, in that order: one read. */
  page(ask: {
    readonly by: DirectoryOrder;
    readonly beginning: string;
    readonly limit: number;
    readonly cursor?: string | undefined;
  }): Promise<{ readonly people: readonly Person[]; readonly cursor?: string }>;
  /** Who some learners are: a read each, for the rows of a page. Who is not in the directory is absent. */
  people(learnerIds: readonly LearnerId[]): Promise<ReadonlyMap<LearnerId, Person>>;
}

/** Where a learner stands, each with the revision of the row there; absent where they are erased. */
interface Card {
  readonly person?: Person;
  readonly places: readonly (DirectoryPlace & { readonly rev: number })[];
}

const same = (a: DirectoryPlace, b: DirectoryPlace): boolean => a.by === b.by && a.text === b.text;

export function directory({ table, clock }: { readonly table: Table; readonly clock: Clock }): Directory {
  const entryKeyOf = (learnerId: LearnerId, { by, text }: DirectoryPlace) =>
    entities.directoryEntry.keyOf({ by, text, learnerId });

  const follow: Directory['follow'] = async (learner) => {
    const { learnerId, email, createdAt, profile, erasedAt } = learner;
    const cardKey = entities.directoryCard.keyOf({ learnerId });
    const wanted = placesOf(learner);
    const [row, ...rows] = await Promise.all([
      table.get(cardKey),
      // Where the card does not name a place, a row may be left there from a name of earlier.
      ...wanted.map((place) => table.get(entryKeyOf(learnerId, place))),
    ]);
    const card = held<Card>(row);
    const before = card?.value.places ?? [];
    const person: Person | undefined =
      erasedAt === undefined ? { learnerId, email, createdAt, ...(profile && { profile }) } : undefined;
    if (!card && !person) return [];
    if (card && JSON.stringify(card.value.person) === JSON.stringify(person)) return [];

    const stays = wanted.map((place, index) => {
      const known = before.find((each) => same(each, place));
      const rev = known?.rev ?? rows[index]?.rev;
      return { place, before: rev === undefined ? undefined : { rev } };
    });
    const leaves = before.filter((place) => !wanted.some((each) => same(each, place)));
    const next: Card = {
      ...(person && { person }),
      places: stays.map(({ place, before: row }) => ({ ...place, rev: (row?.rev ?? 0) + 1 })),
    };
    return [
      ...stays.map(({ place, before: row }) =>
        putRow(entryKeyOf(learnerId, place), 'directoryEntry', person ?? {}, row),
      ),
      ...leaves.map((place) =>
        putRow(entryKeyOf(learnerId, place), 'directoryEntry', {}, place, forgetAfter(clock.now())),
      ),
      putRow(cardKey, 'directoryCard', next, card, person ? {} : forgetAfter(clock.now())),
    ];
  };

  return {
    follow,
    page: async ({ by, beginning, limit, cursor }) => {
      const { pk } = entities.directoryEntry.keyOf({ by, text: '-', learnerId: '-' });
      const page = await table.query({ pk, prefix: beginning, limit, ...(cursor && { cursor }) });
      const people = page.rows.flatMap((row) => {
        const person = held<Partial<Person>>(row)?.value;
        return person?.learnerId === undefined ? [] : [person as Person];
      });
      return { people, ...(page.cursor && { cursor: page.cursor }) };
    },
    people: async (learnerIds) => {
      const cards = await Promise.all(
        [...new Set(learnerIds)].map(
          async (learnerId) => held<Card>(await table.get(entities.directoryCard.keyOf({ learnerId })))?.value.person,
        ),
      );
      return new Map(cards.flatMap((person) => (person ? [[person.learnerId, person] as const] : [])));
    },
  };
}
