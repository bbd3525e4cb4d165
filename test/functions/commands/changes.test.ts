import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CertificateState } from '../../../functions/records/certificates.ts';
import type { Change } from '../../../shared/domain/change.ts';
import { DAY } from '../../../shared/domain/kinds.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import { TransientError } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createBrowser } from '../../support/browser.ts';
import { createCertified } from '../../support/certified.ts';
import { createLearner, type Learner, physician } from '../../support/learner.ts';
import '../../support/refusals.ts';
import type { Service } from '../../support/service.ts';

let service: Service;
let learner: Learner;
let certificateId: string;
beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
});

const asked = { reason: 'The day of the meeting was wrong', by: 'Asha' };

async function propose(change: object) {
  const proposed = await service.proposeChange({ certificateId, ...asked, ...change });
  if (proposed.outcome === 'refused') throw new Error(JSON.stringify(proposed.reasons));
  return proposed;
}
const approve = (changeId: string, by = 'Benno') => service.decideChange({ changeId, approve: true, by });

/** Asks for a change and has a second person approve it. */
async function change(what: object): Promise<Change> {
  const { change: waiting } = await propose(what);
  const decided = await approve(waiting.changeId);
  if (decided.outcome !== 'done') throw new Error(JSON.stringify(decided));
  return decided.change as Change;
}

const standing = async (id: string) => (await learner.ask('getCertificate', { params: { certificateId: id } })).body;
const publicPage = async (id: string): Promise<string> =>
  (await createBrowser(service).ask('verifyCertificate', { params: { certificateId: id } })).text;
const wallet = async () => (await learner.ask('getWallet')).body;
const mails = () => service.inbox.delivered.map(({ subject }) => subject);
const auditIsClean = async () => expect((await auditAll(service)).findings).toEqual([]);
const undone = async (what: object) => {
  const before = service.table.rows();
  const refused = await service.proposeChange({ certificateId, ...asked, ...what });
  expect(service.table.rows()).toEqual(before);
  return refused.outcome === 'refused' ? refused.reasons.map(({ code }) => code) : [];
};

describe('the award e-mail of a certificate that does not stand', () => {
  const sendAgain = (id = certificateId) => learner.ask('resendMail', { params: { certificateId: id } });

  it('is not sent again: it would say that the credit has been awarded', async () => {
    await propose({ kind: 'suspend' });
    expect(await sendAgain()).toBeRefusedFor('certificate-suspended');
    await propose({ kind: 'restore' });
    expect((await sendAgain()).status).toBe(202);
    const { replacement = '' } = await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    expect(await sendAgain()).toBeRefusedFor('certificate-replaced');
    expect((await sendAgain()).reasons[0]?.remedy).toContain(`/c/${replacement}`);
    await change({ kind: 'revoke', certificateId: replacement });
    const before = mails();
    expect(await sendAgain(replacement)).toBeRefusedFor('certificate-revoked');
    expect(mails()).toEqual(before);
  });
});

describe('an e-mail that could not be sent before its news was overtaken', () => {
  const mailOf = (kind: string) => service.held<MailIntent>('mail').find((mail) => mail.kind === kind);
  let works: boolean;
  beforeEach(async () => {
    works = false;
    const { send } = service.inbox;
    vi.spyOn(service.inbox, 'send').mockImplementation(async (mail) => {
      if (works) return send(mail);
      throw new TransientError('The mail service is down');
    });
    await learner.ask('resendMail', { params: { certificateId } });
  });
  /** The mail service is back, days later, and everything that waits is sent. */
  const recovers = async (): Promise<readonly string[]> => {
    const before = mails().length;
    works = true;
    for (let day = 0; day < 3; day++) {
      service.pass(DAY);
      await service.sweep();
    }
    return mails().slice(before);
  };

  it('is sent when all is as it was', async () => {
    expect(await recovers()).toEqual([expect.stringContaining('Your credit has been awarded')]);
  });

  it('says nothing of an award that was revoked since', async () => {
    await change({ kind: 'revoke' });
    expect(await recovers()).toEqual([expect.stringContaining('was revoked')]);
    expect(mailOf('credit-award')).toMatchObject({ status: 'withdrawn' });
  });

  it('says nothing of a certificate in whose place another stands', async () => {
    await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    expect(await recovers()).toEqual([expect.stringContaining('was corrected')]);
  });

  it('waits while the certificate is suspended, and is sent when it is restored', async () => {
    await propose({ kind: 'suspend' });
    expect(await recovers()).toEqual([expect.stringContaining('is suspended')]);
    expect(mailOf('credit-award')).toMatchObject({ status: 'queued', problem: expect.stringContaining('suspended') });
    await propose({ kind: 'restore' });
    expect((await recovers()).toSorted()).toEqual([
      expect.stringContaining('is valid again'),
      expect.stringContaining('Your credit has been awarded'),
    ]);
  });

  it('does not tell of a suspension that is over', async () => {
    await propose({ kind: 'suspend' });
    await propose({ kind: 'restore' });
    expect((await recovers()).some((subject) => subject.includes('is suspended'))).toBe(false);
    expect(mailOf('certificate.suspended')).toMatchObject({ status: 'withdrawn' });
  });
});

