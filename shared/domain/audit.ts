import type { LedgerEvents, LedgerEventType, StatusChanged } from '../events.ts';
import { type AnyChange, type ChangeProof, changeText } from './any-change.ts';
import { type Certificate, snapshotText } from './certificate.ts';
import type { ActivityId, CertificateId, Instant, LearnerId, Sha256 } from './kinds.ts';
import { firstBroken, type LedgerEntry, type LedgerHead } from './ledger.ts';
import { earnedTwice } from './merge.ts';
import { type Award, awardText, type Credit } from './wallet.ts';

type CreditLine = Pick<Credit, 'creditType' | 'amount' | 'basis'>;
type Hash = (text: string) => Sha256;

/** Everything that an audit compares of one learner, as it stands in the records. */
export interface LearnerRecords {
  readonly learnerId: LearnerId;
  /** The ledger, by sequence. */
  readonly entries: readonly LedgerEntry[];
  readonly head: LedgerHead;
  readonly awards: readonly Award[];
  /** The awards of the accounts that were merged into this one, by the ledgers; of the account that stays alone. */
  readonly mergedAwards: readonly Award[];
  /** Those that the ledger or an award names, where there are such. */
  readonly certificates: readonly Certificate[];
  /** Those that the ledger names, where there are such. */
  readonly changes: readonly AnyChange[];
}

/** Something that does not agree: where, and what is wrong with it. */
export interface Finding {
  readonly where: string;
  readonly wrong: string;
}

/**
 * Compares a learner's ledger with its own chain, and every award and certificate with the ledger, both ways: what was
 * added, taken away or altered anywhere shows, unless all of it was, ledger and head included; against that stand the
 * signed daily heads. No findings when everything agrees.
 */
export function auditLearner(sha256: Hash, records: LearnerRecords): readonly Finding[] {
  const broken = chainFinding(sha256, records);
  // What comes after a broken link proves nothing.
  if (broken) return [broken];
  const told = replay(records.entries);
  return [
    ...awardFindings(sha256, told, records),
    ...certificateFindings(sha256, told, records),
    ...changeFindings(sha256, told, records),
    ...personFindings(records),
  ];
}

/** The accounts that went into another by its ledger, and whether that one went into another itself. */
export function mergedBy(learnerId: LearnerId, entries: readonly LedgerEntry[]) {
  const accounts = new Set<unknown>();
  let isMerged = false;
  for (const { type, data } of entries) {
    if (type !== 'account.merged' && type !== 'account.separated') continue;
    const joins = type === 'account.merged';
    if (data.learnerId === learnerId) isMerged = joins;
    else if (joins) accounts.add(data.learnerId);
    else accounts.delete(data.learnerId);
  }
  return { accounts: [...accounts], isMerged };
}

/** The certificates and changes that a ledger names. */
export function namedIn(entries: readonly LedgerEntry[]) {
  const { certificates, changes } = replay(entries);
  return {
    certificateIds: [...certificates.keys()] as readonly CertificateId[],
    changeIds: changes.map(({ changeId }) => changeId) as readonly string[],
  };
}

function chainFinding(sha256: Hash, { learnerId, entries, head }: LearnerRecords): Finding | undefined {
  const ledger = `The ledger of learner ${learnerId}`;
  const broken = entries.find((entry) => entry.learnerId !== learnerId) ?? firstBroken(sha256, entries);
  if (broken)
    return { where: `${ledger}, entry ${entries.indexOf(broken) + 1},`, wrong: 'does not follow from before' };
  const last = entries.at(-1);
  if (head.learnerId !== learnerId) return { where: ledger, wrong: 'ends with a link that says it is another’s' };
  if (head.seq === last?.seq && head.hash === last.hash) return undefined;
  return {
    where: `${ledger}, entry ${head.seq},`,
    wrong: `is where the ledger should end, but it ends with entry ${last?.seq ?? 0}`,
  };
}

/** A certificate as the ledger tells it. */
interface Told {
  readonly activityId: ActivityId;
  readonly credits: readonly CreditLine[];
  /** The hash of the award. */
  readonly award: Sha256;
  readonly issued?: LedgerEvents['certificate.issued'] & { readonly at: Instant };
  /** The certificate in whose place it stands. */
  readonly replaces?: CertificateId;
  /** What became of it, where it does not simply count. */
  readonly fate?: Pick<Certificate, 'status' | 'replacedBy' | 'revokedOn' | 'suspendedOn'>;
  /** Since when its holder keeps its verification page off. */
  readonly pageOffSince?: Instant | undefined;
}

/** What is told of a certificate that a ledger revokes, suspends or restores and never had awarded: a fault, which shows as one. */
const neverAwarded: Omit<Told, 'award'> = { activityId: 'an unknown activity', credits: [] };

