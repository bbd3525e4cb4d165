import { beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createBrowser } from '../../support/browser.ts';
import { createKeyHolder } from '../../support/key-holder.ts';
import { createLearner, type Learner, signIn } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let old: Learner;
let present: Learner;
let asha: StaffBrowser;
let benno: StaffBrowser;
let earned: string;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  await service.publish(content({ activityId: 'sepsis', title: 'Sepsis in the First Hour' }));
  old = await createLearner(service, { email: 'old@clinic.example' });
  earned = await old.complete();
  present = await createLearner(service, { email: 'new@hospital.example', activityId: 'sepsis' });
  await present.complete();
  asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
  benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
});

const idOf = async (learner: Pick<Learner, 'ask'>) => (await learner.ask('getMe')).body.learnerId;
const asked = async (kind: 'merge' | 'separate' = 'merge', ids?: { learnerId: string; into: string }) => {
  const both = ids ?? { learnerId: await idOf(old), into: await idOf(present) };
  return asha.ask('askMerge', { body: { kind, ...both, reason: ' The same person; changed employer ' } });
};
async function merge(kind: 'merge' | 'separate' = 'merge', ids?: { learnerId: string; into: string }) {
  const { change } = (await asked(kind, ids)).body;
  const approved = await benno.ask('approveChange', { params: { changeId: change.changeId } });
  expect(approved.reasons).toEqual([]);
  return approved;
}
const activities = async (learner: Pick<Learner, 'ask'>) =>
  (await learner.ask('getWallet')).body.credits.map(({ activityId }) => activityId).toSorted();

describe('a register that asks by an address whose account was merged', () => {
  it('is told the account that stays, and both that awards may name; after the separation each alone', async () => {
    const ids = { learnerId: await idOf(old), into: await idOf(present) };
    const { ask } = await createKeyHolder(service, { allowed: ['learners:read'] });
    const found = async (email: string) => (await ask('findLearner', { body: { email } })).body;
    const stays = { learnerId: ids.into, email: 'new@hospital.example' };
    await merge('merge', ids);
    for (const email of ['old@clinic.example', 'new@hospital.example']) {
      const answer = await found(email);
      expect(answer).toMatchObject(stays);
      expect(answer.accounts.toSorted()).toEqual(Object.values(ids).toSorted());
    }
    await merge('separate', ids);
    expect(await found('new@hospital.example')).toMatchObject({ ...stays, accounts: [ids.into] });
    expect(await found('old@clinic.example')).toMatchObject({ learnerId: ids.learnerId, accounts: [ids.learnerId] });
  });
});

