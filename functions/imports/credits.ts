import { type CreditRow, identityOf, readEarlierCredits } from '../../shared/authoring/imports/credit-rows.ts';
import type { EarlierCredit, Import, RowResult, RowSaid, Verdict } from '../../shared/domain/import.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import { LostRaceError } from '../../shared/ports.ts';
import { eachOf, type Importing, type KindOfImport, type Row, verdictOf } from './kind.ts';

const recorded: RowSaid = { message: 'It is recorded already.', remedy: 'Nothing needs to be done.' };
const differs: RowSaid = {
  message: 'It is recorded already, with another title, amount or day.',
  remedy: 'What is recorded stays. Correct the row if it is another credit: give it its own certificate number.',
};
const nobody: RowSaid = {
  message: 'Nobody has an account with this address.',
  remedy: 'Import the learner first, or correct the address.',
};

const creditIdOf = (row: CreditRow, { digests }: Importing): string => digests.sha256(identityOf(row)).slice(0, 32);

const says = ({ title, creditType, amount, date, certificateNumber = '' }: Omit<CreditRow, 'email'>): string =>
  JSON.stringify([title, creditType, amount, date, certificateNumber]);

/** Whose the credit is, and what is recorded in its place. */
async function standing(row: CreditRow, capabilities: Importing) {
  const { learners, imports } = capabilities;
  const learnerId = await learners.idOf(row.email);
  if (learnerId === undefined) return undefined;
  const known = await imports.earlierCredit(learnerId, creditIdOf(row, capabilities));
  return { learnerId, known: known?.value };
}

async function check(row: Row, capabilities: Importing): Promise<Verdict> {
  if (!row.value) return verdictOf(row, false);
  const credit = row.value as CreditRow;
  const stand = await standing(credit, capabilities);
  if (!stand) return verdictOf(row, false, [nobody]);
  if (!stand.known) return verdictOf(row, true);
  return says(stand.known) === says(credit) ? verdictOf(row, true, [recorded]) : verdictOf(row, false, [differs]);
}

async function record(
  credit: CreditRow,
  learnerId: LearnerId,
  { importId }: Import,
  capabilities: Importing,
): Promise<'added' | EarlierCredit> {
  const { imports, table, clock } = capabilities;
  const { email: _, ...what } = credit;
  const creditId = creditIdOf(credit, capabilities);
  try {
    await table.write([
      await imports.recordEarlier({ learnerId, creditId, ...what, importId, recordedAt: clock.now() }),
    ]);
    return 'added';
  } catch (error) {
    if (!(error instanceof LostRaceError)) throw error;
    const known = await imports.earlierCredit(learnerId, creditId);
    if (!known) throw error;
    return known.value;
  }
}

async function bringIn(row: Row, what: Import, capabilities: Importing): Promise<RowResult> {
  const { line, item, about } = row;
  const credit = row.value as CreditRow;
  const learnerId = await capabilities.learners.idOf(credit.email);
  // The account was erased since the file was checked.
  if (learnerId === undefined) return { line, item, about, fate: 'left-out', said: [nobody] };
  const stands = await record(credit, learnerId, what, capabilities);
  if (stands === 'added') return { line, item, about, fate: 'added', said: [] };
  // A run that died had recorded it, and had not yet told of it.
  if (stands.importId === what.importId) return { line, item, about, fate: 'added', said: [] };
  const same = says(stands) === says(credit);
  return { line, item, about, fate: same ? 'unchanged' : 'kept', said: [same ? recorded : differs] };
}

/** Credits of before this system: the learner’s history, marked as such, and no award of this provider’s ledger (ADR 29). */
export const creditsKind: KindOfImport = {
  atOnce: false,
  read: ({ documents: [file] }, { at }) => readEarlierCredits(file?.text ?? '', at.slice(0, 10)),
  check: (rows, _, capabilities) => eachOf(rows, (row) => check(row, capabilities)),
  bringIn: async (rows, what, capabilities) => ({
    results: await eachOf(rows, (row) => bringIn(row, what, capabilities), 10),
    writes: [],
  }),
};
