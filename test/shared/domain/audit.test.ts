import { describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { changeText } from '../../../shared/domain/any-change.ts';
import { auditLearner, type LearnerRecords, mergedBy, namedIn } from '../../../shared/domain/audit.ts';
import { type Certificate, type CertificateSnapshot, snapshotText } from '../../../shared/domain/certificate.ts';
import type { Change } from '../../../shared/domain/change.ts';
import { chain, type LedgerData, type LedgerEntry } from '../../../shared/domain/ledger.ts';
import { type Award, awardText } from '../../../shared/domain/wallet.ts';

const { sha256 } = nodeDigests();
const learnerId = 'learner';
const at = '2026-03-09T04:30:00.000Z';
const credit = { creditType: 'ama-pra-category-1', amount: 125, basis: 'awarded' } as const;
const snapshot = { certificateId: 'certificate', learnerId, credits: [credit] } as unknown as CertificateSnapshot;
const certificate: Certificate = { snapshot, status: 'valid', sha256: 'a'.repeat(64), issuedAt: at } as Certificate;
const award = { learnerId, activityId: 'sample', certificateId: 'certificate', credits: [credit] } as unknown as Award;

/** A ledger of these facts, one after another. */
function ledgerOf(...facts: readonly (readonly [type: string, data: LedgerData])[]): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const [type, data] of facts) entries.push(chain(sha256, learnerId, entries.at(-1), { type, at, data }));
  return entries;
}
const awarded = () =>
  [
    'credit.awarded',
    { activityId: 'sample', certificateId: 'certificate', credits: [credit], award: sha256(awardText(award)) },
  ] as const;
const issued = () =>
  [
    'certificate.issued',
    { certificateId: 'certificate', version: 1, sha256: 'a'.repeat(64), snapshot: sha256(snapshotText(snapshot)) },
  ] as const;

/** Everything of a learner whose records agree, but for what is otherwise. */
function recordsWith(otherwise: Partial<LearnerRecords> = {}): LearnerRecords {
  const entries = otherwise.entries ?? ledgerOf(awarded(), issued());
  const last = entries.at(-1);
  const head = { learnerId, seq: last?.seq ?? 0, hash: last?.hash ?? '' };
  return {
    learnerId,
    entries,
    head,
    awards: [award],
    mergedAwards: [],
    certificates: [certificate],
    changes: [],
    ...otherwise,
  };
}
const wrongIn = (otherwise: Partial<LearnerRecords>): readonly string[] =>
  auditLearner(sha256, recordsWith(otherwise)).map(({ where, wrong }) => `${where} ${wrong}`);

