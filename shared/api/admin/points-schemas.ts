import * as z from 'zod/mini';
import { reportActions, reportStates, verdicts } from '../../domain/board-report.ts';
import { boardIds } from '../../domain/moc-boards.ts';
import { holds } from '../../domain/points-report.ts';
import { civilDate, fileFormat as format, hundredths, id, idInKey, instant } from '../fields.ts';
import { listCursor as cursor, filterDay as day, filterText as text } from './filters.ts';

/** `open`: whatever staff have to do something about. */
const state = z.enum([...reportStates, 'open']);
const filters = {
  ...{ from: day, until: day, activityId: text },
  board: z.optional(z.enum(boardIds)),
  state: z.optional(state),
};
export const pointsQuery = z.object({ ...filters, cursor });
export const pointsFileQuery = z.object({ ...filters, format, cursor });

const board = z.enum(boardIds);
const action = z.enum(reportActions);
const pointsRow = z.object({
  ...{ learnerId: id, activityId: id, board, action },
  points: hundredths,
  name: z.string(),
  title: z.string(),
  certificateId: id,
  /** The last day on which the board may be told. */
  reportBy: civilDate,
  state: z.enum(reportStates),
  /** Why it may not be told, or cannot. */
  hold: z.optional(z.enum(holds)),
  reportedAt: z.optional(instant),
  /** In the board’s words, where it refused. */
  refusedBecause: z.optional(z.string()),
});
export const pointsList = z.object({ points: z.array(pointsRow), next: z.optional(z.string()) });

/** Each is a row and an entry of the audit trail, and a transaction has a hundred. */
const MOST_AT_ONCE = 50;
const some = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.minLength(1), z.maxLength(MOST_AT_ONCE));
const key = { learnerId: idInKey, activityId: idInKey, board };
/** As the file had them that was handed in. */
export const pointsReported = z.object({ points: some(z.object({ ...key, action, points: hundredths })) });
export const pointsAnswered = z.object({
  points: some(z.object(key)),
  verdict: z.enum(verdicts),
  reason: z.optional(z.string().check(z.maxLength(500))),
});
/** How many of them were news. */
export const pointsNoted = z.object({ noted: z.int() });
