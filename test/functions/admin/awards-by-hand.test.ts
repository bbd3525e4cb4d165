import { beforeEach, describe, expect, it } from 'vitest';
import { outputs } from '../../../infra/cli/function-answers.ts';
import type { LedgerEntry } from '../../../shared/domain/ledger.ts';
import type { Participation } from '../../../shared/domain/participation.ts';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let learner: Learner;
let asha: StaffBrowser;
let benno: StaffBrowser;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
  asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
  benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
});

const reason = 'Attended to the end; the hall lost its network before the post-test';
const award = (more: object = {}) => ({
  ...{ learner: 'amelie@example.org', activityId: 'hand-hygiene', participatedOn: '2026-03-07', reason },
  claims: [{ creditType: 'ama-pra-category-1', amount: 75 }],
  ...more,
});
const ask = (more: object = {}) => asha.ask('askAward', { body: award(more) });
const approve = (changeId: string, by = benno) => by.ask('approveChange', { params: { changeId } });
const participation = () => service.held<Participation>('participation')[0];
const ledger = () => service.held<LedgerEntry>('ledgerEntry');

/** Asks for it and has a second person approve it. */
async function awarded(): Promise<string> {
  const { change } = (await ask()).body;
  expect((await approve(change.changeId)).body.outcome).toBe('done');
  return (await learner.ask('getWallet')).body.credits[0]?.certificateId ?? '';
}

