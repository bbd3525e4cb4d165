import { type LearnerRow, readLearners } from '../../shared/authoring/imports/learner-rows.ts';
import type { RowResult, Verdict } from '../../shared/domain/import.ts';
import type { Profile } from '../../shared/domain/learner.ts';
import { againAfterLostRaces } from '../races.ts';
import { eachOf, type Importing, type KindOfImport, type Row, verdictOf } from './kind.ts';

const sameProfile = (one: Profile, other: Profile): boolean =>
  one.givenName === other.givenName &&
  one.familyName === other.familyName &&
  one.profession === other.profession &&
  (one.credentials ?? '') === (other.credentials ?? '');

const stays = {
  message: 'The account has another name, profession or credentials, which stay.',
  remedy: 'Nothing needs to be done: what a learner says of themselves is never written over.',
};
const stands = { message: 'The account says the same already.', remedy: 'Nothing needs to be done.' };

/** What stands at the address of a row. */
async function standing({ email, profile }: LearnerRow, { learners }: Importing) {
  const learnerId = await learners.idOf(email);
  const known = learnerId === undefined ? undefined : (await learners.byId(learnerId))?.value.profile;
  return known === undefined ? 'absent' : sameProfile(known, profile) ? 'same' : 'other';
}

async function check(row: Row, capabilities: Importing): Promise<Verdict> {
  if (!row.value) return verdictOf(row, false);
  const stand = await standing(row.value as LearnerRow, capabilities);
  return verdictOf(row, true, stand === 'other' ? [stays] : stand === 'same' ? [stands] : []);
}

/** Makes the account of a row, or fills one that nobody has said anything of. */
async function bringIn(row: Row, capabilities: Importing): Promise<RowResult> {
  const { learners, table } = capabilities;
  const { email, profile } = row.value as LearnerRow;
  const { line, item, about } = row;
  const stand = await standing({ email, profile }, capabilities);
  if (stand === 'same') return { line, item, about, fate: 'unchanged', said: [stands] };
  if (stand === 'other') return { line, item, about, fate: 'kept', said: [stays] };
  return againAfterLostRaces(async (): Promise<RowResult> => {
    const before = await learners.ofAddress(email);
    // They signed in at this very moment and said who they are.
    if (before.value.profile) return { line, item, about, fate: 'kept', said: [stays] };
    await table.write(await learners.put({ ...before.value, profile }, before));
    return { line, item, about, fate: 'added', said: [] };
  });
}

/** Learners of another system: accounts that they sign in to later with their address. */
export const learnersKind: KindOfImport = {
  atOnce: false,
  read: ({ documents: [file] }) => readLearners(file?.text ?? ''),
  check: (rows, _, capabilities) => eachOf(rows, (row) => check(row, capabilities)),
  bringIn: async (rows, _, capabilities) => ({
    results: await eachOf(rows, (row) => bringIn(row, capabilities), 10),
    writes: [],
  }),
};
