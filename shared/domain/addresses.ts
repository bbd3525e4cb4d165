import type { Decision } from './decision.ts';
import type { LearnerId } from './kinds.ts';
import { type Learner, normalizeEmail } from './learner.ts';
import { type Reason, type Refusal, refuse } from './refusal.ts';

/** That staff let a learner sign in by another address too. Which one is the learner’s, and stands in the account alone. */
export interface AddressGiven extends Decision {
  readonly kind: 'address';
  readonly learnerId: LearnerId;
}

/** So many addresses are enough for a career of employers. */
const MOST_ADDRESSES = 20;

/** The addresses that somebody signs in by, the one for mail first. */
export const addressesOf = ({ email, otherEmails = [] }: Pick<Learner, 'email' | 'otherEmails'>): readonly string[] => [
  email,
  ...otherEmails,
];

/** What speaks against another address; `owner` is whose it is already, if anybody's. */
export function addressFaults(learner: Learner, email: string, owner: LearnerId | undefined): readonly Reason[] {
  const field = '/email';
  if (addressesOf(learner).includes(email))
    return [
      {
        code: 'address-known',
        message: 'This address is one of the account’s already.',
        remedy: 'Sign in by it.',
        field,
      },
    ];
  if (owner !== undefined)
    return [
      {
        code: 'address-taken',
        message: 'This address has an account of its own.',
        remedy: 'The provider’s staff can merge the two accounts; nothing is lost by that.',
        field,
      },
    ];
  return addressesOf(learner).length >= MOST_ADDRESSES
    ? [
        {
          code: 'too-many-addresses',
          message: `An account has at most ${MOST_ADDRESSES} addresses.`,
          remedy: 'Remove one that is not used any more.',
          field,
        },
      ]
    : [];
}

export const withAddress = (learner: Learner, email: string): Learner => ({
  ...learner,
  otherEmails: [...(learner.otherEmails ?? []), normalizeEmail(email)],
});

const notYours: Refusal = refuse({
  code: 'address-unknown',
  message: 'This is not one of your addresses.',
  remedy: 'Choose one of those that your profile shows.',
  field: '/email',
});

/** The account with another of its addresses first, which mail goes to. */
export function withPrimary(learner: Learner, email: string): Learner | Refusal {
  const all = addressesOf(learner);
  if (!all.includes(email)) return notYours;
  return { ...learner, email, otherEmails: all.filter((address) => address !== email) };
}

/** The account without one of its addresses; the one that mail goes to stays. */
export function withoutAddress(learner: Learner, email: string): Learner | Refusal {
  if (email === learner.email)
    return refuse({
      code: 'address-needed',
      message: 'Mail goes to this address.',
      remedy: 'Have mail go to another of your addresses first.',
      field: '/email',
    });
  if (!addressesOf(learner).includes(email)) return notYours;
  return { ...learner, otherEmails: (learner.otherEmails ?? []).filter((address) => address !== email) };
}
