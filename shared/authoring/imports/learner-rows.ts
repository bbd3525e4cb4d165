import { cleanName, type Profession, type Profile, professions } from '../../domain/learner.ts';
import { suggest } from '../suggestion.ts';
import { aboutEmail, type Cells, readRows, type TableRead } from './table-rows.ts';

/** A learner as another system knew them. */
export interface LearnerRow {
  readonly email: string;
  readonly profile: Profile;
}

const also: Readonly<Record<string, string>> = {
  ...{ 'e mail': 'email', 'e mail address': 'email', 'email address': 'email', mail: 'email' },
  ...{ 'first name': 'given name', firstname: 'given name', givenname: 'given name', forename: 'given name' },
  ...{ 'last name': 'family name', lastname: 'family name', familyname: 'family name', surname: 'family name' },
  ...{ degree: 'credentials', degrees: 'credentials', 'post nominals': 'credentials', role: 'profession' },
};

/** What people write for a profession that is meant beyond doubt. */
const meant: Readonly<Record<string, Profession>> = {
  ...{ md: 'physician', do: 'physician', doctor: 'physician', rn: 'nurse', np: 'nurse', 'nurse-practitioner': 'nurse' },
  ...{ pa: 'physician-assistant', 'physician-associate': 'physician-assistant', pharmd: 'pharmacist' },
};

function professionOf(cells: Cells): Profession {
  const text = cells.text('profession');
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const known =
    professions.find((profession) => profession === plain) ?? (Object.hasOwn(meant, plain) ? meant[plain] : undefined);
  if (text === '') cells.blame('The cell “profession” is empty.', `Write one of: ${professions.join(', ')}.`);
  else if (!known)
    cells.blame(`“${text.slice(0, 40)}” is no profession that is known here.`, suggest(text.slice(0, 40), professions));
  return known ?? 'other';
}

/** Reads learners from a table: email, given name, family name, profession and, where they have them, credentials. */
export const readLearners = (text: string): TableRead<LearnerRow> =>
  readRows(text, {
    also,
    needed: ['email', 'given name', 'family name', 'profession'],
    example: 'email, given name, family name, profession, credentials',
    read: (cells) => {
      const email = cells.email();
      const givenName = cells.needed('given name', 100, cleanName);
      const familyName = cells.needed('family name', 100, cleanName);
      const profession = professionOf(cells);
      const credentials = cleanName(cells.text('credentials'));
      cells.fits('credentials', credentials, 100);
      return {
        about: aboutEmail(email),
        value: { email, profile: { givenName, familyName, profession, ...(credentials !== '' && { credentials }) } },
      };
    },
    keyOf: ({ email }) => email,
  });
