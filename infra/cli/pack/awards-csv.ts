import { csvOf } from '../../../shared/documents/csv.ts';
import type { PackedLearner } from '../../../shared/domain/pack.ts';

const head = [
  ...['learner', 'name', 'profession', 'certificate number', 'certificate', 'status', 'activity', 'version', 'title'],
  ...['participated on', 'awarded on', 'credit type', 'amount', 'basis', 'file'],
] as const;

/** The lines of a learner's awards: a row for each credit, with the name as it is printed. */
export const rowsOfAwards = ({ awards, certificates }: PackedLearner): readonly (readonly string[])[] =>
  awards.flatMap(({ certificateId, learnerId, credits }) => {
    const certificate = certificates.find(({ snapshot }) => snapshot.certificateId === certificateId);
    const { name = '', profession = '', number = '', participatedOn = '' } = certificate?.snapshot ?? {};
    return credits.map(({ activityId, title, awardedOn, creditType, amount, basis }) => [
      ...[learnerId, name, profession, number, certificateId, certificate?.status ?? 'missing', activityId],
      ...[String(certificate?.snapshot.activityVersion ?? ''), title, participatedOn, awardedOn, creditType],
      ...[(amount / 100).toFixed(2), basis, certificate?.file ?? ''],
    ]);
  });

/** Awards as a table for people; what is checked are the files of the learners. */
export const awardsCsv = (rows: readonly (readonly string[])[]): string => csvOf([head, ...rows]);
