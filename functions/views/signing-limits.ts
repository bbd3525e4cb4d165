import { HOUR } from '../../shared/domain/kinds.ts';

/**
 * What is signed anew each time that it is asked for: the key signs so many times a second and no more, and certificates need it too. Far
 * above what anybody prints or hands to a wallet; a script that asks over and over is told to wait.
 */
export const signingLimits = {
  /** By one learner. */
  transcript: { scope: 'sign-transcript', limit: 60, windowMs: HOUR },
  credential: { scope: 'sign-credential', limit: 120, windowMs: HOUR },
  /** By all who have one link, or one offer. */
  sharedTranscript: { scope: 'sign-shared-transcript', limit: 120, windowMs: HOUR },
  offer: { scope: 'sign-offer', limit: 30, windowMs: HOUR },
} as const;
