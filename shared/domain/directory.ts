import type { Instant, LearnerId } from './kinds.ts';
import type { Learner, Profile } from './learner.ts';

/** By what staff find a learner: family name then given name, given name then family name, e-mail address. */
export const directoryOrders = ['name', 'given', 'email'] as const;
export type DirectoryOrder = (typeof directoryOrders)[number];

/** A learner as lists show them. */
export interface Person {
  readonly learnerId: LearnerId;
  readonly email: string;
  readonly createdAt: Instant;
  readonly profile?: Profile;
}

/** Where a learner stands in an order of the directory. */
export interface DirectoryPlace {
  readonly by: DirectoryOrder;
  readonly text: string;
}

// Letters that Unicode does not take apart into a base and a mark.
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k' },
};
/** Far longer than what tells two people apart, and far shorter than a sort key may be. */
const LONGEST = 120;
const clipped = (text: string): string => [...text].slice(0, LONGEST).join('').trim();

/**
 * A name as it is sorted and searched: without case, accents, apostrophes and hyphens, so that Nguyễn is found by `nguyen` and
 * Łukasz by `lukasz`. Other scripts stay as they are; only marks of Latin, Greek and Cyrillic are taken off.
 */
export const foldName = (name: string): string =>
  clipped(
    name
      .normalize('NFKD')
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .replace(/[łøđðþßæœıħŧŋĸ]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/['’ʼ`´]/g, '')
      .replace(/[\p{P}\p{S}\p{Z}\s]+/gu, ' ')
      .trim(),
  );

/** An address as it is sorted and searched. */
export const foldEmail = (email: string): string => clipped(email.trim().toLowerCase().replaceAll('#', ' '));

/** Sorts after every Latin name: whoever has not given a name yet stands last, by address. */
const NAMELESS = '~';

/** Everywhere that a learner stands in the directory; nowhere once the account is erased. */
export function placesOf({
  email,
  profile,
  erasedAt,
}: Pick<Learner, 'email' | 'profile' | 'erasedAt'>): readonly DirectoryPlace[] {
  if (erasedAt !== undefined || email === '') return [];
  const address = foldEmail(email);
  if (!profile)
    return [
      { by: 'name', text: `${NAMELESS}${address}` },
      { by: 'email', text: address },
    ];
  const [given, family] = [foldName(profile.givenName), foldName(profile.familyName)];
  // A name of marks alone folds to nothing.
  const inOrder = (...parts: readonly string[]): string => clipped(parts.join(' ').trim()) || `${NAMELESS}${address}`;
  return [
    { by: 'name', text: inOrder(family, given) },
    { by: 'given', text: inOrder(given, family) },
    { by: 'email', text: address },
  ];
}

/** The beginning that a search looks for in an order of the directory. */
export const beginningOf = (search: string, by: DirectoryOrder): string =>
  by === 'email' ? foldEmail(search) : foldName(search);