/** What a ledger says that there must be, by certificate. */
function replay(entries: readonly LedgerEntry[]) {
  const certificates = new Map<CertificateId, Told>();
  const changes: ChangeProof[] = [];
  const tell = (certificateId: CertificateId, more: Partial<Told>): void => {
    const told = certificates.get(certificateId);
    if (told) certificates.set(certificateId, { ...told, ...more });
  };
  const changed = (event: StatusChanged, fate: Told['fate']): void => {
    changes.push(event);
    const { fate: _, ...told } = certificates.get(event.certificateId) ?? neverAwarded;
    certificates.delete(event.certificateId);
    certificates.set(event.certificateId, { ...told, award: event.award, ...(fate && { fate }) });
  };
  const tellers: { readonly [Type in LedgerEventType]?: (event: LedgerEvents[Type], at: Instant) => void } = {
    'participation.attested': (event) => void changes.push(event),
    'account.merged': (event) => void changes.push(event),
    'account.separated': (event) => void changes.push(event),
    'credit.awarded': ({ certificateId, activityId, credits, award }) =>
      void certificates.set(certificateId, { activityId, credits, award }),
    'certificate.issued': (issued, at) => tell(issued.certificateId, { issued: { ...issued, at } }),
    'certificate.corrected': ({ certificateId, replacedBy, activityId, credits, award, ...proof }) => {
      changes.push(proof);
      const pageOffSince = certificates.get(certificateId)?.pageOffSince;
      tell(certificateId, { fate: { status: 'replaced', replacedBy } });
      certificates.set(replacedBy, { activityId, credits, award, replaces: certificateId, pageOffSince });
    },
    'certificate.revoked': (event) => changed(event, { status: 'revoked', revokedOn: event.on }),
    'certificate.suspended': (event) => changed(event, { status: 'suspended', suspendedOn: event.on }),
    'certificate.restored': (event) => changed(event, undefined),
    'certificate.page-off': ({ versions }, at) => {
      for (const version of versions) tell(version, { pageOffSince: at });
    },
    'certificate.page-on': ({ versions }) => {
      for (const version of versions) tell(version, { pageOffSince: undefined });
    },
  };
  for (const { type, data, at } of entries) tellers[type as LedgerEventType]?.(data as never, at);
  return { certificates, changes };
}
type Replayed = ReturnType<typeof replay>;

const words = (credits: readonly CreditLine[]): string =>
  credits
    .map(({ creditType, amount, basis }) => `${creditType} ${amount} ${basis}`)
    .toSorted()
    .join(', ') || 'no credit';

function awardFindings(
  sha256: Hash,
  { certificates }: Replayed,
  { awards, learnerId }: LearnerRecords,
): readonly Finding[] {
  const where = (activityId: ActivityId): string => `The award of learner ${learnerId} for ${activityId}`;
  const missing = [...certificates].flatMap(([certificateId, { activityId, fate }]): Finding[] =>
    fate?.status === 'replaced' || awards.some((award) => award.certificateId === certificateId)
      ? []
      : [{ where: where(activityId), wrong: 'is missing, but the ledger has it' }],
  );
  const different = awards.flatMap((award): Finding[] => {
    const found = (wrong: string): Finding[] => [{ where: where(award.activityId), wrong }];
    const told = certificates.get(award.certificateId);
    if (!told || told.fate?.status === 'replaced') return found('is not in the ledger');
    const [held, said] = [words(award.credits), words(told.credits)];
    if (held !== said) return found(`says ${held}; the ledger says ${said}`);
    return told.award === sha256(awardText(award)) ? [] : found('says something else than when it was awarded');
  });
  return [...missing, ...different];
}

function certificateFindings(
  sha256: Hash,
  { certificates: told }: Replayed,
  { certificates }: LearnerRecords,
): readonly Finding[] {
  return [...told].flatMap(([certificateId, { credits, issued, fate, replaces, pageOffSince }]): Finding[] => {
    const found = (wrong: string): Finding[] => [{ where: `The certificate ${certificateId}`, wrong }];
    const certificate = certificates.find(({ snapshot }) => snapshot.certificateId === certificateId);
    if (!certificate) return found('is missing, but the ledger has it');
    const { snapshot, status, issuedAt } = certificate;
    const [held, said] = [words(snapshot.credits), words(credits)];
    if (held !== said) return found(`says ${held}; the ledger says ${said}`);
    const expected: readonly Certificate['status'][] = fate
      ? [fate.status]
      : issued
        ? ['valid']
        : ['issuing', 'parked'];
    if (!expected.includes(status)) return found(`is ${status}; by the ledger it is ${expected.join(' or ')}`);
    const { replacedBy, revokedOn, suspendedOn } = certificate;
    if (replacedBy !== fate?.replacedBy || revokedOn !== fate?.revokedOn || suspendedOn !== fate?.suspendedOn)
      return found(`says otherwise than the ledger since when it is ${status}, or what replaced it`);
    if (certificate.replaces !== replaces) return found('says otherwise than the ledger what it replaced');
    if (certificate.pageOffSince !== pageOffSince)
      return found('says otherwise than the ledger whether its verification page is off');
    if (!issued) return [];
    if (issued.snapshot !== sha256(snapshotText(snapshot))) return found('says something else than when it was issued');
    if (issued.sha256 !== certificate.sha256) return found('names another file than the one that was issued');
    return issued.at === issuedAt ? [] : found(`says that it was issued at ${issuedAt}; the ledger says ${issued.at}`);
  });
}

function changeFindings(sha256: Hash, told: Replayed, { changes }: LearnerRecords): readonly Finding[] {
  return told.changes.flatMap(({ changeId, change: hash }): Finding[] => {
    const found = (wrong: string): Finding[] => [{ where: `The change ${changeId}`, wrong }];
    const change = changes.find((candidate) => candidate.changeId === changeId);
    if (!change) return found('is missing, but the ledger has it');
    return sha256(changeText(change)) === hash ? [] : found('says something else than when it was made');
  });
}

/** One person earns the credit of an activity once, whatever accounts they had. */
function personFindings({ awards, mergedAwards }: LearnerRecords): readonly Finding[] {
  return [...earnedTwice([...awards, ...mergedAwards])].flatMap(([activityId, twice]): Finding[] => {
    const accounts = [...new Set(twice.map(({ learnerId }) => learnerId))];
    const where = `The awards of the learners ${accounts.join(' and ')} for ${activityId}`;
    const wrong = 'stand beside one another, and the accounts are one person’s';
    return accounts.length > 1 ? [{ where, wrong }] : [];
  });
}
