import type { Answered } from '../../client.ts';
import type { Tone } from '../../components/tag.tsx';

/** A certificate with what may become of it. */
export type CertificateToChange = Answered<'GET', '/api/admin/certificates/{certificateId}'>;
export type Change = Answered<'GET', '/api/admin/changes/{changeId}'>;
export type BatchAnswer = Answered<'GET', '/api/admin/batches/{batchId}'>;
export type Batch = BatchAnswer['batch'];

/** What a change does, as a heading says it. */
export const kindNames: Readonly<Record<Change['kind'], string>> = {
  correct: 'Correction',
  reissue: 'New print',
  revoke: 'Revocation',
  suspend: 'Suspension',
  restore: 'Restoration',
  award: 'Award by hand',
  merge: 'Merged accounts',
  separate: 'Separated accounts',
  attempts: 'More attempts',
  address: 'Another address',
};

export const statusNames: Readonly<Record<Batch['status'], string>> = {
  proposed: 'Waits for a second person',
  running: 'Under way',
  done: 'Done',
  rejected: 'Rejected',
};

export const statusTones: Readonly<Record<Batch['status'], Tone>> = {
  proposed: 'wait',
  running: 'accent',
  done: 'good',
  rejected: 'quiet',
};

/** A batch in words: `Revocation of 12`. */
export const batchTitle = ({ of, items }: Batch): string =>
  `${kindNames[of]}: ${items} ${of === 'award' ? 'learner' : 'certificate'}${items === 1 ? '' : 's'}`;

/** An amount that was typed, in hundredths; what is no amount is zero, and is refused with the words for it. */
export const hundredthsOf = (typed: string): number => {
  const amount = Math.round(Number(typed.trim().replace(',', '.')) * 100);
  return Number.isFinite(amount) ? amount : 0;
};

/** The certificate that somebody means: its id, or the address under its QR code. */
export const certificateIdIn = (typed: string): string => typed.trim().replace(/\/+$/, '').split('/').at(-1) ?? '';