describe('an audit of a learner', () => {
  it('finds nothing where ledger, award and certificate agree', () => {
    expect(wrongIn({})).toEqual([]);
  });

  it('finds a link that does not follow from before, and says nothing of what comes after it', () => {
    const [first, second] = ledgerOf(awarded(), issued()) as [LedgerEntry, LedgerEntry];
    expect(wrongIn({ entries: [{ ...first, data: { ...first.data, more: true } }, second], awards: [] })).toEqual([
      'The ledger of learner learner, entry 1, does not follow from before',
    ]);
    expect(wrongIn({ entries: [first, { ...second, learnerId: 'other' }] })).toEqual([
      'The ledger of learner learner, entry 2, does not follow from before',
    ]);
  });

  it('finds a ledger that ends elsewhere than its head says, or under another’s head', () => {
    const entries = ledgerOf(awarded(), issued());
    const hash = entries[1]?.hash ?? '';
    expect(wrongIn({ head: { learnerId, seq: 3, hash } })).toEqual([
      'The ledger of learner learner, entry 3, is where the ledger should end, but it ends with entry 2',
    ]);
    expect(wrongIn({ head: { learnerId, seq: 2, hash: 'b'.repeat(64) } })).toHaveLength(1);
    expect(wrongIn({ entries: [], head: { learnerId, seq: 1, hash } })).toEqual([
      'The ledger of learner learner, entry 1, is where the ledger should end, but it ends with entry 0',
    ]);
    expect(wrongIn({ head: { learnerId: 'other', seq: 2, hash } })).toEqual([
      'The ledger of learner learner ends with a link that says it is another’s',
    ]);
  });

  it('finds an award that is missing, that was added, and that says otherwise than the ledger', () => {
    const where = 'The award of learner learner for sample';
    expect(wrongIn({ awards: [] })).toEqual([`${where} is missing, but the ledger has it`]);
    expect(wrongIn({ awards: [award, { ...award, certificateId: 'forged' }] })).toEqual([
      `${where} is not in the ledger`,
    ]);
    expect(wrongIn({ awards: [{ ...award, credits: [{ ...award.credits[0], amount: 150 }] as never }] })).toEqual([
      `${where} says ama-pra-category-1 150 awarded; the ledger says ama-pra-category-1 125 awarded`,
    ]);
    expect(wrongIn({ awards: [{ ...award, credits: [] }] })).toEqual([
      `${where} says no credit; the ledger says ama-pra-category-1 125 awarded`,
    ]);
    expect(wrongIn({ awards: [{ ...award, cycle: 2 }] })).toEqual([
      `${where} says something else than when it was awarded`,
    ]);
  });

  it('finds a certificate that is missing, or is otherwise than it was issued', () => {
    const where = 'The certificate certificate';
    const of = (otherwise: object) => wrongIn({ certificates: [{ ...certificate, ...otherwise }] });
    expect(wrongIn({ certificates: [] })).toEqual([`${where} is missing, but the ledger has it`]);
    expect(of({ snapshot: { ...snapshot, credits: [] } })).toEqual([
      `${where} says no credit; the ledger says ama-pra-category-1 125 awarded`,
    ]);
    expect(of({ snapshot: { ...snapshot, name: 'Another' } })).toEqual([
      `${where} says something else than when it was issued`,
    ]);
    expect(of({ sha256: 'b'.repeat(64) })).toEqual([`${where} names another file than the one that was issued`]);
    expect(of({ issuedAt: '2026-03-10T00:00:00.000Z' })).toEqual([
      `${where} says that it was issued at 2026-03-10T00:00:00.000Z; the ledger says ${at}`,
    ]);
    expect(of({ pageOffSince: at })).toEqual([
      `${where} says otherwise than the ledger whether its verification page is off`,
    ]);
    expect(of({ replaces: 'other' })).toEqual([`${where} says otherwise than the ledger what it replaced`]);
    expect(of({ status: 'revoked' })).toEqual([`${where} is revoked; by the ledger it is valid`]);
    expect(of({ revokedOn: '2026-03-10' })).toEqual([
      `${where} says otherwise than the ledger since when it is valid, or what replaced it`,
    ]);
  });

  it('takes a certificate that is not issued yet as being issued, or as parked', () => {
    const entries = ledgerOf(awarded());
    const { sha256: _, issuedAt: __, ...notIssued } = certificate;
    for (const status of ['issuing', 'parked'] as const)
      expect(wrongIn({ entries, certificates: [{ ...notIssued, status }] })).toEqual([]);
    expect(wrongIn({ entries })).toEqual([
      'The certificate certificate is valid; by the ledger it is issuing or parked',
    ]);
  });

  it('finds a certificate that a ledger revokes and never had awarded', () => {
    const revoked = ['certificate.revoked', { certificateId: 'certificate', changeId: 'change' }] as const;
    const entries = ledgerOf(revoked);
    expect(wrongIn({ entries })).toContain(
      'The award of learner learner for sample says ama-pra-category-1 125 awarded; the ledger says no credit',
    );
    expect(wrongIn({ entries, awards: [] })).toContain(
      'The award of learner learner for an unknown activity is missing, but the ledger has it',
    );
  });

  it('names the certificates and the changes that a ledger speaks of', () => {
    const revoked = [
      'certificate.revoked',
      { certificateId: 'certificate', changeId: 'change', on: '2026-03-10' },
    ] as const;
    expect(namedIn(ledgerOf(awarded(), issued(), revoked))).toEqual({
      ...{ certificateIds: ['certificate'], changeIds: ['change'] },
    });
    expect(wrongIn({ entries: ledgerOf(awarded(), issued(), revoked) })).toContain(
      'The change change is missing, but the ledger has it',
    );
    expect(wrongIn({ entries: ledgerOf(awarded(), issued(), revoked) })).toContain(
      'The certificate certificate is valid; by the ledger it is revoked',
    );
  });
});

