import { creditTypeIds, formatCredit, knownType } from '../../domain/credit-type.ts';
import type { EarlierCredit } from '../../domain/import.ts';
import { type CivilDate, isCivilDate } from '../../domain/kinds.ts';
import { parseHundredths } from '../exact.ts';
import { suggest } from '../suggestion.ts';
import { aboutEmail, type Cells, readRows, type TableRead } from './table-rows.ts';

/** A credit as earlier records have it, and whose address it goes with. */
export interface CreditRow
  extends Pick<EarlierCredit, 'title' | 'activityId' | 'creditType' | 'amount' | 'date' | 'certificateNumber'> {
  readonly email: string;
}

const also: Readonly<Record<string, string>> = {
  ...{ 'e mail': 'email', 'e mail address': 'email', 'email address': 'email', mail: 'email' },
  ...{ title: 'activity', 'activity title': 'activity', course: 'activity', id: 'activity id', type: 'credit type' },
  ...{ credits: 'amount', hours: 'amount', completed: 'date', 'date completed': 'date', 'completion date': 'date' },
  ...{
    certificate: 'certificate number',
    'certificate no': 'certificate number',
    'certificate id': 'certificate number',
  },
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replace(/ s$/, '')
    .trim();
/** Kinds of credit by their ids and names, one and many. */
const byName: ReadonlyMap<string, string> = new Map(
  creditTypeIds.flatMap((creditType) => {
    const { name, plural } = knownType(creditType);
    return [creditType, name, plural].map((word) => [plain(word.replaceAll(/[*™®]/g, '')), creditType] as const);
  }),
);

function creditTypeOf(cells: Cells): string {
  const text = cells.text('credit type');
  const known = byName.get(plain(text.replaceAll(/[*™®]/g, '')));
  if (text === '') cells.blame('The cell “credit type” is empty.', `Write one of: ${creditTypeIds.join(', ')}.`);
  else if (!known)
    cells.blame(
      `“${text.slice(0, 40)}” is no kind of credit that is known here.`,
      suggest(text.slice(0, 40), creditTypeIds),
    );
  return known ?? '';
}

function dateOf(cells: Cells, today: CivilDate): CivilDate {
  const text = cells.text('date');
  if (!isCivilDate(text))
    cells.blame(
      text === '' ? 'The cell “date” is empty.' : `“${text.slice(0, 30)}” cannot be read as a day.`,
      'Write the day of completion, like 2024-03-09.',
    );
  else if (text > today) cells.blame(`${text} is still to come.`, 'Write the day on which it was completed.');
  return text;
}

/** Reads credits of before this system from a table: email, activity, credit type, amount, date, certificate number. */
export const readEarlierCredits = (text: string, today: CivilDate): TableRead<CreditRow> =>
  readRows(text, {
    also,
    needed: ['email', 'activity', 'credit type', 'amount', 'date'],
    example: 'email, activity, activity id, credit type, amount, date, certificate number',
    read: (cells) => {
      const email = cells.email();
      const title = cells.needed('activity', 300);
      const activityId = cells.text('activity id');
      const creditType = creditTypeOf(cells);
      const written = cells.text('amount');
      const amount = parseHundredths(written) ?? 0;
      if (amount === 0)
        cells.blame(
          written === '' ? 'The cell “amount” is empty.' : `“${written.slice(0, 30)}” is no amount of credit.`,
          'Write a number with at most two decimals after a point, like 1.25.',
        );
      const date = dateOf(cells, today);
      const certificateNumber = cells.text('certificate number');
      cells.fits('activity id', activityId, 100);
      cells.fits('certificate number', certificateNumber, 100);
      return {
        about: `${aboutEmail(email)} ${creditType} ${formatCredit(amount)}`.trim(),
        value: {
          ...{ email, title, creditType, amount, date },
          ...(activityId !== '' && { activityId }),
          ...(certificateNumber !== '' && { certificateNumber }),
        },
      };
    },
    keyOf: (row) => `${row.email} ${identityOf(row)}`,
  });

/** What makes a credit the one that it is: the certificate’s number and kind; without a number, what, of which kind and when. */
export const identityOf = ({
  certificateNumber,
  title,
  creditType,
  date,
}: Pick<CreditRow, 'certificateNumber' | 'title' | 'creditType' | 'date'>): string =>
  JSON.stringify(
    certificateNumber === undefined
      ? ['titled', title.toLowerCase(), creditType, date]
      : ['numbered', certificateNumber.toLowerCase(), creditType],
  );
