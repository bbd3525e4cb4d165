/** The shapes of points for maintenance of certification. They are integer hundredths, and never credit. */
import * as z from 'zod/mini';
import { verdicts } from '../domain/board-report.ts';
import { boardIds } from '../domain/moc-boards.ts';
import { creditType, hundredths, instant } from './fields.ts';

const board = z.enum(boardIds);

/** The words of the permission without which no board is told anything. */
export const mocPermission = z.object({ wording: z.int(), title: z.string(), text: z.string() });

/** What a learner may ask to be reported to a board, and what it would come to. */
export const mocOffer = z.object({
  board,
  boardName: z.string(),
  /** The credit whose claim earns the points, with its name in the plural. */
  creditType,
  creditName: z.string(),
  rule: z.union([
    z.object({ kind: z.literal('equal-to-claimed') }),
    z.object({ kind: z.literal('ratio'), perCredit: hundredths }),
    z.object({ kind: z.literal('fixed'), points: hundredths }),
  ]),
  maximum: hundredths,
  step: hundredths,
});

export const mocRequest = z.object({
  board: z.enum(boardIds, { error: 'Choose a board that the activity names.' }),
  boardId: z.string({ error: 'Enter your board ID.' }).check(z.trim(), z.maxLength(64)),
  birthMonthDay: z
    .string({ error: 'Enter the month and day of your birth as MM-DD.' })
    .check(z.trim(), z.maxLength(16)),
  permission: z.boolean(),
  /** Of the permission's words that were read. */
  wording: z.int(),
});

export const mocPoints = z.object({ board, boardName: z.string(), points: hundredths });
export const mocTotal = z.extend(mocPoints, { year: z.int() });

/** What became of points, as their holder may know it. */
export const boardReport = z.object({
  board,
  state: z.enum(['reported', ...verdicts]),
  /** Since when it stands so. */
  at: instant,
  /** Why the board refused, in its words. */
  reason: z.optional(z.string()),
});