describe('correcting a certificate', () => {
  it('issues a new version that stands in the place of the old one, which says so and keeps what it said', async () => {
    const { replacement = '' } = await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    expect(await standing(replacement)).toMatchObject({ status: 'valid', version: 2, name: 'Amélie Roth, MD' });
    expect(await standing(certificateId)).toMatchObject({
      ...{ status: 'replaced', replacedBy: replacement, version: 1, name: 'Amélie Nguyễn, MD, FACP' },
    });
    expect(await publicPage(certificateId)).toContain(`/v/${replacement}`);
    expect(await publicPage(certificateId)).toContain('This certificate was replaced');
    expect(await publicPage(replacement)).toContain('This certificate is valid');
    expect((await wallet()).credits.map((credit) => credit.certificateId)).toEqual([replacement]);
    await auditIsClean();
  });

  it('lets whoever has either file compare it on either page, which knows both and says which counts', async () => {
    const { replacement = '' } = await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    const checkPage = async (id: string) =>
      (await createBrowser(service).ask('checkPdf', { params: { certificateId: id } })).text;
    const [before, after] = [await checkPage(certificateId), await checkPage(replacement)];
    for (const id of [certificateId, replacement]) {
      const known = `data-verdict="${(await standing(id)).sha256}"`;
      expect(before).toContain(known);
      expect(after).toContain(known);
    }
    expect(before).toContain('A newer version');
    expect(after).toContain('An earlier version');
  });

  it('of a day takes one person, keeps the number and the day of the award, and makes another file', async () => {
    const day = { participatedOn: '2026-03-07' };
    const { outcome, change: made } = await propose({ kind: 'correct', correction: day });
    expect(outcome).toBe('done');
    const { replacement = '' } = made;
    const [before, after] = [await standing(certificateId), await standing(replacement)];
    expect(after).toMatchObject({ ...day, number: before.number, awardedOn: before.awardedOn });
    expect(after.sha256).not.toBe(before.sha256);
    expect(service.documents.kept.size).toBe(2);
  });

  it('of the day on which it was held is made once the activity is published with that day', async () => {
    const webinar = { activityId: 'webinar', title: 'A webinar' };
    await service.publish(content({ ...webinar, heldOn: '2026-03-01' }));
    const attendee = await createLearner(service, { ...webinar, email: 'attendee@example.org' });
    const correction = { kind: 'correct', correction: { participatedOn: '2026-03-02' } };
    const asked = { ...correction, certificateId: await attendee.complete() };
    expect(await undone(asked)).toEqual(['date-not-held']);
    await service.publish(content({ ...webinar, heldOn: '2026-03-02' }));
    expect((await propose(asked)).outcome).toBe('done');
  });

  it('of an amount makes the wallet’s credit and its total that amount', async () => {
    await change({ kind: 'correct', correction: { credits: [{ creditType: 'ama-pra-category-1', amount: 75 }] } });
    expect(await wallet()).toMatchObject({ credits: [{ amount: 75 }], totals: [{ amount: 75 }] });
    await auditIsClean();
  });

  it('tells the learner by mail, with a link to the new version', async () => {
    const { replacement } = await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    const mail = service.inbox.delivered.at(-1);
    expect(mail?.subject).toBe('Your certificate was corrected: Hand Hygiene Before Every Contact');
    expect(mail?.text).toContain(`https://credit.example.org/c/${replacement}`);
  });

  it('can be done again, each time with the next version', async () => {
    const first = await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    certificateId = first.replacement ?? '';
    const second = await change({ kind: 'correct', correction: { name: 'Amélie Roth-Nguyễn, MD' } });
    expect(await standing(second.replacement ?? '')).toMatchObject({ version: 3, status: 'valid' });
    expect(await standing(certificateId)).toMatchObject({ version: 2, status: 'replaced' });
    await auditIsClean();
  });

  it('parks when its name cannot be printed, and can then be corrected again; no profile changes that name', async () => {
    const { replacement = '' } = await change({ kind: 'correct', correction: { name: 'Amélie \u{1F3E5}' } });
    expect(await standing(replacement)).toMatchObject({ status: 'parked', name: 'Amélie \u{1F3E5}' });
    const [parked] = (await service.parked()).work;
    await service.redrive(parked?.workId ?? '');
    await service.workflows.start({
      ...{ door: 'award', workId: parked?.workId ?? '', learnerId: learnerId(), activityId: 'hand-hygiene' },
    });
    expect(await standing(replacement)).toMatchObject({ status: 'parked', name: 'Amélie \u{1F3E5}' });
    certificateId = replacement;
    const again = await change({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    expect(await standing(again.replacement ?? '')).toMatchObject({ status: 'valid', version: 3 });
    expect((await service.parked()).work).toEqual([]);
    expect((await learner.activity()).participation?.tasks.at(-1)).toMatchObject({
      task: 'certificate',
      status: 'completed',
    });
    await auditIsClean();
  });

  it('is refused when it changes nothing, or certifies what the activity or the profession does not allow', async () => {
    expect(await undone({ kind: 'correct', correction: {} })).toEqual(['correction-empty']);
    expect(await undone({ kind: 'correct', correction: { name: 'Amélie Nguyễn, MD, FACP' } })).toEqual([
      'correction-empty',
    ]);
    const credits = [{ creditType: 'ama-pra-category-1', amount: 10_000 }];
    expect(await undone({ kind: 'correct', correction: { credits } })).toEqual(['amount-above-maximum']);
    expect(await undone({ kind: 'correct', correction: { credits: [] } })).toEqual(['claim-empty']);
    for (const participatedOn of ['2027-01-01', '1999-01-01'])
      expect(await undone({ kind: 'correct', correction: { participatedOn } })).toEqual(['date-impossible']);
    expect(await undone({ kind: 'correct', correction: { name: '' }, reason: ' ', by: '' })).toEqual([
      ...['reason-missing', 'by-missing', 'name-not-printable'],
    ]);
  });
});

const learnerId = (): string => service.held<{ learnerId: string }>('learner')[0]?.learnerId ?? '';

describe('a new name of a learner', () => {
  it('never rewrites a certificate; issuing it anew makes a version with that name', async () => {
    await learner.ask('putMe', { body: { ...physician, familyName: 'Roth' } });
    expect(await standing(certificateId)).toMatchObject({ name: 'Amélie Nguyễn, MD, FACP', version: 1 });
    const { replacement = '' } = await change({ kind: 'reissue', reason: 'Married' });
    expect(await standing(replacement)).toMatchObject({ name: 'Amélie Roth, MD, FACP', version: 2 });
  });

  it('is not needed for a new print: one person can issue the same certificate anew', async () => {
    expect(await propose({ kind: 'reissue', reason: 'The file was lost' })).toMatchObject({ outcome: 'done' });
    await auditIsClean();
  });
});

describe('revoking a certificate', () => {
  it('shows at once on its page, in the wallet and in the status list, and the learner is told by mail', async () => {
    await change({ kind: 'revoke', reason: 'Attendance could not be shown' });
    expect(await publicPage(certificateId)).toContain('This certificate was revoked');
    expect(await standing(certificateId)).toMatchObject({ status: 'revoked', revokedOn: '2026-03-09' });
    expect(await wallet()).toMatchObject({ credits: [{ standing: 'revoked' }], totals: [] });
    expect(service.held<{ set: boolean }>('statusMark')).toMatchObject([{ certificateId, set: true }]);
    await service.sweep();
    expect(mails().at(-1)).toBe('Your certificate was revoked: Hand Hygiene Before Every Contact');
    await auditIsClean();
  });

  it('is for good', async () => {
    await change({ kind: 'revoke' });
    for (const kind of ['revoke', 'restore', 'suspend', 'reissue'])
      expect(await undone({ kind })).toEqual(['certificate-revoked']);
  });

  it('keeps its reason from the public, the learner and the ledger, which holds its hash', async () => {
    await change({ kind: 'revoke', reason: 'Signed in for a colleague' });
    const told = JSON.stringify([
      ...[await publicPage(certificateId), await standing(certificateId), service.inbox.delivered],
      ...[service.held('ledgerEntry'), service.held('audit')],
    ]);
    expect(told).not.toContain('colleague');
    expect(service.held<Change>('change')[0]?.reason).toBe('Signed in for a colleague');
  });

  it('while it waits for staff ends the wait', async () => {
    const { replacement = '' } = await change({ kind: 'correct', correction: { name: 'Amélie \u{1F3E5}' } });
    certificateId = replacement;
    await change({ kind: 'revoke' });
    expect((await service.parked()).work).toEqual([]);
    expect(
      service
        .held<CertificateState>('certificate')
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual([...['replaced', 'revoked']]);
    await auditIsClean();
  });
});

describe('suspending a certificate', () => {
  it('takes one person, lets it not count, and can be undone', async () => {
    expect(await propose({ kind: 'suspend' })).toMatchObject({ outcome: 'done' });
    expect(await publicPage(certificateId)).toContain('This certificate is suspended');
    expect(await wallet()).toMatchObject({ credits: [{ standing: 'suspended' }], totals: [] });
    await auditIsClean();
    service.pass(1_000);
    await service.sweep();
    expect(await propose({ kind: 'restore', reason: 'Clarified' })).toMatchObject({ outcome: 'done' });
    expect(await publicPage(certificateId)).toContain('This certificate is valid');
    expect((await wallet()).totals).toHaveLength(1);
    expect(service.held<{ set: boolean }>('statusMark')).toMatchObject([{ set: false }]);
    await service.sweep();
    expect(mails().slice(-2).toSorted()).toEqual([
      'Your certificate is suspended: Hand Hygiene Before Every Contact',
      'Your certificate is valid again: Hand Hygiene Before Every Contact',
    ]);
    await auditIsClean();
  });
});

describe('the second person', () => {
  it('is needed where an amount or a person changes, and cannot be the first under another spelling', async () => {
    const { outcome, change: waiting } = await propose({ kind: 'revoke' });
    expect(outcome).toBe('proposed');
    expect(await standing(certificateId)).toMatchObject({ status: 'valid' });
    expect((await service.listChanges()).changes).toEqual([waiting]);
    expect(await approve(waiting.changeId, ' asha ')).toMatchObject({ reasons: [{ code: 'second-person-needed' }] });
    expect(await approve(waiting.changeId)).toMatchObject({ outcome: 'done', change: { decidedBy: 'Benno' } });
    expect((await service.listChanges()).changes).toEqual([]);
    expect(await approve(waiting.changeId)).toMatchObject({ reasons: [{ code: 'change-decided' }] });
  });

  it('finds everything that waits, however much it is', async () => {
    const { change: first } = await propose({ kind: 'revoke' });
    service.pass(1_000);
    for (let more = 1; more < 130; more++) await propose({ kind: 'revoke' });
    const { changes, next = '' } = await service.listChanges();
    expect(changes).toHaveLength(100);
    expect(changes[0]).toEqual(first);
    const rest = await service.listChanges({ cursor: next });
    expect(rest.changes).toHaveLength(30);
    expect(rest).not.toHaveProperty('next');
    expect(new Set([...changes, ...rest.changes].map(({ changeId }) => changeId)).size).toBe(130);
  });

  it('can reject, and then nothing changes', async () => {
    const { change: waiting } = await propose({ kind: 'revoke' });
    const decision = { changeId: waiting.changeId, approve: false, by: 'Benno', reason: 'She was there' };
    expect(await service.decideChange(decision)).toMatchObject({
      ...{ outcome: 'rejected', change: { rejectedBecause: 'She was there' } },
    });
    expect(await standing(certificateId)).toMatchObject({ status: 'valid' });
    expect(service.held('audit')).toContainEqual(
      expect.objectContaining({
        ...{ type: 'change.rejected', by: 'Benno' },
        data: expect.objectContaining({ changeId: waiting.changeId, kind: 'revoke', certificateId }),
      }),
    );
    expect((await service.listChanges()).changes).toEqual([]);
    await auditIsClean();
  });

  it('can reject without a word, and what they say is kept without the blanks around it', async () => {
    const reject = async (reason?: string) => {
      const { change: waiting } = await propose({ kind: 'revoke' });
      const decision = {
        changeId: waiting.changeId,
        approve: false,
        by: 'Benno',
        ...(reason !== undefined && { reason }),
      };
      const rejected = await service.decideChange(decision);
      return (rejected as { change?: { rejectedBecause?: string } }).change?.rejectedBecause;
    };
    expect([await reject(), await reject('   '), await reject('  She was there ')]).toEqual([
      ...[undefined, undefined, 'She was there'],
    ]);
  });

  it('is told when the certificate has changed since the change was asked for', async () => {
    const { change: late } = await propose({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } });
    await change({ kind: 'revoke' });
    expect(await approve(late.changeId)).toMatchObject({ reasons: [{ code: 'certificate-revoked' }] });
  });

  it('may approve two changes at once; one is made, and the other is looked at again', async () => {
    const both = [
      await propose({ kind: 'revoke' }),
      await propose({ kind: 'correct', correction: { name: 'Amélie Roth, MD' } }),
    ];
    const outcomes = await Promise.all(both.map(({ change: { changeId } }) => approve(changeId)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused']);
    await auditIsClean();
  });
});

it('names what is unknown', async () => {
  certificateId = 'unknown';
  expect(await undone({ kind: 'revoke' })).toEqual(['certificate-unknown']);
  expect(await approve('unknown')).toMatchObject({ reasons: [{ code: 'change-unknown' }] });
});
