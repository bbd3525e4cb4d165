import { countIn } from '../tally.ts';
import type { Counted } from './count-results.ts';
import type { Sent } from './open-loop.ts';
import { type Submission, toldBy } from './submissions.ts';

/** What is wrong with the result of a submission, if anything. */
function wrongWith({ attemptId, ends }: Submission, says: readonly string[], counted: Counted): string | undefined {
  const status = counted.statusOf.get(attemptId);
  const entries = counted.entriesOf.get(attemptId) ?? [];
  const other = says.find((said) => said !== ends);
  if (other !== undefined) return `${attemptId} was told ${other}, and its answers ${ends}`;
  if (status !== ends) return `${attemptId} is ${status ?? 'missing'}, and its answers ${ends}`;
  if (entries.length !== 1) return `${attemptId} stands ${entries.length} times in the ledger`;
  if (entries[0]?.type !== `attempt.${ends}`) return `${attemptId} stands in the ledger as ${entries[0]?.type}`;
  if (counted.workOf.get(attemptId) !== 'done') return `the work of ${attemptId} is ${counted.workOf.get(attemptId)}`;
  return undefined;
}

/** Judges a run by its answers and by what the table holds. */
export function judgeResults(
  { submissions, sent }: { readonly submissions: readonly Submission[]; readonly sent: readonly Sent[] },
  counted: Counted,
  sittingsBefore: number,
) {
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  const told = new Map<Submission['attemptId'], { submission: Submission; says: string[] }>();
  for (const [index, submission] of submissions.entries()) {
    const answer = sent[index];
    if (!answer) throw new Error('A submission has no answer');
    const heard = toldBy(answer);
    if (heard.told === 'broken' || heard.told === 'refused' || heard.told === 'not answered')
      failures.push(`${submission.attemptId}: ${heard.told} (${answer.status}) ${answer.body.slice(0, 160)}`);
    else countIn(outcomes, heard.told);
    const known = told.get(submission.attemptId) ?? { submission, says: [] };
    if (heard.says !== undefined) known.says.push(heard.says);
    told.set(submission.attemptId, known);
  }
  for (const { submission, says } of told.values()) {
    const wrong = wrongWith(submission, says, counted);
    if (wrong) failures.push(wrong);
  }
  const counts = counted.sittings - sittingsBefore;
  if (counts !== told.size)
    failures.push(`${told.size} attempts ended, and ${counts} endings are counted for outcomes`);
  return { outcomes, failures, attempts: told.size };
}
