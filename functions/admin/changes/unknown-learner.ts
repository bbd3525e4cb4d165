import { type Reason, type Refusal, refuse } from '../../../shared/domain/refusal.ts';

/** That nobody is known by an id or an address. */
export const unknownLearnerReason = (field: string): Reason => ({
  code: 'learner-unknown',
  message: 'There is no account with this address or id.',
  remedy: 'Give the e-mail address that the learner signs in with. Who never signed in has no account yet.',
  field,
});

export const unknownLearner = (field: string): Refusal => refuse(unknownLearnerReason(field));