describe('an audit of accounts that are one person’s', () => {
  const other = (of: Partial<Award> = {}): Award => ({ ...award, learnerId: 'other', ...of });
  const merged = (kind: 'merged' | 'separated', from: string, into = learnerId) =>
    [`account.${kind}`, { learnerId: from, into }] as const;

  it('finds credit that was earned twice, and takes what was revoked as not earned', () => {
    expect(wrongIn({ mergedAwards: [other({ activityId: 'another' }), other({ standing: 'revoked' })] })).toEqual([]);
    for (const twice of [other(), other({ standing: 'suspended' })])
      expect(wrongIn({ mergedAwards: [twice] })).toEqual([
        'The awards of the learners learner and other for sample stand beside one another, and the accounts are one person’s',
      ]);
    const third = { ...other(), learnerId: 'third', activityId: 'another' };
    expect(wrongIn({ mergedAwards: [other({ activityId: 'another' }), third] })).toEqual([
      expect.stringMatching(/^The awards of the learners other and third for another /),
    ]);
  });

  it('reads from the ledger which accounts were merged into one, and whether that one went into another', () => {
    const mergedIn = (...facts: readonly (readonly [type: string, data: LedgerData])[]) =>
      mergedBy(learnerId, ledgerOf(...facts));
    expect(mergedIn(awarded())).toEqual({ accounts: [], isMerged: false });
    expect(mergedIn(merged('merged', 'b'), merged('merged', 'c'))).toEqual({ accounts: ['b', 'c'], isMerged: false });
    expect(mergedIn(merged('merged', 'b'), merged('separated', 'b'))).toEqual({ accounts: [], isMerged: false });
    const gone = merged('merged', learnerId, 'd');
    expect(mergedIn(merged('merged', 'b'), gone)).toEqual({ accounts: ['b'], isMerged: true });
    expect(mergedIn(gone, merged('separated', learnerId, 'd'))).toEqual({ accounts: [], isMerged: false });
  });
});

