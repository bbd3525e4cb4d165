import type { Row } from '../../../../shared/ports.ts';
import { contentsOf, eventsOf } from '../../../simulation/contents.ts';
import type { Raced } from './race.ts';

/** Holds what learners were told of their races against the records: one result, one award, one certificate each. */
export function judgeRecords(rows: readonly Row[], raced: readonly Raced[]): readonly string[] {
  const wrong: string[] = [];
  const contents = contentsOf(rows);
  const [attempts, awards] = [new Map(contents.attempts.map((one) => [one.attemptId, one])), contents.awards];
  const works = Map.groupBy(contents.work, ({ workId }) => workId);
  const byAttempt = (type: 'attempt.passed' | 'attempt.failed') =>
    Map.groupBy(eventsOf(contents, type), ({ attemptId }) => attemptId);
  const results = { passed: byAttempt('attempt.passed'), failed: byAttempt('attempt.failed') };
  const ofLearner = <Thing extends { readonly learnerId: string }>(all: readonly Thing[]) =>
    Map.groupBy(all, ({ learnerId }) => learnerId);
  const awarded = ofLearner(awards);
  const [claims, credits] = [
    ofLearner(eventsOf(contents, 'credit.claimed')),
    ofLearner(eventsOf(contents, 'credit.awarded')),
  ];
  const [issued, snapshots] = [ofLearner(eventsOf(contents, 'certificate.issued')), ofLearner(contents.snapshots)];
  const mails = Map.groupBy(contents.mail, ({ messageKey }) => messageKey);
  const states = new Map(contents.states.map((state) => [state.certificateId, state]));

  for (const { learnerId, attemptId, status, amount, certificateId } of raced) {
    const once = (what: string, found: readonly unknown[] | undefined): void => {
      if (found?.length !== 1) wrong.push(`${learnerId} has ${found?.length ?? 0} ${what}, not one`);
    };
    const stands = attempts.get(attemptId)?.status;
    if (stands !== status) wrong.push(`${attemptId} is ${stands}, and was told ${status}`);
    once('results of one attempt', [
      ...(results.passed.get(attemptId) ?? []),
      ...(results.failed.get(attemptId) ?? []),
    ]);
    once('gradings of one attempt', works.get(`grade-${attemptId}`));
    once('claims in the ledger', claims.get(learnerId));
    once('awards', awarded.get(learnerId));
    once('awards in the ledger', credits.get(learnerId));
    once('certificates', snapshots.get(learnerId));
    once('certificates issued in the ledger', issued.get(learnerId));
    once('mails about the award', mails.get(`award-${certificateId}`));
    const [award] = awarded.get(learnerId) ?? [];
    if (award?.certificateId !== certificateId || award.credits[0]?.amount !== amount)
      wrong.push(`${learnerId} was awarded otherwise than they were told`);
    const state = states.get(certificateId);
    if (state?.status !== 'valid' || state.version !== 1)
      wrong.push(`the certificate ${certificateId} is ${state?.status}, version ${state?.version}`);
  }
  const ended = raced.reduce((sum, { attempts: count }) => sum + count, 0);
  if (contents.sittings.length !== ended)
    wrong.push(`${ended} attempts ended, and ${contents.sittings.length} are counted for outcomes`);
  if (contents.states.length !== raced.length)
    wrong.push(`${raced.length} learners claimed, and there are ${contents.states.length} certificates`);
  for (const { workId, status } of contents.work) if (status !== 'done') wrong.push(`the work ${workId} is ${status}`);
  return wrong;
}
