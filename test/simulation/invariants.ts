import { nodeDigests } from '../../functions/adapters/system.ts';
import { auditLearner, mergedBy } from '../../shared/domain/audit.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { hasReached } from '../../shared/domain/participation.ts';
import { totalsOf } from '../../shared/domain/wallet.ts';
import { MOST_TRIES } from '../../shared/domain/work.ts';
import { unsealed } from '../support/unsealed.ts';
import { accountsOf, type Contents, contentsOf, eventsOf, type Say } from './contents.ts';
import { checkAttempts } from './invariants/attempt.ts';
import { checkAwards } from './invariants/award.ts';
import { checkBatches } from './invariants/batch.ts';
import { checkCertificates } from './invariants/certificate.ts';
import { checkChanges } from './invariants/change.ts';
import { checkDates } from './invariants/date.ts';
import { asIfKept, checkErasures } from './invariants/erasure.ts';
import { checkImports } from './invariants/import.ts';
import { checkLimits } from './invariants/limit.ts';
import { checkMail } from './invariants/mail.ts';
import { checkMailFates } from './invariants/mail-fate.ts';
import { checkOutcomes } from './invariants/outcome.ts';
import { checkReminders } from './invariants/reminder.ts';
import { checkWallets } from './invariants/wallet.ts';
import { unprintableName } from './people/learner.ts';
import { simulatedCiphers } from './ports/simulated-ciphers.ts';
import { checkWaits } from './result-waits.ts';
import { checkTold } from './told.ts';
import { lockOf } from './why-locked.ts';
import type { Witness } from './witness.ts';
import type { World } from './world.ts';

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
    const merged = mergedBy(learnerId, entries).accounts;
    if (head)
      for (const { where, wrong } of auditLearner(sha256, {
        ...{ learnerId, entries, head, awards },
        mergedAwards: contents.awards.filter((award) => merged.includes(award.learnerId)),
        certificates: certificatesOf(contents, learnerId),
        changes: contents.changes,
      }))
        say(`${where} ${wrong}`);
    else if (entries.length + awards.length > 0) say(`The ledger of ${learnerId} has no head`);
    const wallet = totalsOf(
      contents.awards.filter((award) => award.learnerId === learnerId).flatMap(({ credits }) => credits),
    );
    // A correction says in the ledger what counts from then on, in the place of what was awarded.
    const latest = new Map(
      [...eventsOf(contents, 'credit.awarded'), ...eventsOf(contents, 'certificate.corrected')]
        .filter((event) => event.learnerId === learnerId)
        .map(({ activityId, credits }) => [activityId, credits]),
    );
    const inLedger = [...latest.values()].flat().reduce((sum, { amount }) => sum + amount, 0);
    if (wallet.reduce((sum, { amount }) => sum + amount, 0) !== inLedger)
      say(`The wallet of ${learnerId} does not add up to the ledger`);
  }
}

/** Whoever mended a name that could not be printed has no certificate that waits under it, once staff took that up again. */
function checkMended(contents: Contents, { mended, redriven }: Witness, say: Say): void {
  for (const email of redriven.length > 0 ? mended.emails : []) {
    const accounts = accountsOf(contents, email);
    for (const { learnerId, certificateId, name } of contents.snapshots)
      if (accounts.includes(learnerId) && name.includes(unprintableName))
        say(`The name of ${email} was mended, and ${certificateId} still bears the one that cannot be printed`);
  }
}

/** Nobody is stuck without a visible reason, and no work is left lying. */
function checkEndings(contents: Contents, witness: Witness, say: Say): void {
  for (const [email, ending] of witness.endings)
    if (!['issued', 'notified', 'parked'].includes(ending) && lockOf(ending) === undefined)
      say(`${email} is stuck: ${ending}`);
  for (const { workId, status, failure, input, tries } of contents.work) {
    if (status === 'pending') say(`The work ${workId} is still pending`);
    if (status !== 'parked') continue;
    if (!failure?.reason) say(`The work ${workId} is parked without a reason`);
    const printed = contents.snapshots.filter(({ learnerId }) => learnerId === input.learnerId);
    if (!printed.some(({ name }) => name.includes(unprintableName)) && tries < MOST_TRIES)
      say(`The work ${workId} is parked without need: ${failure?.step}: ${failure?.reason}`);
  }
  for (const workId of witness.redriven) {
    const { status } = contents.work.find((work) => work.workId === workId) ?? {};
    const parked = contents.audit.filter(({ type, data }) => type === 'work.parked' && data.workId === workId).length;
    if (status === 'parked' && parked < 2) say(`The work ${workId} was redriven and is not taken up`);
  }
  checkMended(contents, witness, say);
  const evaluated = contents.participations.filter(
    ({ stage, byHand, evaluatedAt }) => hasReached(stage, 'evaluated') && (byHand === undefined || evaluatedAt),
  ).length;
  if (contents.responses.length !== evaluated)
    say(`${evaluated} learners completed the evaluation, and ${contents.responses.length} responses are kept`);
  const acknowledged = new Set(
    witness.evaluations.map(({ email, activityId }) => `${accountsOf(contents, email)[0]} ${activityId}`),
  ).size;
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
  const breaches: string[] = [...witness.contradictions, ...world.seen];
  const say: Say = (breach) => void breaches.push(breach);
  const { rows, keyRows } = asIfKept(world);
  const contents = contentsOf(unsealed(rows, keyRows, simulatedCiphers));
  checkLimits(rows, world.mailer.delivered, say);
  checkAttempts(contents, witness, say);
  checkOutcomes(contents, say);
  checkAwards(contents, witness, say);
  checkDates(contents, say);
  checkCertificates(contents, witness, world, say);
  checkChanges(contents, witness, say);
  checkBatches(contents, witness, say);
  checkImports(contents, witness, world, say);
  checkMail(contents, world, say);
  checkMailFates(contents, world, say);
  checkReminders(contents, world, say);
  checkErasures(contents, witness, world, say);
  checkWallets(contents, witness, say);
  const told = contents.toldSystems.length > 0;
  const happened = (['credit.awarded', 'certificate.issued'] as const).flatMap((type) =>
    eventsOf(contents, type).map(({ certificateId }) => ({ type, certificateId })),
  );
  checkTold(told ? happened : [], contents.deliveries, world.receivers.received, say);
  checkLedger(contents, say);
  checkWaits(witness.waits, say);
  checkEndings(contents, witness, say);
  checkLogs(world, say);
  return breaches;
}