describe('an audit of what staff changed', () => {
  const revocation = {
    ...{ changeId: 'change', kind: 'revoke', certificateId: 'certificate', correction: {}, reason: 'In error' },
    ...{ proposedBy: 'Asha', proposedAt: at, status: 'done', decidedBy: 'Benno', decidedAt: at },
  } as const satisfies Change;
  /** The award with a standing that a change gave it, and the ledger's words for that change. */
  const standing = (of: Award['standing']): Award => ({ ...award, ...(of && { standing: of }) });
  const changed = (to: Award, on = '2026-03-10') =>
    ({
      ...{ certificateId: 'certificate', changeId: 'change', change: sha256(changeText(revocation)), on },
      award: sha256(awardText(to)),
    }) as const;
  const revokedWith = (otherwise: Partial<LearnerRecords> = {}) =>
    wrongIn({
      entries: ledgerOf(awarded(), issued(), ['certificate.revoked', changed(standing('revoked'))]),
      awards: [standing('revoked')],
      certificates: [{ ...certificate, status: 'revoked', revokedOn: '2026-03-10' }],
      changes: [revocation],
      ...otherwise,
    });

  it('finds nothing where the certificate, the award and the change say what the ledger says', () => {
    expect(revokedWith()).toEqual([]);
  });

  it('finds a change that is missing, or was altered afterwards', () => {
    expect(revokedWith({ changes: [{ ...revocation, changeId: 'other' }] })).toEqual([
      'The change change is missing, but the ledger has it',
    ]);
    expect(revokedWith({ changes: [{ ...revocation, reason: 'Another reason' }] })).toEqual([
      'The change change says something else than when it was made',
    ]);
  });

  it('finds a revocation that was taken back unseen, in the award or the certificate, or is of another day', () => {
    expect(revokedWith({ awards: [award] })).toEqual([
      'The award of learner learner for sample says something else than when it was awarded',
    ]);
    expect(revokedWith({ certificates: [certificate] })).toEqual([
      'The certificate certificate is valid; by the ledger it is revoked',
    ]);
    expect(revokedWith({ certificates: [{ ...certificate, status: 'revoked', revokedOn: '2026-03-11' }] })).toEqual([
      'The certificate certificate says otherwise than the ledger since when it is revoked, or what replaced it',
    ]);
  });

  it('knows since when a certificate is suspended, and that one that is restored is valid again', () => {
    const suspended = ['certificate.suspended', changed(standing('suspended'))] as const;
    const certificates = [{ ...certificate, status: 'suspended', suspendedOn: '2026-03-10' }] as const;
    const entries = ledgerOf(awarded(), issued(), suspended);
    expect(revokedWith({ entries, awards: [standing('suspended')], certificates })).toEqual([]);
    expect(
      revokedWith({
        entries,
        awards: [standing('suspended')],
        certificates: [{ ...certificates[0], suspendedOn: '2026-03-11' }],
      }),
    ).toHaveLength(1);
    const restored = ledgerOf(awarded(), issued(), suspended, ['certificate.restored', changed(award)]);
    expect(revokedWith({ entries: restored, awards: [award], certificates: [certificate] })).toEqual([]);
  });

  it('knows which certificate stands in the place of which, and what of them is awarded', () => {
    const next = { ...award, certificateId: 'next', credits: [{ ...award.credits[0], amount: 75 }] } as Award;
    const { change, changeId } = changed(award);
    const corrected = [
      'certificate.corrected',
      {
        ...{ certificateId: 'certificate', replacedBy: 'next', activityId: 'sample', changeId, change },
        ...{ credits: [{ ...credit, amount: 75 }], award: sha256(awardText(next)) },
      },
    ] as const;
    const nextSnapshot = { ...snapshot, certificateId: 'next', credits: [{ ...credit, amount: 75 }] };
    const replaced = { ...certificate, status: 'replaced', replacedBy: 'next' } as const;
    const replacement = {
      snapshot: nextSnapshot as unknown as CertificateSnapshot,
      ...({ status: 'issuing', replaces: 'certificate' } as const),
    } as const;
    const records = {
      entries: ledgerOf(awarded(), issued(), corrected),
      ...{ awards: [next], certificates: [replaced, replacement], changes: [revocation] },
    };
    expect(wrongIn(records)).toEqual([]);
    // The award of before stands no more: whoever put it back would double the credit.
    expect(wrongIn({ ...records, awards: [next, award] })).toEqual([
      'The award of learner learner for sample is not in the ledger',
    ]);
    expect(wrongIn({ ...records, certificates: [{ ...replaced, replacedBy: 'other' }, replacement] })).toEqual([
      'The certificate certificate says otherwise than the ledger since when it is replaced, or what replaced it',
    ]);
    const { replaces: _, ...orphan } = replacement;
    expect(wrongIn({ ...records, certificates: [replaced, orphan] })).toEqual([
      'The certificate next says otherwise than the ledger what it replaced',
    ]);
    expect(namedIn(records.entries)).toEqual({ certificateIds: ['certificate', 'next'], changeIds: ['change'] });
  });

  it('compares what staff attested, merged and separated with the changes that say so', () => {
    const { changeId, change } = changed(award);
    for (const type of ['participation.attested', 'account.merged', 'account.separated']) {
      const entries = ledgerOf(awarded(), issued(), [type, { changeId, change }]);
      expect(wrongIn({ entries, changes: [revocation] }), type).toEqual([]);
      expect(wrongIn({ entries }), type).toEqual(['The change change is missing, but the ledger has it']);
    }
  });

  it('compares credits by what they say, in whatever order', () => {
    const other = { creditType: 'aapa-category-1', amount: 50, basis: 'attendance' } as const;
    const both = { ...award, credits: [other, credit] } as unknown as Award;
    const entries = ledgerOf([
      'credit.awarded',
      {
        ...{ activityId: 'sample', certificateId: 'certificate', credits: [credit, other] },
        award: sha256(awardText(both)),
      },
    ]);
    const notIssued = { snapshot: { ...snapshot, credits: [other, credit] } as never, status: 'issuing' } as const;
    expect(wrongIn({ entries, awards: [both], certificates: [notIssued] })).toEqual([]);
    expect(wrongIn({ entries, awards: [award], certificates: [notIssued] })).toEqual([
      'The award of learner learner for sample says ama-pra-category-1 125 awarded; the ledger says aapa-category-1 50 attendance, ama-pra-category-1 125 awarded',
    ]);
  });
});
