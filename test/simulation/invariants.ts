import { nodeDigests } from '../../functions/adapters/system.ts';
import type { AnswerKeys } from '../../functions/records/activities.ts';
import type { CertificateState } from '../../functions/records/certificates.ts';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { grade } from '../../shared/domain/assessment.ts';
import { type Attempt, sameAnswers } from '../../shared/domain/attempt.ts';
import { auditLearner } from '../../shared/domain/audit.ts';
import { type Certificate, type CertificateSnapshot, pdfKey } from '../../shared/domain/certificate.ts';
import type { Change } from '../../shared/domain/change.ts';
import { sameClaims } from '../../shared/domain/claim.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import type { LedgerEntry, LedgerHead } from '../../shared/domain/ledger.ts';
import type { FirstAnswers, Sitting } from '../../shared/domain/outcomes/kept.ts';
import { hasReached, type Participation } from '../../shared/domain/participation.ts';
import { type Award, totalsOf } from '../../shared/domain/wallet.ts';
import type { Delivery, WebhookEndpoint } from '../../shared/domain/webhook.ts';
import { type MailIntent, MOST_TRIES, type Work } from '../../shared/domain/work.ts';
import type { LedgerEvents, LedgerEventType } from '../../shared/events.ts';
import type { Row } from '../../shared/ports.ts';
import { type EntityName, entities } from '../../shared/table.ts';
import { unsealed } from '../support/unsealed.ts';
import { unprintableName } from './learner.ts';
import { checkOutcomes } from './outcome-invariants.ts';
import { checkTold } from './told.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

/** What a row holds, as the records wrote it. */
function dataOf<Thing>(data: unknown): Thing {
  return data as Thing;
}

/** Everything that the table holds in the end, by kind. */
function contentsOf(rows: readonly Row[]) {
  const byKind = Map.groupBy(rows, ({ kind }) => kind);
  const all = <Thing>(kind: EntityName): readonly Thing[] =>
    (byKind.get(kind) ?? []).map((row) => dataOf<Thing>(row.data));
  return {
    learners: all<Learner>('learner'),
    participations: all<Participation>('participation'),
    attempts: all<Attempt>('attempt'),
    responses: all<object>('response'),
    sittings: all<Sitting>('sitting'),
    firstAnswers: all<FirstAnswers>('firstAnswers'),
    awards: all<Award>('credit'),
    changes: all<Change>('change'),
    identities: all<object>('boardIdentity'),
    ledger: all<LedgerEntry>('ledgerEntry'),
    heads: all<LedgerHead>('ledgerHead'),
    snapshots: all<CertificateSnapshot>('snapshot'),
    states: (byKind.get('certificate') ?? []).map((row) => ({
      certificateId: row.pk.split('#')[1] ?? '',
      ...dataOf<CertificateState>(row.data),
    })),
    audit: all<{ readonly type: string; readonly data: { readonly certificateId?: string } }>('audit'),
    work: all<Work>('work'),
    mail: all<MailIntent>('mail'),
    deliveries: all<Delivery>('delivery'),
    toldSystems: all<WebhookEndpoint>('webhookEndpoint'),
    versions: all<ActivityVersion>('version'),
    keys: new Map((byKind.get('answerKey') ?? []).map(({ pk, sk, data }) => [`${pk} ${sk}`, dataOf<AnswerKeys>(data)])),
  };
}
type Contents = ReturnType<typeof contentsOf>;

const eventsOf = <Type extends LedgerEventType>({ ledger }: Contents, type: Type) =>
  ledger
    .filter((entry) => entry.type === type)
    .map(({ learnerId, data }) => ({ learnerId, ...dataOf<LedgerEvents[Type]>(data) }));

type Say = (breach: string) => void;