describe('an award by hand', () => {
  it('takes two people, and then is an award like any other: credit, certificate, mail, ledger', async () => {
    const { outcome, change } = (await ask()).body;
    expect(outcome).toBe('proposed');
    expect(change).toMatchObject({
      ...{ who: 'Amélie Nguyễn, MD, FACP', what: 'Hand Hygiene Before Every Contact', takesTwo: true },
      differences: [{ what: 'Credit', after: '0.75 AMA PRA Category 1 Credits™' }, { after: '7 March 2026' }],
    });
    expect(await approve(change.changeId, asha)).toBeRefusedFor('second-person-needed');
    expect((await learner.ask('getWallet')).body.credits).toEqual([]);
    await approve(change.changeId);
    expect(service.held('audit')).toContainEqual(
      expect.objectContaining({
        type: 'credit.attested',
        data: expect.objectContaining({ changeId: change.changeId, kind: 'award', activityId: 'hand-hygiene' }),
      }),
    );
    const [credit] = (await learner.ask('getWallet')).body.credits;
    expect(credit).toMatchObject({ creditType: 'ama-pra-category-1', amount: 75, basis: 'awarded' });
    const certificateId = credit?.certificateId ?? '';
    const { body } = await learner.ask('getCertificate', { params: { certificateId } });
    expect(body).toMatchObject({ status: 'valid', participatedOn: '2026-03-07', awardedOn: '2026-03-09' });
    await service.sweep();
    expect(service.inbox.delivered.at(-1)?.text).toContain('thank you for taking part in');
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('waits for the command line too, which reads the list and its own approval', async () => {
    const { change } = (await ask()).body;
    const listed = outputs['list-changes'].parse(await service.listChanges());
    expect(listed.changes).toMatchObject([{ changeId: change.changeId, kind: 'award', activityId: 'hand-hygiene' }]);
    const decided = await service.decideChange({ changeId: change.changeId, approve: true, by: 'Benno' });
    expect(outputs['decide-change'].parse(decided)).toMatchObject({ outcome: 'done', change: { kind: 'award' } });
  });

  it('says so in the ledger: who asked, who approved, and the hash of why; the reason itself is for staff alone', async () => {
    const certificateId = await awarded();
    expect(ledger().map(({ type }) => type)).toEqual([
      ...['participation.attested', 'credit.awarded', 'certificate.issued'],
    ]);
    const [attested, credited] = ledger();
    expect(attested?.data).toMatchObject({ proposedBy: asha.staffId, decidedBy: benno.staffId });
    expect(credited?.data).toMatchObject({ byHand: attested?.data.changeId, certificateId });
    const told = JSON.stringify([ledger(), service.held('audit'), (await learner.ask('exportData')).text]);
    expect(told).not.toContain('lost its network');
    expect(service.held<{ reason: string }>('change')[0]?.reason).toBe(reason);
  });

  it('whose reason was altered afterwards is found by the audit', async () => {
    await awarded();
    const row = service.table.rows().find(({ kind }) => kind === 'change');
    const data = { ...(row?.data as object), reason: 'Something nicer' };
    if (row) await service.table.write([{ kind: 'put', row: { ...row, data, rev: row.rev + 1 }, expect: row.rev }]);
    expect((await auditAll(service)).findings).toMatchObject([{ wrong: 'says something else than when it was made' }]);
  });

  it('says of nobody that they passed, evaluated or claimed what they did not', async () => {
    await awarded();
    expect(participation()).not.toHaveProperty('evaluatedAt');
    expect(service.held('response')).toEqual([]);
    const { tasks = [] } = (await learner.activity()).participation ?? {};
    expect(tasks.map(({ task, status }) => `${task} ${status}`)).toEqual([
      ...['post-test locked', 'evaluation locked', 'claim locked', 'certificate completed'],
    ]);
    expect(tasks[0]?.reasons[0]?.code).toBe('awarded-by-hand');
    expect(ledger().some(({ type }) => /attempt|evaluation|claimed/.test(type))).toBe(false);
  });

  it('asks for no evaluation any more of who passed, and shows the one that was given', async () => {
    await learner.pass();
    await awarded();
    expect(await learner.evaluate()).toBeRefusedFor('already-awarded');
    expect(await learner.ask('getEvaluation', { params: learner.params })).toBeRefusedFor('already-awarded');
    const other = await createLearner(service, { email: 'lukasz@example.org' });
    await other.ready();
    const { change } = (await ask({ learner: 'lukasz@example.org' })).body;
    await approve(change.changeId);
    expect((await other.evaluate()).body.status).toBe('completed');
    expect((await other.ask('getEvaluation', { params: other.params })).body.status).toBe('completed');
    expect(service.held('response')).toHaveLength(1);
  });

  it('is never made twice, nor where the learner finished meanwhile', async () => {
    const first = (await ask()).body.change;
    const second = (await ask()).body.change;
    await learner.complete();
    expect(await approve(first.changeId)).toBeRefusedFor('already-awarded');
    expect(service.held('credit')).toHaveLength(1);
    expect(await ask()).toBeRefusedFor('already-awarded');
    expect(
      (await benno.ask('rejectChange', { params: { changeId: second.changeId }, body: { reason: '' } })).status,
    ).toBe(200);
  });

  it('made once, lets the same learner neither start nor be awarded again', async () => {
    const [first, second] = [(await ask()).body.change, (await ask()).body.change];
    await approve(first.changeId);
    expect(await approve(second.changeId)).toBeRefusedFor('already-awarded');
    expect(await learner.start()).toBeRefusedFor('already-passed');
    expect(service.held('credit')).toHaveLength(1);
  });

  it('ends an attempt that is under way: it cannot be submitted any more', async () => {
    const { attemptId } = (await learner.start()).body;
    await awarded();
    const answer = await learner.submit(attemptId);
    expect(answer.status).toBe(409);
    expect(answer).toBeRefusedFor('already-awarded');
    expect(participation()?.stage).toBe('notified');
    expect(service.held('credit')).toHaveLength(1);
  });

  it.each([
    ['above the maximum', { claims: [{ creditType: 'ama-pra-category-1', amount: 100_000 }] }, 'amount-above-maximum'],
    ['off the step', { claims: [{ creditType: 'ama-pra-category-1', amount: 80 }] }, 'amount-off-step'],
    ['of nothing', { claims: [] }, 'claim-empty'],
    ['of a day that was not', { participatedOn: '2026-02-30' }, 'date-impossible'],
    ['of a day before it opened', { participatedOn: '2020-01-01' }, 'date-impossible'],
    ['of a day to come', { participatedOn: '2026-03-20' }, 'date-impossible'],
    ['without a reason', { reason: ' ' }, 'reason-missing'],
    ['of an activity that is not', { activityId: 'none' }, 'activity-unknown'],
    ['of somebody who never signed in', { learner: 'nobody@example.org' }, 'learner-unknown'],
  ])('%s is refused, and nothing waits', async (_, more, code) => {
    expect(await ask(more)).toBeRefusedFor(code);
    expect(service.held('change')).toEqual([]);
  });

  it('waits for the learner’s name, which the certificate needs', async () => {
    await createLearner(service, { email: 'new@example.org', profile: null });
    expect(await ask({ learner: 'new@example.org' })).toBeRefusedFor('profile-required');
  });

  it('is prepared by a form that knows what this learner could be given, and what speaks against it', async () => {
    const query = { learner: 'amelie@example.org', activityId: 'hand-hygiene' };
    const { body } = await asha.ask('getAwardOffers', { body: query });
    expect(body).toMatchObject({ name: 'Amélie Nguyễn, MD, FACP', profession: 'physician', reasons: [] });
    expect(body.offers.map(({ creditType }) => creditType)).toContain('ama-pra-category-1');
    await awarded();
    expect((await asha.ask('getAwardOffers', { body: query })).body.reasons).toMatchObject([
      { code: 'already-awarded' },
    ]);
  });

  it('is corrected and revoked as any certificate is', async () => {
    const certificateId = await awarded();
    const { change } = (await asha.ask('askRevocation', { body: { certificateId, reason: 'She left early' } })).body;
    await approve(change.changeId);
    expect((await learner.ask('getWallet')).body).toMatchObject({ credits: [{ standing: 'revoked' }], totals: [] });
    expect((await auditAll(service)).findings).toEqual([]);
  });
});
