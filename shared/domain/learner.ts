import type { Instant, LearnerId } from './kinds.ts';

/** Professions as the contract names them; credit types say which of them they are for. */
export const professions = [
  ...(['physician', 'physician-assistant', 'nurse', 'pharmacist', 'pharmacy-technician', 'psychologist'] as const),
  ...(['social-worker', 'dentist', 'optometrist', 'dietitian', 'athletic-trainer', 'other'] as const),
] as const;
export type Profession = (typeof professions)[number];

/** What a learner says of themselves; the name is what stands on certificates from now on, never on earlier ones. */
export interface Profile {
  readonly givenName: string;
  readonly familyName: string;
  readonly profession: Profession;
  /** Post-nominals as they shall be printed: `MD, FACP`. */
  readonly credentials?: string;
}

export interface Learner {
  readonly learnerId: LearnerId;
  /** Empty once the account is erased. */
  readonly email: string;
  readonly createdAt: Instant;
  /** The others that its learner signs in by; mail goes to the first alone. */
  readonly otherEmails?: readonly string[];
  /** Absent until the first sign-in is completed. */
  readonly profile?: Profile;
  /** Accounts that turned out to be of the same person: their awards are this learner's. */
  readonly merged?: readonly LearnerId[];
  /** The account that this one was merged into, and that its learner signs in to since. */
  readonly mergedInto?: LearnerId;
  /** Nothing is known of the learner any more but what accreditors demand. */
  readonly erasedAt?: Instant;
}

/** The name as a certificate prints it: `Amélie Nguyễn, MD, FACP`. */
export const nameOnCertificate = ({ givenName, familyName, credentials }: Profile): string =>
  `${givenName} ${familyName}${credentials ? `, ${credentials}` : ''}`.trim();

// Control characters, bidirectional overrides and soft hyphens can reorder or hide what a certificate says; none is part of
// a name, nor are letters that are drawn as nothing: tags, fillers of Hangul, the blank of Braille. Line breaks and tabs are
// controls that part words, so they count as spaces.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u115f\u1160\u180e\u2800\u3164\uffa0\u{e0000}-\u{e007f}]/gu;

/** A name as it is stored: Unicode NFC, without control characters, with single spaces. */
export const cleanName = (text: string): string =>
  text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

/** An e-mail address as it is compared: trimmed and in lower case. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();

/** An address that its owner recognises and a bystander does not: `d…@e…`. */
export function maskEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}…@${domain.slice(0, 1)}…`;
}