describe('merging two accounts of one person', () => {
  it('is shown beforehand, takes a second person, and till then changes nothing', async () => {
    const query = { learnerId: 'old@clinic.example', into: 'new@hospital.example' };
    const { body } = await asha.ask('previewMerge', { body: query });
    expect(body).toMatchObject({
      from: { emails: ['old@clinic.example'], credits: 1, courses: 1 },
      into: { emails: ['new@hospital.example'], credits: 1, courses: 1 },
      ...{ sessions: 1, links: 0, reasons: [] },
    });
    const { change } = (await asked()).body;
    expect(change.reason).toBe('The same person; changed employer');
    expect(await asha.ask('approveChange', { params: { changeId: change.changeId } })).toBeRefusedFor(
      'second-person-needed',
    );
    expect(await activities(present)).toEqual(['sepsis']);
    expect(await activities(old)).toEqual(['hand-hygiene']);
  });

  it('leaves every ledger and award where it is; the learner finds all of it in one place', async () => {
    const before = service.held<LedgerEntry>('ledgerEntry');
    const credits = service.held('credit');
    await merge();
    for (const entry of before) expect(service.held('ledgerEntry')).toContainEqual(entry);
    expect(service.held('credit')).toEqual(credits);
    expect(await activities(present)).toEqual(['hand-hygiene', 'sepsis']);
    expect((await present.ask('getHistory')).body.courses).toHaveLength(2);
    expect((await present.ask('getTranscript')).body.lines).toHaveLength(2);
    expect((await present.ask('getCertificate', { params: { certificateId: earned } })).body.status).toBe('valid');
    expect((await present.ask('downloadCertificate', { params: { certificateId: earned } })).status).toBe(303);
    expect((await present.ask('getCredential', { params: { certificateId: earned, format: 'jwt' } })).status).toBe(200);
    const ofMerging = service.held<LedgerEntry>('ledgerEntry').filter(({ type }) => type === 'account.merged');
    expect(ofMerging.map(({ learnerId }) => learnerId).toSorted()).toEqual(
      service
        .held<{ learnerId: string }>('learner')
        .map(({ learnerId }) => learnerId)
        .toSorted(),
    );
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('ends the sessions of the other, whose address signs in to the one that stays, as its own does', async () => {
    const into = await idOf(present);
    await merge();
    expect(await old.ask('getMe')).toBeRefusedFor('not-signed-in');
    const again = await signIn(service, 'old@clinic.example');
    expect((await again.ask('getMe')).body).toMatchObject({
      ...{ learnerId: into, email: 'new@hospital.example', otherEmails: ['old@clinic.example'] },
    });
    expect(await idOf(await signIn(service, 'new@hospital.example'))).toBe(into);
    await service.sweep();
    expect(service.inbox.delivered.at(-1)).toMatchObject({
      ...{ to: 'new@hospital.example', subject: 'Your accounts have been merged' },
    });
  });

  it('lets nobody earn by the one what was earned by the other: no start, no claim, no award by hand', async () => {
    await present.ask('startAttempt', { params: { activityId: 'sepsis' }, body: { assessmentId: 'post-test' } });
    const params = { activityId: 'hand-hygiene' };
    const { attemptId } = (await present.ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body;
    await merge();
    await present.submit(attemptId);
    await present.ask('submitEvaluation', { params, body: { answers: { e1: ['b'], e2: ['b'] } } });
    const claims = [{ creditType: 'ama-pra-category-1', amount: 100 }];
    expect(await present.ask('claimCredit', { params, body: { claims } })).toBeRefusedFor('already-awarded');
    const body = { learner: 'new@hospital.example', activityId: 'hand-hygiene', participatedOn: '2026-03-08', claims };
    expect(await asha.ask('askAward', { body: { ...body, reason: 'x' } })).toBeRefusedFor('already-awarded');
    expect(service.held('credit')).toHaveLength(2);
  });

  it('lets a start be refused as awarded, and shows the activity as the other account left it', async () => {
    await merge();
    const params = { activityId: 'hand-hygiene' };
    const started = await present.ask('startAttempt', { params, body: { assessmentId: 'post-test' } });
    expect(started).toBeRefusedFor('already-awarded');
    const { participation } = (await present.ask('getActivity', { params })).body;
    expect(participation).toMatchObject({ certificateId: earned });
  });

  it('is refused while both earned the same credit; once one of the two is revoked it is not', async () => {
    const params = { activityId: 'hand-hygiene' };
    const { attemptId } = (await present.ask('startAttempt', { params, body: { assessmentId: 'post-test' } })).body;
    await present.submit(attemptId);
    await present.ask('submitEvaluation', { params, body: { answers: { e1: ['b'], e2: ['b'] } } });
    await present.ask('claimCredit', { params, body: { claims: [{ creditType: 'ama-pra-category-1', amount: 100 }] } });
    expect(await asked()).toBeRefusedFor('earned-twice');
    const body = { certificateId: earned, reason: 'Earned twice by two accounts' };
    const { change } = (await asha.ask('askRevocation', { body })).body;
    await benno.ask('approveChange', { params: { changeId: change.changeId } });
    await merge();
    expect((await present.ask('getWallet')).body.totals).toMatchObject([{ amount: 200 }]);
  });

  it('corrects what the other account earned, with the mail to the learner', async () => {
    await merge();
    const correction = { name: 'Amélie Roth, MD' };
    const body = { kind: 'correct' as const, certificateId: earned, reason: 'Misspelt', correction };
    const { change } = (await asha.ask('askChange', { body })).body;
    const done = await benno.ask('approveChange', { params: { changeId: change.changeId } });
    await service.sweep();
    const certificateId = done.body.change.replacement ?? '';
    expect((await present.ask('getCertificate', { params: { certificateId } })).body.name).toBe('Amélie Roth, MD');
    expect(service.inbox.delivered.filter(({ subject }) => subject.includes('corrected'))).toMatchObject([
      { to: 'new@hospital.example' },
    ]);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('puts both into the learner’s export, and erases both', async () => {
    await merge();
    const { text } = await present.ask('exportData');
    expect(text).toContain('old@clinic.example');
    expect(text).toContain(earned);
    service.pass(1);
    const fresh = await signIn(service, 'new@hospital.example');
    await fresh.ask('askErasure', { body: { confirmation: 'ERASE' } });
    service.pass(8 * 86_400_000);
    await service.eraseLearners();
    service.pass(10 * 60_000);
    await service.eraseLearners();
    expect(service.held<{ erasedAt?: string }>('learner').every(({ erasedAt }) => erasedAt !== undefined)).toBe(true);
    expect(service.keyTable.rows().every(({ data }) => !JSON.stringify(data).includes('"key"'))).toBe(true);
    const back = await signIn(service, 'old@clinic.example');
    expect((await back.ask('getWallet')).body.credits).toEqual([]);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('withdraws the other’s links to its transcript, and says beforehand how many', async () => {
    const link = async () => (await old.ask('shareTranscript', { body: { expiresInDays: 7 } })).body;
    const open = async (url: string) =>
      (await createBrowser(service).ask('getSharedTranscript', { params: { token: url.split('/').at(-1) ?? '' } }))
        .status;
    const [first, second, third] = [await link(), await link(), await link()];
    await old.ask('withdrawShare', { params: { shareId: second.shareId } });
    const withdrawn = () =>
      service.held<{ shareId: string; withdrawnAt?: string }>('share').map(({ withdrawnAt }) => withdrawnAt);
    const before = withdrawn().filter(Boolean);
    const query = { learnerId: 'old@clinic.example', into: 'new@hospital.example' };
    expect((await asha.ask('previewMerge', { body: query })).body).toMatchObject({ sessions: 1, links: 2 });
    service.pass(1_000);
    await merge();
    for (const { url } of [first, second, third]) expect(await open(url)).toBe(404);
    // The one that was withdrawn before says since when, as it did.
    expect(withdrawn().filter(Boolean)).toHaveLength(3);
    expect(withdrawn()).toEqual(expect.arrayContaining(before));
  });

  it('is in the audit trail, by whoever approved it, and so is its undoing', async () => {
    const ids = { learnerId: await idOf(old), into: await idOf(present) };
    await merge('merge', ids);
    await merge('separate', ids);
    const trail = service.held<{ type: string; by: string; data: object }>('audit');
    for (const [type, kind] of [
      ['accounts.merged', 'merge'],
      ['accounts.separated', 'separate'],
    ])
      expect(trail.filter((entry) => entry.type === type)).toMatchObject([
        { by: benno.staffId, data: { kind, ...ids, changeId: expect.any(String) } },
      ]);
  });

  it('of a third account leaves the other two to each other when it is undone', async () => {
    const third = await createLearner(service, { email: 'third@ward.example' });
    const into = await idOf(present);
    const ids = { third: await idOf(third), old: await idOf(old) };
    await merge('merge', { learnerId: ids.third, into });
    await merge('merge', { learnerId: ids.old, into });
    expect((await present.ask('getMe')).body.otherEmails).toEqual(['third@ward.example', 'old@clinic.example']);
    await merge('separate', { learnerId: ids.old, into });
    expect((await present.ask('getMe')).body).toMatchObject({
      ...{ email: 'new@hospital.example', otherEmails: ['third@ward.example'] },
    });
    const account = service.held<{ learnerId: string; merged?: string[] }>('learner');
    expect(account.find(({ learnerId }) => learnerId === into)?.merged).toEqual([ids.third]);
    expect(await idOf(await signIn(service, 'third@ward.example'))).toBe(into);
    expect(await idOf(await signIn(service, 'old@clinic.example'))).toBe(ids.old);
  });

  it('takes along what was merged into the other before, and gives it back with it', async () => {
    const third = await createLearner(service, { email: 'third@ward.example' });
    const ids = { third: await idOf(third), old: await idOf(old), into: await idOf(present) };
    await merge('merge', { learnerId: ids.third, into: ids.old });
    await merge('merge', { learnerId: ids.old, into: ids.into });
    const account = (id: string) =>
      service.held<{ learnerId: string; merged?: string[] }>('learner').find(({ learnerId }) => learnerId === id);
    expect(account(ids.into)?.merged).toEqual([ids.old, ids.third]);
    expect(await activities(present)).toEqual(['hand-hygiene', 'sepsis']);
    await merge('separate', { learnerId: ids.old, into: ids.into });
    expect(account(ids.into)?.merged).toEqual([]);
    expect(account(ids.old)?.merged).toEqual([ids.third]);
    expect(await idOf(await signIn(service, 'third@ward.example'))).toBe(ids.old);
  });

  it('is not undone once the account that stays is being closed', async () => {
    const ids = { learnerId: await idOf(old), into: await idOf(present) };
    await merge('merge', ids);
    const fresh = await signIn(service, 'new@hospital.example');
    await fresh.ask('askErasure', { body: { confirmation: 'ERASE' } });
    service.pass(8 * 86_400_000);
    await service.eraseLearners();
    const staff = await createStaff(service, 'coordinator', { email: 'cora@meridian.example', name: 'Cora Lind' });
    const undoing = await staff.ask('askMerge', { body: { kind: 'separate', ...ids, reason: 'Not one person' } });
    expect(undoing).toBeRefusedFor('being-erased');
  });

  it('of an account that there is not is shown to nobody', async () => {
    const shown = async (learnerId: string, into: string) =>
      (await asha.ask('previewMerge', { body: { learnerId, into } })).status;
    expect(await shown('old@clinic.example', 'nobody@clinic.example')).toBe(422);
    expect(await shown('nobody@clinic.example', 'old@clinic.example')).toBe(422);
  });

  it('is undone by two people: addresses, courses and credits are each account’s own again', async () => {
    const ids = { learnerId: await idOf(old), into: await idOf(present) };
    await merge('merge', ids);
    await merge('separate', ids);
    await service.sweep();
    const told = service.inbox.delivered.filter(({ subject }) => subject === 'Your accounts are separate again');
    expect(told.map(({ to }) => to)).toEqual(['new@hospital.example']);
    const back = await signIn(service, 'old@clinic.example');
    expect(await activities(back)).toEqual(['hand-hygiene']);
    expect(await activities(present)).toEqual(['sepsis']);
    expect((await present.ask('getMe')).body).toMatchObject({ email: 'new@hospital.example', otherEmails: [] });
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('of an account with itself, or of one that was merged or is being erased, is refused', async () => {
    const into = await idOf(present);
    expect(await asked('merge', { learnerId: into, into })).toBeRefusedFor('same-account');
    expect((await asked('merge', { learnerId: 'none', into })).status).toBe(422);
    expect(await asked('separate')).toBeRefusedFor('not-merged');
    await present.ask('askErasure', { body: { confirmation: 'ERASE' } });
    expect(await asked()).toBeRefusedFor('being-erased');
  });

  it('lets nobody sign in to an account that is merged while they enter their code: they find the one that stays', async () => {
    const ids = { learnerId: await idOf(old), into: await idOf(present) };
    const { change } = (await asked('merge', ids)).body;
    const { write } = service.table;
    const isSession = (writes: Parameters<typeof write>[0]): boolean =>
      writes.some((one) => one.kind === 'put' && one.row.kind === 'session' && one.expect === 'absent');
    let merged = false;
    // The second person approves just before the session is written.
    service.table.write = async (writes) => {
      if (!merged && isSession(writes)) {
        merged = true;
        const approved = await benno.ask('approveChange', { params: { changeId: change.changeId } });
        expect(approved.body.outcome).toBe('done');
      }
      return write(writes);
    };
    const late = await signIn(service, 'old@clinic.example');
    service.table.write = write;
    expect(merged).toBe(true);
    expect(await idOf(late)).toBe(ids.into);
    expect(await activities(late)).toEqual(['hand-hygiene', 'sepsis']);
  });
});
