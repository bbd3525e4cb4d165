import type { ActivityId, Instant, LearnerId, PointHundredths } from './kinds.ts';
import type { BoardId } from './moc-boards.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What became of a report: the accreditor's system took it and the board said so, or either of them did not (cme.md 2, "Errors"). */
export const verdicts = ['accepted', 'refused'] as const;
type Verdict = (typeof verdicts)[number];

export interface BoardAnswer {
  readonly verdict: Verdict;
  /** In the board's words, where it refused. */
  readonly reason?: string;
  readonly at: Instant;
}

/** There is no update: what was reported otherwise is deleted and added (cme.md 2, `LearnerRecordAction`). */
export const reportActions = ['add', 'delete'] as const;
export type ReportAction = (typeof reportActions)[number];

/** What a report says of points. */
export interface Told {
  readonly action: ReportAction;
  readonly points: PointHundredths;
}

/** Points of one award with one board. */
export interface PointsKey {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly board: BoardId;
}

/** That staff told a board of points, the last time that they did, and what the board answered. Who did it stands in the audit trail. */
export interface BoardReport extends PointsKey, Told {
  readonly reportedAt: Instant;
  readonly answer?: BoardAnswer;
}

/** How points stand with their board. */
export const reportStates = ['due', 'changed', 'refused', 'reported', 'accepted', 'unneeded', 'held'] as const;
export type ReportState = (typeof reportStates)[number];

/** States in which staff have something to do. */
export const openStates: readonly ReportState[] = ['due', 'changed', 'refused'];

/**
 * How points stand with their board.
 * @param now what it is to be told now
 * @param report what it was told last, if anything
 */
export function reportStateOf(now: Told, report: BoardReport | undefined): ReportState {
  const wasTold = report?.action === now.action && (now.action === 'delete' || report.points === now.points);
  if (report && wasTold && report.answer?.verdict !== 'refused') return report.answer ? 'accepted' : 'reported';
  // What the board never had need not be taken from it.
  if (now.action === 'delete' && (!report || (report.action === 'add' && report.answer?.verdict === 'refused')))
    return 'unneeded';
  if (!report) return 'due';
  return wasTold ? 'refused' : 'changed';
}

/** What the board is told, so that it has what is so: other points than it has are taken from it first. */
export function messagesOf(now: Told, report: BoardReport | undefined, state: ReportState): readonly Told[] {
  const has = report?.action === 'add' && report.answer?.verdict !== 'refused';
  return state === 'changed' && has && now.action === 'add'
    ? [{ action: 'delete', points: report.points }, now]
    : [now];
}

/** What a report adds: its row, or nothing where it stands so already. */
export function decideReport(
  asked: PointsKey & Told,
  report: BoardReport | undefined,
  at: Instant,
): BoardReport | undefined {
  const { learnerId, activityId, board, action, points } = asked;
  if (report && !report.answer && report.action === action && report.points === points) return undefined;
  return { learnerId, activityId, board, action, points, reportedAt: at };
}

/** What the answer of a board adds: the report with it, nothing where it stands so already, or why it cannot be taken. */
export function decideAnswer(
  report: BoardReport | undefined,
  answer: { readonly verdict: Verdict; readonly reason?: string | undefined },
  at: Instant,
): BoardReport | Refusal | undefined {
  if (!report)
    return refuse({
      code: 'not-reported',
      message: 'The board was not told of these points yet.',
      remedy: 'Mark them as reported first, then say what the board answered.',
    });
  const { verdict } = answer;
  const reason = answer.reason?.trim() ?? '';
  if (verdict === 'refused' && reason === '')
    return refuse({
      code: 'required',
      message: 'Say why the board refused.',
      remedy: 'The reason stands with the report in the accreditor’s system.',
      field: '/reason',
    });
  if (report.answer?.verdict === verdict && (report.answer.reason ?? '') === reason) return undefined;
  return { ...report, answer: { verdict, at, ...(reason !== '' && { reason }) } };
}
