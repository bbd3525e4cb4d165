import type { BoardReport, PointsKey } from '../../../shared/domain/board-report.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/domain/refusal.ts';
import type { Write } from '../../../shared/ports.ts';
import type { Capabilities } from '../../capabilities.ts';
import { FIRST_CYCLE } from '../../records/participations.ts';

const nameOf = ({ learnerId, activityId, board }: PointsKey): string => [learnerId, activityId, board].join('#');

/**
 * Notes something of many points at once, or of none where one of them is refused.
 * @param decide what it adds to what a board was told before: nothing where it stands so already
 * @param audit the entry of the audit trail that goes with it
 * @returns how many of them were news
 */
export async function notePoints<Asked extends PointsKey>(
  asked: readonly Asked[],
  { credits, boardReports, table }: Capabilities<Record<never, never>>,
  decide: (asked: Asked, report: BoardReport | undefined) => BoardReport | Refusal | undefined,
  audit: (report: BoardReport) => Write,
): Promise<{ readonly noted: number } | Refusal> {
  const once = [...new Map(asked.map((each) => [nameOf(each), each])).values()];
  const decided = await Promise.all(
    once.map(async (each) => {
      const { learnerId, activityId, board } = each;
      const [award, reports] = await Promise.all([
        credits.of(learnerId, activityId, FIRST_CYCLE),
        boardReports.of(learnerId, activityId),
      ]);
      const [credit] = award?.credits ?? [];
      const before = reports.find(({ value }) => value.board === board);
      if (!credit || !(before || award?.moc?.some((one) => one.board === board)))
        return refuse({
          code: 'points-unknown',
          message: 'There are no such points.',
          remedy: 'Load the list again, and choose from it.',
          field: `/points/${asked.indexOf(each)}`,
        });
      const report = decide(each, before?.value);
      if (!report || isRefusal(report)) return report;
      return [boardReports.put(report, credit.awardedAt, before), audit(report)];
    }),
  );
  const refused = decided.find(isRefusal);
  if (refused) return refused;
  const news = decided.filter((writes) => Array.isArray(writes));
  if (news.length > 0) await table.write(news.flat());
  return { noted: news.length };
}
