import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CertificateState } from '../../../functions/records/certificates.ts';
import type { Attempt } from '../../../shared/domain/attempt.ts';
import { sameAnswers } from '../../../shared/domain/attempt.ts';
import { type CertificateSnapshot, pdfKey } from '../../../shared/domain/certificate.ts';
import type { Learner } from '../../../shared/domain/learner.ts';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import type { EvaluationResponse } from '../../../shared/domain/outcomes/kept.ts';
import { hasReached, type Participation } from '../../../shared/domain/participation.ts';
import type { Award } from '../../../shared/domain/wallet.ts';
import type { MailIntent, Work } from '../../../shared/domain/work.ts';
import type { Row } from '../../../shared/ports.ts';
import type { EntityName } from '../../../shared/table.ts';
import { everyRow } from './database.ts';
import type { Acknowledged, Journal } from './journal.ts';

/** All that the system holds. */
export async function readAll(endpoint: string) {
  const byKind = Map.groupBy(await everyRow(endpoint), ({ kind }) => kind);
  const all = <Thing>(kind: EntityName): readonly Thing[] =>
    (byKind.get(kind) ?? []).map(({ data }) => data as unknown as Thing);
  return {
    learners: all<Learner>('learner'),
    consents: Map.groupBy(byKind.get('consent') ?? [], ({ pk }) => pk.split('#')[1] ?? ''),
    attempts: all<Attempt>('attempt'),
    participations: all<Participation>('participation'),
    responses: Map.groupBy(all<EvaluationResponse>('response'), ({ activityId }) => activityId),
    awards: all<Award>('credit'),
    ledger: all<LedgerEntry>('ledgerEntry'),
    snapshots: all<CertificateSnapshot>('snapshot'),
    states: new Map(
      (byKind.get('certificate') ?? []).map(({ pk, data }) => [
        pk.split('#')[1] ?? '',
        data as unknown as CertificateState,
      ]),
    ),
    work: all<Work>('work'),
    mail: all<MailIntent>('mail'),
  };
}
export type Held = Awaited<ReturnType<typeof readAll>>;

/** Work and mail that wait for the system; none is left when it has had its time. */
export const unfinished = ({ work, mail }: Held): number =>
  work.filter(({ status }) => status === 'pending').length +
  mail.filter(({ status }) => status === 'queued' || status === 'leased').length;

type Say = (breach: string) => void;

function examineLearner(kept: Acknowledged, held: Held, say: Say): void {
  const who = kept.email;
  const accounts = held.learners.filter(({ email }) => email === kept.email);
  const [learner] = accounts;
  if (accounts.length !== 1) say(`${who} signed in and has ${accounts.length} accounts`);
  if (!learner) return;
  const { learnerId } = learner;
  for (const [name, value] of Object.entries(kept.profile ?? {}))
    if (Reflect.get(learner.profile ?? {}, name) !== value) say(`${who}: the ${name} that was saved last is not there`);

  const numberOf = ({ data }: Row): number => Number(Reflect.get(Object(data), 'number'));
  const decided = (held.consents.get(learnerId) ?? []).toSorted((a, b) => numberOf(a) - numberOf(b));
  const given = decided.map(({ data }) => Reflect.get(Object(data), 'decision') === 'given');
  if (JSON.stringify(given) !== JSON.stringify(kept.consents))
    say(`${who}: ${kept.consents.length} decisions were acknowledged, and ${given.length} are kept, or others`);

  const attempts = held.attempts.filter((attempt) => attempt.learnerId === learnerId);
  for (const { attemptId } of attempts)
    if (!kept.attempts.has(attemptId)) say(`${who}: the attempt ${attemptId} was never shown, and is there`);
  for (const [attemptId, { saved, submitted }] of kept.attempts) {
    const attempt = attempts.find((one) => one.attemptId === attemptId);
    if (!attempt) say(`${who}: the attempt ${attemptId} is lost`);
    else if (!sameAnswers(attempt.answers, submitted ?? saved)) say(`${who}: answers of ${attemptId} are lost`);
    const settled = held.ledger.filter(
      ({ type, data }) =>
        /^attempt\.(passed|failed)$/.test(type) && Reflect.get(Object(data), 'attemptId') === attemptId,
    );
    if (submitted && settled.length !== 1) say(`${who}: the submission of ${attemptId} has ${settled.length} results`);
    const shown = kept.results.get(attemptId);
    if (shown && attempt?.status !== shown)
      say(`${who}: ${attemptId} was shown as ${shown}, and is ${attempt?.status}`);
  }

  const of = (activityId: string) =>
    held.participations.filter((one) => one.learnerId === learnerId && one.activityId === activityId);
  for (const activityId of kept.evaluations)
    if (!of(activityId).some(({ stage }) => hasReached(stage, 'evaluated'))) say(`${who}: an evaluation is lost`);
  for (const [activityId, amount] of kept.claims) {
    const awards = held.awards.filter((one) => one.learnerId === learnerId && one.activityId === activityId);
    if (awards.length !== 1) say(`${who}: the claim for ${activityId} has ${awards.length} awards`);
    if (awards.some(({ credits }) => credits.length !== 1 || credits[0]?.amount !== amount))
      say(`${who}: ${activityId} was awarded with another amount than was claimed`);
    const shown = kept.certificates.get(activityId);
    if (shown && awards[0]?.certificateId !== shown)
      say(`${who}: ${activityId} has another certificate than was shown`);
    const stage = of(activityId)[0]?.stage;
    if (stage !== 'notified') say(`${who} is stuck in ${activityId}: ${stage}`);
  }
}

