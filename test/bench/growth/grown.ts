import { isForKeys, isForStaff, type Route } from '../../../shared/api/route.ts';
import { type Routes, routes } from '../../../shared/api/routes.ts';
import { createLivingStore, idsIn, type LivingStore } from '../../prove/requests/living-store.ts';
import { createBrowser } from '../../support/browser.ts';
import { createService, type Service } from '../../support/service.ts';
import type { Touch } from '../../support/units/counted-table.ts';
import { crowdedTable } from '../../support/units/crowd.ts';
import { journeySteps, takeJourney } from '../../support/units/journey-steps.ts';
import { type Units, unitsOf } from '../../support/units/told-units.ts';

/** How many credits of others a store holds, all in one activity. */
export const sizes = [1, 1_000, 1_000_000] as const;
export type Size = (typeof sizes)[number];

const screens = (Object.entries(routes) as readonly (readonly [keyof Routes, Route])[]).filter(
  ([, { method, reads }]) => method === 'GET' || reads,
);

/** What looks after the system, each minute or quarter of an hour, apart from signing where all ledgers end. */
const lookingAfter = [
  'sweep',
  'deliverWebhooks',
  'runBatches',
  'carryOnImports',
  'eraseLearners',
  'remindLearners',
] as const satisfies readonly (keyof Service)[];

/** What a screen or a step costs at a size, and what it answered. */
export interface Cost extends Units {
  readonly answered: number | string;
}

/** Somebody who may ask a route: what they have signed in with. */
function callerOf({ access }: Route, { callers }: LivingStore) {
  return isForKeys(access) ? callers['a key'] : isForStaff(access) ? callers.owner : callers.own;
}

/** What is looked at of an activity that is being written. */
const inDraft = ({ path }: Route): boolean => /draft|checklist|preview|\/questions$/.test(path);

/** What some screens must be asked with, in a query or in a body. */
const filters = ({
  own,
  third,
  service,
}: LivingStore): Partial<Record<keyof Routes, Readonly<Record<string, string>>>> => ({
  exportAuditTrail: { from: service.now().slice(0, 10), until: service.now().slice(0, 10) },
  getAwardOffers: { learner: own.learnerId, activityId: 'sepsis' },
  exportQuestions: { assessment: 'post-test', format: 'gift' },
  previewMerge: { learnerId: own.learnerId, into: third.learnerId },
});

/** Every screen, every step of a journey and what looks after it, at one size. */
async function measure(
  store: LivingStore,
  { size, without }: { readonly size: Size; readonly without: ReadonlySet<string> },
): Promise<ReadonlyMap<string, Cost>> {
  const touches: Touch[] = [];
  const rows = [...store.service.table.rows(), ...store.service.keyTable.rows()];
  const { learnerId, certificateIds, attemptIds } = store.third;
  const service = createService({
    table: crowdedTable(rows, [learnerId, ...certificateIds, ...attemptIds], size),
    ...{ documents: store.service.documents, at: store.service.now(), seed: 9 },
    touched: (_, touch) => void touches.push(touch),
  });
  service.secrets.learn(store.service.secrets.made);
  service.state.employer = { begin: async () => 'https://hospital.example/', vouchedFor: async () => undefined };
  const costs = new Map<string, Cost>();
  const costing = async (name: string, act: () => Promise<number | string>): Promise<void> => {
    touches.length = 0;
    const answered = await act().catch((error: unknown) => String(error));
    costs.set(name, { ...unitsOf(touches), answered });
  };

  const params = Object.fromEntries(Object.entries(idsIn(store)).map(([name, [first = '']]) => [name, first]));
  for (const [name, route] of screens.filter(([each]) => !without.has(each))) {
    const caller = callerOf(route, store);
    const browser = createBrowser(service);
    for (const [cookie, value] of Object.entries(caller.cookies)) browser.cookies.set(cookie, value);
    const headers = 'authorization' in caller && caller.authorization ? { authorization: caller.authorization } : {};
    const asked = filters(store)[name] ?? {};
    const sent = { params: { ...params, ...(inDraft(route) && { activityId: 'wound-care' }) }, headers };
    await costing(
      name,
      async () => (await browser.ask(name, { ...sent, ...(route.reads ? { body: asked } : { query: asked }) })).status,
    );
  }
  await takeJourney(service, 'late@example.org', (name, act) =>
    costing(name, async () => {
      await act();
      return 'done';
    }),
  );
  for (const run of lookingAfter)
    await costing(run, async () => {
      await service[run]();
      return 'done';
    });
  return costs;
}

/** A screen or a step, and its cost at each size. */
export interface Grown {
  readonly name: string;
  readonly at: Readonly<Record<Size, Cost>>;
  readonly isFlat: boolean;
}

/** A store's page is full at a thousand: from there on nothing may become dearer. */
const FULL = 1_000;
const LARGEST = 1_000_000;

/**
 * What each screen and each step costs as the store grows from one credit to a million.
 * @param without screens that are left out, since they read up to a bound, which takes a while
 */
export async function grown(without: readonly string[] = []): Promise<readonly Grown[]> {
  const store = await createLivingStore();
  const measured = new Map<Size, ReadonlyMap<string, Cost>>();
  for (const size of sizes) measured.set(size, await measure(store, { size, without: new Set(without) }));
  const nothing = { read: 0, write: 0, answered: 'never asked' };
  const names = [...screens.map(([name]) => name), ...journeySteps, ...lookingAfter].filter(
    (name) => !without.includes(name),
  );
  return names.map((name) => {
    const at = Object.fromEntries(sizes.map((size) => [size, measured.get(size)?.get(name) ?? nothing])) as Grown['at'];
    return { name, at, isFlat: at[LARGEST].read <= at[FULL].read && at[LARGEST].write <= at[FULL].write };
  });
}
