import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { beginningOf, type DirectoryOrder, directoryOrders, type Person } from '../../../shared/domain/directory.ts';
import type { LearnerId } from '../../../shared/domain/kinds.ts';
import type { Capabilities } from '../../capabilities.ts';
import { endpoint } from '../../endpoint.ts';
import { filteredPage } from '../../views/filtered-page.ts';
import { learnerRow } from './learner-row.ts';

type Reading = Capabilities<Record<never, never>>;

/** Ids of learners and certificates: 26 characters of Crockford's base 32. */
const anId = /^[0-9a-hjkmnp-tv-z]{26}$/;
const AT_ONCE = 50;

/** Learners in an order of the directory, or those that a search finds. */
export const handler = endpoint(learnersRoutes.listLearners, {}, async ({ body }, capabilities) => {
  const { search = '', order = 'name', cursor } = body;
  if (search.trim() !== '') return found(search.trim(), capabilities);
  const { items, cursor: next } = await filteredPage(
    async (ask) => {
      const page = await capabilities.directory.page({ by: order, beginning: '', ...ask });
      return { items: page.people, cursor: page.cursor };
    },
    cursor,
    undefined,
  );
  return { learners: items.map(learnerRow), ...(next !== undefined && { next }) };
});

/** A read for each order: the beginning of a family name, of a given name, of an address. A whole id or address finds its one. */
async function found(search: string, capabilities: Reading) {
  const known = await named(search, capabilities);
  const orders: readonly DirectoryOrder[] = search.includes('@') ? ['email'] : directoryOrders;
  const pages = await Promise.all(
    orders.flatMap((by) => {
      const beginning = beginningOf(search, by);
      return beginning === '' ? [] : [capabilities.directory.page({ by, beginning, limit: AT_ONCE })];
    }),
  );
  const people = new Map<LearnerId, Person>();
  for (const person of [...(known ? [known] : []), ...pages.flatMap((page) => page.people)])
    if (!people.has(person.learnerId)) people.set(person.learnerId, person);
  return {
    learners: [...people.values()].map(learnerRow),
    more: pages.some(({ cursor }) => cursor !== undefined),
  };
}

/** Whom a whole address, learner's id or certificate's id is of, whether the directory knows them yet or not. */
async function named(search: string, { learners, certificates }: Reading): Promise<Person | undefined> {
  const id = search.toLowerCase();
  const learnerId = search.includes('@')
    ? await learners.idOf(search)
    : anId.test(id)
      ? ((await certificates.whole(id))?.snapshot.learnerId ?? id)
      : undefined;
  const learner = learnerId === undefined ? undefined : (await learners.byId(learnerId))?.value;
  if (!learner) return undefined;
  const { email, createdAt, profile } = learner;
  return { learnerId: learner.learnerId, email, createdAt, ...(profile && { profile }) };
}
