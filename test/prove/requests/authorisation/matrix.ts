import { isForStaff, type Route } from '../../../../shared/api/route.ts';
import { type Routes, routes } from '../../../../shared/api/routes.ts';
import { STEP_UP_LIFETIME_MS } from '../../../../shared/domain/sign-in.ts';
import type { Service } from '../../../support/service.ts';
import { storeOf } from '../fuzz/in-use.ts';
import type { InUse } from '../fuzz/sample.ts';
import { copyOf, type LivingStore } from '../living-store.ts';
import { askAs, type Told } from './ask-as.ts';
import { callersOf, doorCodes, refusalOf } from './expected.ts';
import { isOfLearner, paramsOf, toldOf, unplacedIn } from './places.ts';

export interface Cell {
  readonly outcome: string;
  readonly failure?: string;
}

/** Rows that a request may leave behind that is refused: counts against limits, and that a key was used. */
const counted = /^(?:RATE#|APIKEY|KEY)/;
const standOf = (service: Service): string =>
  JSON.stringify([...service.table.rows(), ...service.keyTable.rows()].filter(({ pk }) => !counted.test(pk)));

const nothing = '0'.repeat(26);

/** What tells of the other learner, by how much of it may be told to whom. */
function marksOf({ other }: LivingStore) {
  const ids = [other.learnerId, ...other.attemptIds, ...other.certificateIds, ...other.shareIds];
  return {
    nothing: [other.family, other.given, other.email, other.second, other.token, other.offerToken, ...ids],
    ids: [other.family, other.given, other.email, other.second, other.token, other.offerToken],
    'what the link shows': [other.email, other.second, other.learnerId, ...other.attemptIds],
    everything: [],
  };
}

/** The ids of one learner alone, by parameter and field; of nobody where there is nobody. */
function thingsOf(living: LivingStore, whose: 'own' | 'other' | 'nobody'): InUse {
  const { own, other } = living;
  const who = whose === 'own' ? own : other;
  const none = whose === 'nobody';
  return {
    attemptId: none ? [nothing] : who.attemptIds,
    certificateId: none ? [nothing] : who.certificateIds,
    shareId: none ? [nothing] : who.shareIds,
    learnerId: none ? [nothing] : [who.learnerId],
    token: none ? [nothing] : [who.token],
    offerToken: none ? [nothing] : [who.offerToken],
    staffId: [living.staff.former.staffId],
  };
}

/** Every caller at one route: at its door, and where that is open, with their own things, the other learner's, and none. */
export async function cellsOf(living: LivingStore, name: keyof Routes): Promise<readonly Cell[]> {
  const route: Route = routes[name];
  const cells: Cell[] = unplacedIn(route).map((field) => ({
    ...{ outcome: 'without a place', failure: `${name} names things by ${field}, and nobody says whose they are` },
  }));
  const store = storeOf(living);
  const usual = { ...store.inUse, ...store.ofRoute[name] };
  const marks = marksOf(living);
  const callers = Object.entries(callersOf(living));
  const service = await copyOf(living.service, 5);
  const judge = (caller: string, of: string, told: Told, outcome: string, wrong?: string): void => {
    const leaked = marks[toldOf(name, caller)].filter((mark) => told.all.includes(mark) && !told.sent.includes(mark));
    const isBroken = told.status >= 500 ? `was answered ${told.status}` : undefined;
    const fault = wrong ?? isBroken ?? (leaked.length > 0 ? `is told of the other: ${leaked.join(', ')}` : undefined);
    cells.push({ outcome, ...(fault && { failure: `${name}, asked by ${caller} for ${of}: ${fault}` }) });
  };

  const before = standOf(service);
  for (const [caller, sends] of callers) {
    const refusal = refusalOf(route, caller);
    if (refusal === undefined) continue;
    const told = await askAs(service, name, sends, { ...usual, ...thingsOf(living, 'other') });
    const isRefused = told.codes.length === 1 && told.codes[0] === refusal && [401, 403].includes(told.status);
    judge(
      caller,
      'the other’s',
      told,
      'refused at the door',
      isRefused ? undefined : `${told.status} ${told.codes}, not ${refusal}`,
    );
  }
  if (standOf(service) !== before)
    cells.push({ outcome: 'changed', failure: `${name}: whoever was refused changed something` });

  for (const [caller, sends] of callers) {
    if (refusalOf(route, caller) !== undefined) continue;
    const answers: Record<string, Told> = {};
    for (const whose of ['nobody', 'other', 'own'] as const) {
      const told = await askAs(service, name, sends, { ...usual, ...thingsOf(living, whose) });
      answers[whose] = told;
      const atDoor = told.codes.filter((code) => doorCodes.includes(code));
      // Whoever ended their own session by the very request is none any more at the next.
      const isOver = atDoor.length > 0 && !/^sign.*Out/.test(name) ? `is stopped at the door: ${atDoor}` : undefined;
      judge(caller, whose, told, 'let in by the registry', isOver);
    }
    if (isOfLearner(route) && caller === 'own') cells.push(hiddenFrom(name, answers));
  }
  return cells;
}

/** The other learner's thing is answered to the letter as one that there is not; one's own is there. */
function hiddenFrom(name: keyof Routes, { own, other, nobody }: Readonly<Record<string, Told>>): Cell {
  const isHidden = other?.status === 404 && other.text === nobody?.text;
  const failure = !isHidden
    ? `${name}: the other’s is answered ${other?.status}, none ${nobody?.status}: ${other?.text.slice(0, 200)}`
    : own?.status === 404
      ? `${name}: one’s own is not found, so that nothing is shown by the other’s`
      : undefined;
  return { outcome: 'the other’s as if there were none', ...(failure && { failure }) };
}

/** Each route of the console that is grave, for each of its roles, right before five minutes after their passkey and then. */
export async function stepUpCells(living: LivingStore): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  const store = storeOf(living);
  for (const moment of [STEP_UP_LIFETIME_MS - 1, STEP_UP_LIFETIME_MS]) {
    const service = await copyOf(living.service, 6);
    service.pass(moment);
    for (const [name, route] of Object.entries(routes) as [keyof Routes, Route][]) {
      const { access } = route;
      if (!isForStaff(access) || access.by === 'code') continue;
      for (const role of access.staff) {
        const { codes } = await askAs(service, name, living.callers[role], { ...store.inUse, staffId: ['none'] });
        const asked = codes.includes('step-up-needed');
        const should = access.stepUp === true && moment === STEP_UP_LIFETIME_MS;
        const failure =
          asked === should ? undefined : `${name}, asked by ${role} ${moment} ms after the passkey: ${codes}`;
        cells.push({
          outcome: should ? 'the passkey is asked for again' : 'the passkey still counts',
          ...(failure && { failure }),
        });
      }
    }
  }
  return cells;
}

/** What an author is not told of: an import of people, which is answered as if there were none. */
export async function authorsCells(living: LivingStore): Promise<readonly Cell[]> {
  const [, ofPeople = ''] = living.done.importIds;
  const names = (Object.keys(routes) as (keyof Routes)[]).filter((name) => paramsOf(routes[name]).includes('importId'));
  const store = storeOf(living);
  return Promise.all(
    names.map(async (name) => {
      const asked = (importId: string) =>
        askAs(living.service, name, living.callers.author, { ...store.inUse, importId: [importId] });
      const [there, none] = [await asked(ofPeople), await asked(nothing)];
      const alike = there.status === none.status && there.text === none.text && there.status >= 400;
      const failure = alike ? undefined : `${name}: an author is answered ${there.status} of an import of people`;
      return { outcome: 'the other’s as if there were none', ...(failure && { failure }) };
    }),
  );
}