/** Each award has one certificate in one version, whose bytes are those that were certified. */
function examineCertificates(held: Held, documents: string, say: Say): void {
  for (const { certificateId } of held.awards) {
    const snapshots = held.snapshots.filter((one) => one.certificateId === certificateId);
    const state = held.states.get(certificateId);
    const [snapshot] = snapshots;
    if (!snapshot || snapshots.length > 1) say(`${certificateId} has ${snapshots.length} versions`);
    else if (state?.status !== 'valid' || !state.sha256) say(`${certificateId} is ${state?.status}`);
    else {
      const folder = join(documents, createHash('sha256').update(pdfKey(snapshot, state.sha256)).digest('hex'));
      const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bytes')) : [];
      const right = files.filter(
        (name) =>
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex') === state.sha256,
      );
      if (files.length !== 1 || right.length !== 1) say(`${certificateId} has ${files.length} documents in its place`);
    }
  }
  const numbers = held.snapshots.map(({ number }) => number);
  if (new Set(numbers).size !== numbers.length) say('Two certificates have one number');
}

/** Each award has one mail, at most one too many for each kill; @returns how many were too many. */
function examineMail(held: Held, taken: ReadonlyMap<string, number>, kills: number, say: Say): number {
  let extra = 0;
  for (const { certificateId } of held.awards) {
    const messageKey = `award-${certificateId}`;
    const intents = held.mail.filter((mail) => mail.messageKey === messageKey);
    const times = taken.get(messageKey) ?? 0;
    if (intents.length !== 1 || intents[0]?.status !== 'sent') say(`${messageKey} is ${intents[0]?.status}`);
    if (times === 0) say(`${messageKey} was never handed over`);
    extra += Math.max(0, times - 1);
  }
  if (extra > kills) say(`${extra} mails were sent once too often, by ${kills} kills`);
  return extra;
}

/** Holds everything that was acknowledged against what is there, and what is there against itself. */
export function examine(
  held: Held,
  journal: Journal,
  given: { readonly documents: string; readonly taken: ReadonlyMap<string, number>; readonly kills: number },
): { readonly breaches: readonly string[]; readonly extraMails: number } {
  const breaches: string[] = [];
  const say: Say = (breach) => void breaches.push(breach);
  // First what names a reason: all that follows from it may fill the lines that are shown.
  for (const { workId, status, failure } of held.work)
    if (status !== 'done') say(`The work ${workId} is ${status}: ${failure?.step} ${failure?.reason}`);
  for (const learner of journal.learners) examineLearner(learner, held, say);
  for (const [activityId, participations] of Map.groupBy(held.participations, (one) => one.activityId)) {
    const evaluated = participations.filter(({ stage }) => hasReached(stage, 'evaluated')).length;
    const responses = held.responses.get(activityId)?.length ?? 0;
    if (responses !== evaluated) say(`${evaluated} completed the evaluation of ${activityId}; ${responses} are kept`);
  }
  examineCertificates(held, given.documents, say);
  const extraMails = examineMail(held, given.taken, given.kills, say);
  return { breaches, extraMails };
}