/** Each acknowledged submission has exactly one result, of the answers that were acknowledged, and it is the right one. */
function checkAttempts(contents: Contents, witness: Witness, say: Say): void {
  const attempts = new Map(contents.attempts.map((attempt) => [attempt.attemptId, attempt]));
  const settled = [...eventsOf(contents, 'attempt.passed'), ...eventsOf(contents, 'attempt.failed')];
  const parked = new Set(contents.work.filter(({ status }) => status === 'parked').map(({ workId }) => workId));
  for (const { attemptId, answers, timed } of witness.submissions) {
    const attempt = attempts.get(attemptId);
    if (!attempt) say(`The submission of ${attemptId} was acknowledged and is lost`);
    // A timed attempt that is submitted late counts with what was saved in time.
    else if (!timed && !sameAnswers(attempt.answers, answers))
      say(`Two submissions of ${attemptId} with different answers were acknowledged`);
    if (settled.filter((event) => event.attemptId === attemptId).length !== 1 && !parked.has(`grade-${attemptId}`))
      say(
        `The submission of ${attemptId} has ${settled.filter((event) => event.attemptId === attemptId).length} results`,
      );
  }
  for (const { attemptId, status, score } of witness.results) {
    const attempt = attempts.get(attemptId);
    if (attempt?.status !== status || attempt?.grade?.score !== score)
      say(`${attemptId} was shown as ${status} with ${score} and is ${attempt?.status} with ${attempt?.grade?.score}`);
  }
  const assessmentOf = (version: number, id: string) =>
    contents.versions
      .find((one) => one.version === version)
      ?.assessments.find(({ assessmentId }) => assessmentId === id);
  for (const attempt of contents.attempts) {
    const { activityId, activityVersion, assessmentId, answers } = attempt;
    const assessment = assessmentOf(activityVersion, assessmentId);
    const { pk, sk } = entities.answerKey.keyOf({ activityId, version: activityVersion });
    const key = contents.keys.get(`${pk} ${sk}`)?.[assessmentId] ?? {};
    const right = assessment && attempt.grade && grade(assessment, key, answers);
    if (right && (right.score !== attempt.grade?.score || right.status !== attempt.grade?.status))
      say(`${attempt.attemptId} is graded by another version than it pinned`);
    const results = settled.filter(({ attemptId }) => attemptId === attempt.attemptId).length;
    if (results !== (attempt.status === 'passed' || attempt.status === 'failed' ? 1 : 0))
      say(`${attempt.attemptId} is ${attempt.status} and has ${results} results in the ledger`);
  }
  for (const { learnerId, activityId, attempts: counted } of contents.participations)
    for (const [assessmentId, number] of Object.entries(counted)) {
      const of = contents.attempts.filter(
        (own) => own.learnerId === learnerId && own.activityId === activityId && own.assessmentId === assessmentId,
      );
      const limit = assessmentOf(1, assessmentId)?.attemptLimit ?? Number.POSITIVE_INFINITY;
      if (of.length !== number || number > limit)
        say(`${learnerId} has ${of.length} attempts, ${number} of ${limit} counted`);
    }
}

