import type { PointHundredths } from './kinds.ts';

/** The boards that take points for continuing certification by way of accredited education (cme.md 1c, "MOC boards"). */
export const boardIds = ['ABA', 'ABIM', 'ABOHNS', 'ABOS', 'ABP', 'ABPATH', 'ABS', 'ABTS'] as const;
export type BoardId = (typeof boardIds)[number];

/** What a board calls itself, and how it counts where an activity says nothing else. */
export interface Board {
  readonly name: string;
  /** Points are whole multiples of this. */
  readonly step: PointHundredths;
}

/** As many as the credits that are claimed, by the quarter: ABIM's rule (cme.md 1a); hearsay for those that are not named there. */
const quarter: PointHundredths = 25;

export const boards: Readonly<Record<BoardId, Board>> = {
  ABA: { name: 'American Board of Anesthesiology', step: quarter },
  // accme.org/faq/7922 and /7921 (cme.md 1a).
  ABIM: { name: 'American Board of Internal Medicine', step: quarter },
  ABOHNS: { name: 'American Board of Otolaryngology – Head and Neck Surgery', step: quarter },
  ABOS: { name: 'American Board of Orthopaedic Surgery', step: quarter },
  // Quarters by the newer page, whole points by older ones: an activity may set its step. One award an activity a day is
  // taken (cme.md 1a), and here an activity awards once in all.
  ABP: { name: 'American Board of Pediatrics', step: quarter },
  ABPATH: { name: 'American Board of Pathology', step: quarter },
  ABS: { name: 'American Board of Surgery', step: quarter },
  ABTS: { name: 'American Board of Thoracic Surgery', step: quarter },
};
