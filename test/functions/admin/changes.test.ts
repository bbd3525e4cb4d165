import { beforeEach, describe, expect, it } from 'vitest';
import type { Participation } from '../../../shared/domain/participation.ts';
import { wrong } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createCertified } from '../../support/certified.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import type { Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let learner: Learner;
let asha: StaffBrowser;
let benno: StaffBrowser;
let certificateId: string;
beforeEach(async () => {
  ({ service, learner, certificateId } = await createCertified());
  asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
  benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
});

const correction = { name: 'Amélie Roth, MD' };
const ask = (body: object) =>
  asha.ask('askChange', { body: { kind: 'correct', certificateId, reason: 'Misspelt at registration', ...body } });
const standing = async (id: string) => (await learner.ask('getCertificate', { params: { certificateId: id } })).body;
const audited = () => service.held<{ by: string; type: string }>('audit').map(({ by, type }) => `${type} ${by}`);

describe('a correction on the console', () => {
  it('waits for another account, which sees what was and what will be, and approves', async () => {
    const { outcome, change } = (await ask({ correction })).body;
    expect(outcome).toBe('proposed');
    expect(change).toMatchObject({
      ...{ status: 'proposed', takesTwo: true, mayApprove: false, who: 'Amélie Nguyễn, MD, FACP' },
      proposed: { by: asha.staffId, name: 'Asha Menon' },
      differences: [{ what: 'Name', before: 'Amélie Nguyễn, MD, FACP', after: 'Amélie Roth, MD' }],
    });
    const { changeId } = change;
    const waiting = (await benno.ask('listWaitingChanges')).body;
    expect(waiting.changes).toMatchObject([{ changeId, mayApprove: true, reason: 'Misspelt at registration' }]);

    const params = { changeId };
    expect((await benno.ask('getChange', { params })).body).toMatchObject({ changeId, mayApprove: true });
    expect(await asha.ask('approveChange', { params })).toBeRefusedFor('second-person-needed');
    expect((await standing(certificateId)).status).toBe('valid');
    const approved = (await benno.ask('approveChange', { params })).body;
    expect(approved).toMatchObject({ outcome: 'done', change: { decided: { name: 'Benno Adler' } } });
    expect(await standing(approved.change.replacement ?? '')).toMatchObject({ ...correction, version: 2 });

    expect((await benno.ask('listWaitingChanges')).body.changes).toEqual([]);
    expect((await benno.ask('listDecidedChanges')).body.decided).toMatchObject([
      { change: { changeId, status: 'done' } },
    ]);
    expect(audited()).toContain(`change.proposed ${asha.staffId}`);
    expect(audited()).toContain(`certificate.changed ${benno.staffId}`);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('is of one account however its owner spells their name: the id counts, and no name is asked for', async () => {
    const again = await createStaff(service, 'coordinator', { email: 'asha@meridian.example' });
    const { change } = (await ask({ correction })).body;
    expect(await again.ask('approveChange', { params: { changeId: change.changeId } })).toBeRefusedFor(
      'second-person-needed',
    );
  });

  it('of a day, and a suspension, take one person and are made at once', async () => {
    const day = (await ask({ correction: { participatedOn: '2026-03-07' } })).body;
    expect(day).toMatchObject({
      outcome: 'done',
      change: { takesTwo: false, differences: [{ what: 'Day of participation', after: '7 March 2026' }] },
    });
    certificateId = day.change.replacement ?? '';
    expect((await ask({ kind: 'suspend' })).body.outcome).toBe('done');
    expect((await standing(certificateId)).status).toBe('suspended');
  });

  it('can be rejected with a reason, also by who asked, and then nothing changes', async () => {
    const { change } = (await ask({ correction })).body;
    const params = { changeId: change.changeId };
    const rejected = await asha.ask('rejectChange', { params, body: { reason: 'My mistake' } });
    expect(rejected.body).toMatchObject({ outcome: 'rejected', change: { rejectedBecause: 'My mistake' } });
    expect((await standing(certificateId)).status).toBe('valid');
    expect(await benno.ask('approveChange', { params })).toBeRefusedFor('change-decided');
  });

  it('without a reason, or of nothing, is refused with each fault at its field', async () => {
    const { status, reasons } = await ask({ reason: ' ', correction: {} });
    expect(status).toBe(422);
    expect(reasons.map(({ field }) => field)).toEqual(['/reason', '/correction']);
  });

  it('made by the command line waits on the console too, and the other way round', async () => {
    const asked = { kind: 'revoke', certificateId, reason: 'Signed in for a colleague', by: 'Chidi' };
    const proposed = await service.proposeChange(asked);
    const { changes } = (await benno.ask('listWaitingChanges')).body;
    expect(changes).toMatchObject([{ kind: 'revoke', proposed: { by: 'Chidi', name: 'Chidi' }, mayApprove: true }]);
    const changeId = proposed.outcome === 'proposed' ? proposed.change.changeId : '';
    expect(await service.decideChange({ changeId, approve: true, by: 'Dana' })).toMatchObject({ outcome: 'done' });
  });
});

describe('revoking on the console', () => {
  it('wants a passkey of the last minutes of who asks and of who approves', async () => {
    const body = { certificateId, reason: 'Attendance could not be shown' };
    service.pass(6 * 60_000);
    expect(await asha.ask('askRevocation', { body })).toBeRefusedFor('step-up-needed');
    const fresh = await createStaff(service, 'coordinator', { email: 'asha@meridian.example' });
    const { change } = (await fresh.ask('askRevocation', { body })).body;
    const params = { changeId: change.changeId };
    expect(await benno.ask('approveChange', { params })).toBeRefusedFor('step-up-needed');
    const second = await createStaff(service, 'owner', { email: 'benno@meridian.example' });
    expect((await second.ask('approveChange', { params })).body.outcome).toBe('done');
    expect((await standing(certificateId)).status).toBe('revoked');
  });

  it('is not to be had by the gentler route', async () => {
    expect((await ask({ kind: 'revoke' })).status).toBe(422);
  });
});

describe('a certificate on the console', () => {
  it('shows what it says, what it could say by the limits of its activity, and its changes', async () => {
    await ask({ kind: 'suspend', reason: 'To be clarified' });
    const { body } = await asha.ask('getCertificateToChange', { params: { certificateId } });
    expect(body).toMatchObject({
      ...{ certificateId, status: 'suspended', profession: 'physician', name: 'Amélie Nguyễn, MD, FACP' },
      credits: [{ creditType: 'ama-pra-category-1', amount: 100 }],
      changes: [{ kind: 'suspend', reason: 'To be clarified' }],
    });
    expect(body.offers.every(({ maximum }) => maximum >= 100)).toBe(true);
    expect((await asha.ask('getCertificateToChange', { params: { certificateId: 'none' } })).status).toBe(404);
  });

  it('has its mail sent again by staff, named in the audit trail, at most five times an hour', async () => {
    await service.sweep();
    const before = service.inbox.delivered.length;
    const params = { certificateId };
    expect((await asha.ask('sendAwardMailAgain', { params })).status).toBe(202);
    expect(service.inbox.delivered).toHaveLength(before + 1);
    expect(audited()).toContain(`mail.sent-again ${asha.staffId}`);
    for (let more = 0; more < 4; more++) await asha.ask('sendAwardMailAgain', { params });
    expect((await asha.ask('sendAwardMailAgain', { params })).status).toBe(429);
  });
});

describe('more attempts for one learner', () => {
  it('let another attempt be started where the limit was used up, for a reason that stays on record', async () => {
    const other = await createLearner(service, { email: 'lukas@example.org' });
    for (let attempt = 0; attempt < 3; attempt++) await other.pass(wrong);
    expect(await other.start()).toBeRefusedFor('no-attempts-left');
    const [{ learnerId = '' } = {}] = service
      .held<Participation>('participation')
      .filter(({ stage }) => stage === 'failed');
    const body = {
      ...{ learnerId, activityId: 'hand-hygiene', assessmentId: 'post-test', more: 1 },
      reason: 'The room lost power during the last attempt',
    };
    expect((await asha.ask('giveAttempts', { body: { ...body, reason: '' } })).status).toBe(422);
    expect((await asha.ask('giveAttempts', { body })).body).toMatchObject({ outcome: 'done' });
    expect(audited()).toContain(`attempts.given ${asha.staffId}`);
    // Staff who look at the learner later see who gave them, and why.
    const { timeline } = (await asha.ask('getLearner', { params: { learnerId } })).body;
    expect(timeline).toContainEqual(
      expect.objectContaining({
        ...{ text: 'Staff gave 1 further attempt.', reason: body.reason, by: asha.name, activityId: 'hand-hygiene' },
      }),
    );
    const started = await other.start();
    expect(started.body).toMatchObject({ number: 4, attemptsLeft: 0 });
    await other.submit(started.body.attemptId);
    expect(await other.start()).toBeRefusedFor('already-passed', 'no-attempts-left');
    expect(await asha.ask('giveAttempts', { body })).toBeRefusedFor('already-passed');
  });
});