/** Each claim that was acknowledged is the one that stands; each has one award, certificate, PDF and ledger event. */
function checkAwards(contents: Contents, witness: Witness, world: World, say: Say): void {
  const { sha256 } = nodeDigests();
  const learnerOf = new Map(contents.learners.map(({ email, learnerId }) => [email, learnerId]));
  for (const { email, activityId, claims, boards, certificateId } of witness.claims) {
    const own = contents.participations.find(
      (one) => one.learnerId === learnerOf.get(email) && one.activityId === activityId,
    );
    if (!sameClaims(own?.claims ?? [], claims)) say(`A claim of ${email} was acknowledged and does not stand`);
    if ((own?.moc?.length ?? 0) !== boards) say(`${email} has other boards than were acknowledged`);
    if (certificateId !== undefined && own?.certificateId !== certificateId)
      say(`${email} was told of the certificate ${String(certificateId)} and has ${own?.certificateId}`);
  }
  const awardedEvents = eventsOf(contents, 'credit.awarded');
  const claimedEvents = eventsOf(contents, 'credit.claimed');
  for (const { learnerId, activityId, stage, claims = [], moc = [], certificateId } of contents.participations) {
    const of = <Thing extends { learnerId: string; activityId: string }>(things: readonly Thing[]) =>
      things.filter((thing) => thing.learnerId === learnerId && thing.activityId === activityId);
    const [claimed, awarded] = [hasReached(stage, 'claimed') ? 1 : 0, hasReached(stage, 'awarded') ? 1 : 0];
    const found = [of(claimedEvents), of(awardedEvents), of(contents.awards), of(contents.snapshots)].map(
      (all) => all.length,
    );
    if (found.join() !== [claimed, awarded, awarded, awarded].join())
      say(
        `${learnerId} is ${stage} and has ${found.join(', ')} claims, awards in the ledger, credits and certificates`,
      );
    const [award] = of(contents.awards);
    if (!award) continue;
    if (!sameClaims(award.credits, claims)) say(`${learnerId} was awarded something else than was claimed`);
    const credit = claims.find(({ creditType }) => creditType === 'ama-pra-category-1')?.amount ?? 0;
    const points = award.moc?.reduce((sum, one) => sum + one.points, 0) ?? 0;
    // The sample's board counts halves, and no more than one.
    if (points !== (moc.length > 0 && credit >= 50 ? 50 : 0)) say(`${learnerId} has ${points} points for ${credit}`);
    if (award.certificateId !== certificateId) say(`The award of ${learnerId} is of another certificate`);
    if (
      contents.audit.filter(({ type, data }) => type === 'credit.awarded' && data.certificateId === certificateId)
        .length !== 1
    )
      say(`The award of ${certificateId} is not audited once`);
  }
  const wishes = contents.participations.filter(({ moc }) => moc !== undefined);
  if (contents.identities.length !== wishes.length)
    say(`${wishes.length} claims asked for points, and ${contents.identities.length} say who they are to a board`);
  for (const snapshot of contents.snapshots) {
    const { certificateId } = snapshot;
    const state = contents.states.find((one) => one.certificateId === certificateId);
    if (state?.status === 'parked') {
      if (!state.reason) say(`${certificateId} is parked without a reason`);
      continue;
    }
    if (state?.status !== 'valid' || !state.sha256) {
      say(`${certificateId} is ${state?.status}`);
      continue;
    }
    // A run that was cut off may have left another one, signed as well, which no record names.
    const document = world.documents.kept.get(pdfKey(snapshot, state.sha256));
    if (!document) say(`${certificateId} has no document`);
    else if (sha256(document.bytes) !== state.sha256) say(`The document of ${certificateId} is another than certified`);
    if (eventsOf(contents, 'certificate.issued').filter((event) => event.certificateId === certificateId).length !== 1)
      say(`${certificateId} is not issued once in the ledger`);
  }
}

/** Each certificate has one mail, at most one too many per fault between sending and saying so, or a parked one. */
function checkMail(contents: Contents, world: World, say: Say): void {
  for (const { certificateId, status } of contents.states) {
    if (status !== 'valid') continue;
    const messageKey = `award-${certificateId}`;
    const intent = contents.mail.find((mail) => mail.messageKey === messageKey);
    const deliveries = world.mailer.delivered.filter((mail) => mail.messageKey === messageKey).length;
    // Each press of “send again” may send one.
    const asked =
      1 +
      world.requested.filter(({ route, params }) => route === 'resendMail' && params?.certificateId === certificateId)
        .length;
    const most = asked + (world.mailExcuses.get(messageKey) ?? 0);
    if (intent?.status === 'parked' ? !intent.problem : intent?.status !== 'sent')
      say(`The mail ${messageKey} is ${intent?.status}`);
    if (intent?.status === 'sent' && deliveries === 0) say(`The mail ${messageKey} was never delivered`);
    if (deliveries > most)
      say(`The mail ${messageKey} was delivered ${deliveries} times, and ${most} can be explained`);
  }
}

const certificatesOf = ({ states, snapshots }: Contents, learnerId: string): readonly Certificate[] =>
  snapshots
    .filter((snapshot) => snapshot.learnerId === learnerId)
    .flatMap((snapshot) => {
      const state = states.find(({ certificateId }) => certificateId === snapshot.certificateId);
      return state?.version === snapshot.version ? [{ ...state, snapshot }] : [];
    });

