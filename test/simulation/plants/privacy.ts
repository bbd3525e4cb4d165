import { HOUR, later } from '../../../shared/domain/kinds.ts';
import type { Write } from '../../../shared/ports.ts';
import {
  careless,
  type Data,
  dataOf,
  handlerThat,
  isPutOf,
  leavingOut,
  onlyTable,
  type PlantsByName,
  puttingOtherwise,
  showingOtherwise,
  withData,
} from './plant.ts';

const isCheckOfErasure = (write: Write): boolean => write.kind === 'check' && write.key.sk === 'ERASURE';

/** Somebody who has nothing under way. */
const idle = (course: Data): Data =>
  ['grading', 'claimed', 'awarded'].includes(String(course.stage)) ? { ...course, stage: 'open' } : course;

const issued = (state: Data): Data => (state.status === 'parked' ? { ...state, status: 'valid' } : state);

/** Bugs of erasures, of verification pages that their holders turn off, and of reminders. */
export const privacyPlants: PlantsByName = {
  'accounts are merged by what was read before the erasure of one of them was asked for': {
    finds: /was merged into .* while .* was to be erased/,
    ports: onlyTable(['decide'], leavingOut(isCheckOfErasure)),
  },
  'an account is closed by what was read before its learner kept it': {
    finds: /was told that the account is kept/,
    ports: onlyTable(['erase'], careless(isPutOf('erasure'))),
  },
  'the days of grace are hours': {
    finds: /before the days of grace were over/,
    ports: onlyTable(
      ['askErasure', 'eraseLearner'],
      puttingOtherwise('erasure', (row) => {
        const { learnerId, askedAt } = dataOf(row);
        const dueAt = later(String(askedAt), 7 * HOUR);
        return { ...withData(row, { ...dataOf(row), dueAt }), workSk: `${dueAt}#${learnerId}` };
      }),
    ),
  },
  'an erasure that was cut off is not gone on with': {
    finds: /is closing and waits for nothing/,
    ports: onlyTable(
      ['erase'],
      showingOtherwise('erasure', (erasure) => ({
        ...erasure,
        ...(erasure.status === 'closing' && { status: 'done' }),
      })),
    ),
  },
  'an account is erased while credit is being awarded to it': {
    finds: /was erased while .* was (issuing|parked)|broke: ShreddedError/,
    ports: onlyTable(['erase'], (table) =>
      showingOtherwise('certificate', issued)(showingOtherwise('participation', idle)(table)),
    ),
  },
  'answers of who is erased are left': {
    finds: /something is left in attempt/,
    ports: onlyTable(['erase'], leavingOut(isPutOf('attempt'))),
  },
  'whoever is erased stays signed in': {
    finds: /is erased and signed in/,
    ports: onlyTable(['erase'], leavingOut(isPutOf('session'))),
  },
  'a verification page is turned off for the version at hand alone': {
    finds: /was turned (on|off), and it is/,
    ports: onlyTable(['setVerificationPage'], (table) => ({
      ...table,
      write: (writes) => {
        const [first, ...others] = writes.filter(isPutOf('certificate'));
        return table.write(writes.filter((write) => write === first || !others.some((other) => other === write)));
      },
    })),
  },
  'a correction opens a page that its holder turned off': {
    finds: /was turned off, and it is shown/,
    ports: onlyTable(
      ['decide'],
      puttingOtherwise('certificate', (row) => {
        const { pageOffSince: _, ...state } = dataOf(row);
        return state.status === 'issuing' ? withData(row, state) : row;
      }),
    ),
  },
  'nobody is reminded': {
    finds: /nobody thought of reminding them/,
    functions: (functions) => ({ ...functions, remind: handlerThat(async () => ({ asked: 0, left: 0 })) }),
  },
  'whether somebody was reminded is looked up first and not written down': {
    finds: /nobody thought of reminding them|broke: LostRaceError/,
    ports: onlyTable(['remind'], leavingOut(isPutOf('participation'))),
  },
};
