import { alike } from '../../shared/domain/canonical-json.ts';
import { type DirectoryOrder, type DirectoryPlace, type Person, placesOf } from '../../shared/domain/directory.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { forgetAfter, held, putRow, type Stored } from './rows.ts';

/**
 * By what staff find learners. What it says is written in the transaction that changes the learner, into the table that no
 * backup keeps: names and addresses are sealed everywhere else (ADR 26, ADR 30).
 */
export interface Directory {
  /**
   * The writes that let staff find a learner as they are, and no more as they were; none where all is as it shall be.
   * @param card what the directory says of them now, where the caller has read it
   */
  follow(learner: Learner, card?: Stored<Card>): Promise<readonly Write[]>;
  /** What the directory says of a learner. */
  card(learnerId: LearnerId): Promise<Stored<Card> | undefined>;
  /** The same for who is new: nothing can stand there yet, so nothing is read. */
  enter(learner: Learner): readonly Write[];
  /** Whether the directory says of a learner what it shall: one read, where `follow` needs more. */
  isFollowed(learner: Learner): Promise<boolean>;
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

/** Who a learner is and where they stand, each place with the revision of the row there; absent where they are erased. */
export interface Card {
  readonly person?: Person;
  readonly places: readonly (DirectoryPlace & { readonly rev: number })[];
}

/** What lists show of a learner; nothing once they are erased. */
const personOf = ({ learnerId, email, createdAt, profile, erasedAt }: Learner): Person | undefined =>
  erasedAt === undefined ? { learnerId, email, createdAt, ...(profile && { profile }) } : undefined;

/** Whether a card says what it shall; where there is none, whether there shall be none. */
const says = (card: Card | undefined, person: Person | undefined): boolean =>
  card ? alike(card.person, person) : person === undefined;

const same = (a: DirectoryPlace, b: DirectoryPlace): boolean => a.by === b.by && a.text === b.text;

export function directory({ table, clock }: { readonly table: Table; readonly clock: Clock }): Directory {
  const entryKeyOf = (learnerId: LearnerId, { by, text }: DirectoryPlace) =>
    entities.directoryEntry.keyOf({ by, text, learnerId });

  const card: Directory['card'] = async (learnerId) =>
    held<Card>(await table.get(entities.directoryCard.keyOf({ learnerId })));

  /** @param revOf the revision of what stands at a place, where the card does not name it */
  const written = (
    learner: Learner,
    before: Stored<Card> | undefined,
    revOf: (place: DirectoryPlace) => number | undefined = () => undefined,
  ): readonly Write[] => {
    const { learnerId } = learner;
    const person = personOf(learner);
    if (says(before?.value, person)) return [];
    const places = before?.value.places ?? [];
    const wanted = placesOf(learner);
    const stays = wanted.map((place) => {
      const rev = places.find((each) => same(each, place))?.rev ?? revOf(place);
      return { place, before: rev === undefined ? undefined : { rev } };
    });
    const leaves = places.filter((place) => !wanted.some((each) => same(each, place)));
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
      putRow(
        entities.directoryCard.keyOf({ learnerId }),
        'directoryCard',
        next,
        before,
        person ? {} : forgetAfter(clock.now()),
      ),
    ];
  };

  const follow: Directory['follow'] = async (learner, read) => {
    const { learnerId } = learner;
    const known = read ?? (await card(learnerId));
    // All that was ever entered was entered together with the card: one that was never changed names every place there is.
    if (known?.rev === 1) return written(learner, known);
    const wanted = placesOf(learner);
    // Where the card does not name a place, a row may be left there from a name of earlier.
    const rows = await Promise.all(wanted.map((place) => table.get(entryKeyOf(learnerId, place))));
    return written(learner, known, (place) => rows[wanted.findIndex((each) => same(each, place))]?.rev);
  };

  return {
    ...{ follow, card },
    enter: (learner) => written(learner, undefined),
    isFollowed: async (learner) => says((await card(learner.learnerId))?.value, personOf(learner)),
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
        [...new Set(learnerIds)].map(async (learnerId) => (await card(learnerId))?.value.person),
      );
      return new Map(cards.flatMap((person) => (person ? [[person.learnerId, person] as const] : [])));
    },
  };
}
