import { formatNameOf } from '../domain/activity.ts';
import { formatCredit } from '../domain/credit-type.ts';
import type { Transcript } from '../domain/transcript.ts';
import { csvOf } from './csv.ts';
import { basisWords, standingWords } from './transcript-wording.ts';

const columns = [
  ...['Participated on', 'Awarded on', 'Activity', 'Format', 'Provider', 'Joint provider', 'Credit type'],
  ...['Amount', 'Counted', 'Basis', 'Certificate number', 'Standing', 'Verification page'],
  'Name on certificate',
] as const;

/**
 * A transcript as a file for spreadsheets, a row a line. The column `Counted` sums up to the totals; `Amount` is what was
 * awarded, and empty where only attendance was certified. A file goes about without its page, so that each row says whose it is.
 */
export const transcriptCsv = ({ lines }: Transcript): string =>
  csvOf([
    columns,
    ...lines.map((line) => [
      ...[line.participatedOn, line.awardedOn, line.title, formatNameOf(line)],
      ...[line.provider, line.jointProvider ?? '', line.names.plural],
      line.basis === 'awarded' ? formatCredit(line.amount) : '',
      formatCredit(line.counted),
      ...[basisWords[line.basis], line.number, standingWords[line.standing], line.verifyUrl ?? ''],
      line.name,
    ]),
  ]);