/** Each learner’s chain holds, ends at its head, and adds up to the wallet. */
function checkLedger(contents: Contents, say: Say): void {
  const { sha256 } = nodeDigests();
  for (const { learnerId } of contents.learners) {
    const entries = contents.ledger.filter((entry) => entry.learnerId === learnerId).toSorted((a, b) => a.seq - b.seq);
    const head = contents.heads.find((candidate) => candidate.learnerId === learnerId);
    const awards = contents.awards.filter((award) => award.learnerId === learnerId);
    if (head)
      for (const { where, wrong } of auditLearner(sha256, {
        ...{ learnerId, entries, head, awards },
        certificates: certificatesOf(contents, learnerId),
        changes: contents.changes,
      }))
        say(`${where} ${wrong}`);
    else if (entries.length + awards.length > 0) say(`The ledger of ${learnerId} has no head`);
    const wallet = totalsOf(
      contents.awards.filter((award) => award.learnerId === learnerId).flatMap(({ credits }) => credits),
    );
    const inLedger = eventsOf(contents, 'credit.awarded')
      .filter((event) => event.learnerId === learnerId)
      .flatMap(({ credits }) => credits)
      .reduce((sum, { amount }) => sum + amount, 0);
    if (wallet.reduce((sum, { amount }) => sum + amount, 0) !== inLedger)
      say(`The wallet of ${learnerId} does not add up to the ledger`);
  }
}

/** Nobody is stuck without a visible reason, and no work is left lying. */
function checkEndings(contents: Contents, witness: Witness, say: Say): void {
  for (const [email, ending] of witness.endings)
    if (!['issued', 'notified', 'parked'].includes(ending) && !ending.startsWith('locked: '))
      say(`${email} is stuck: ${ending}`);
  for (const { workId, status, failure, input, tries } of contents.work) {
    if (status === 'pending') say(`The work ${workId} is still pending`);
    if (status !== 'parked') continue;
    if (!failure?.reason) say(`The work ${workId} is parked without a reason`);
    const { givenName } = contents.learners.find(({ learnerId }) => learnerId === input.learnerId)?.profile ?? {};
    if (givenName !== unprintableName && tries < MOST_TRIES)
      say(`The work ${workId} is parked without need: ${failure?.step}: ${failure?.reason}`);
  }
  const evaluated = contents.participations.filter(({ stage }) => hasReached(stage, 'evaluated')).length;
  if (contents.responses.length !== evaluated)
    say(`${evaluated} learners completed the evaluation, and ${contents.responses.length} responses are kept`);
  const acknowledged = new Set(witness.evaluations.map(({ email, activityId }) => `${email} ${activityId}`)).size;
  if (acknowledged > evaluated) say(`${acknowledged} evaluations were acknowledged, and ${evaluated} are recorded`);
}

/** Whatever the faults, nothing that a person could not have caused may break. */
function checkLogs(world: World, say: Say): void {
  for (const { by, event } of world.logged) {
    if (event.event === 'request' && event.status === 500) say(`${by} answered 500 (${event.requestId})`);
    if (event.event === 'request.broken' && !/^(TransientError|LostRaceError)/.test(event.error))
      say(`${by} broke: ${event.error}`);
    if (event.event === 'step.broken' && !['TransientError', 'LostRaceError', 'ParkError'].includes(event.error))
      say(`${by} broke: ${event.error}: ${event.message}`);
  }
}

/** Everything that must be true when all faults have stopped and all work has ended; says what is not. */
export function breachesOf(world: World, witness: Witness): readonly string[] {
  const breaches: string[] = [...witness.contradictions];
  const say: Say = (breach) => void breaches.push(breach);
  const contents = contentsOf(unsealed(world.table.rows(), world.keyTable.rows()));
  checkAttempts(contents, witness, say);
  checkOutcomes(contents, say);
  checkAwards(contents, witness, world, say);
  checkMail(contents, world, say);
  const told = contents.toldSystems.length > 0;
  const happened = (['credit.awarded', 'certificate.issued'] as const).flatMap((type) =>
    eventsOf(contents, type).map(({ certificateId }) => ({ type, certificateId })),
  );
  checkTold(told ? happened : [], contents.deliveries, world.receivers.received, say);
  checkLedger(contents, say);
  checkEndings(contents, witness, say);
  checkLogs(world, say);
  return breaches;
}
