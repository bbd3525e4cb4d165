import { beforeEach, describe, expect, it } from 'vitest';
import type { BatchItem } from '../../../shared/domain/batch.ts';
import { LostRaceError, TransientError } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { auditAll } from '../../support/audit-all.ts';
import { createLearner, nurse } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff, type StaffBrowser } from '../../support/staff.ts';

let service: Service;
let asha: StaffBrowser;
let benno: StaffBrowser;
let certificateIds: string[];
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  certificateIds = [];
  for (const email of ['one@example.org', 'two@example.org', 'three@example.org'])
    certificateIds.push(await (await createLearner(service, { email })).complete());
  asha = await createStaff(service, 'coordinator', { email: 'asha@meridian.example', name: 'Asha Menon' });
  benno = await createStaff(service, 'owner', { email: 'benno@meridian.example', name: 'Benno Adler' });
});

const reason = 'Attendance could not be shown';
const revoking = (ids = certificateIds) =>
  asha.ask('askChangeBatch', {
    body: { of: 'revoke', reason, items: ids.map((certificateId) => ({ certificateId })) },
  });
const approve = (batchId: string, by = benno) => by.ask('approveBatch', { params: { batchId } });
const run = async (batchId: string) => (await asha.ask('runBatch', { params: { batchId } })).body;
const statuses = () => service.held<{ status: string }>('certificate').map(({ status }) => status);

describe('a batch of changes', () => {
  it('waits for a second person where one of them would, then runs with progress, and each row says what became of it', async () => {
    const { batchId, takesTwo, mayApprove } = (await revoking()).body;
    expect({ takesTwo, mayApprove }).toEqual({ takesTwo: true, mayApprove: false });
    expect((await run(batchId)).progress).toEqual({ waiting: 3, done: 0, refused: 0 });
    expect(await approve(batchId, asha)).toBeRefusedFor('second-person-needed');
    expect((await benno.ask('listWaitingChanges')).body.batches).toMatchObject([
      { batchId, items: 3, mayApprove: true },
    ]);
    expect((await approve(batchId)).body.status).toBe('running');
    expect(statuses()).toEqual(['valid', 'valid', 'valid']);
    await run(batchId);
    const { batch, progress, items } = (await benno.ask('getBatch', { params: { batchId } })).body;
    expect({ status: batch.status, progress }).toEqual({
      status: 'done',
      progress: { waiting: 0, done: 3, refused: 0 },
    });
    expect(items.every(({ status, changeId }) => status === 'done' && changeId)).toBe(true);
    expect(statuses()).toEqual(['revoked', 'revoked', 'revoked']);
    expect((await benno.ask('listDecidedChanges')).body.decided).toMatchObject([
      { batch: { batchId, status: 'done' } },
    ]);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('is looked at as a whole: where one row cannot be made none is kept, and every fault is said with its row', async () => {
    const { status, reasons } = await revoking([certificateIds[0] ?? '', 'none', certificateIds[0] ?? '', 'none2']);
    expect(status).toBe(422);
    expect(reasons.map(({ code, field }) => `${code} ${field}`)).toEqual(['twice-in-batch /items/2']);
    const second = await revoking([certificateIds[0] ?? '', 'none', 'none2']);
    expect(second.reasons.map(({ code, field }) => `${code} ${field}`)).toEqual([
      ...['certificate-unknown /items/1/certificateId', 'certificate-unknown /items/2/certificateId'],
    ]);
    expect(service.held('batch')).toEqual([]);
    expect(service.held('batchItem')).toEqual([]);
  });

  it('without a reason is refused once and not for each row', async () => {
    const items = certificateIds.map((certificateId) => ({ certificateId }));
    const { reasons } = await asha.ask('askChangeBatch', { body: { of: 'suspend', reason: '', items } });
    expect(reasons.map(({ field }) => field)).toEqual(['/reason']);
  });

  it('of suspensions takes one person and runs at once', async () => {
    const items = certificateIds.map((certificateId) => ({ certificateId }));
    const { batchId, status } = (await asha.ask('askChangeBatch', { body: { of: 'suspend', reason, items } })).body;
    expect(status).toBe('running');
    await run(batchId);
    expect(statuses()).toEqual(['suspended', 'suspended', 'suspended']);
  });

  it('that nobody looks after any more is gone on with by the sweeper', async () => {
    const { batchId } = (await revoking()).body;
    await approve(batchId);
    service.pass(60_000);
    await service.runBatches();
    expect(statuses()).toEqual(['revoked', 'revoked', 'revoked']);
    expect((await run(batchId)).batch.status).toBe('done');
  });

  it('makes each row once, however many go on with it at the same moment', async () => {
    const { batchId } = (await revoking()).body;
    await approve(batchId);
    await Promise.all([run(batchId), run(batchId), service.runBatches(), run(batchId)]);
    await run(batchId);
    expect(service.held('change')).toHaveLength(3);
    expect(statuses()).toEqual(['revoked', 'revoked', 'revoked']);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('goes on past a row that cannot be made any more, and says why at that row', async () => {
    const { batchId } = (await revoking()).body;
    const [certificateId = ''] = certificateIds;
    const { change } = (await asha.ask('askRevocation', { body: { certificateId, reason } })).body;
    await benno.ask('approveChange', { params: { changeId: change.changeId } });
    await approve(batchId);
    const { progress, items } = await run(batchId);
    expect(progress).toEqual({ waiting: 0, done: 2, refused: 1 });
    expect(items[0]).toMatchObject({ status: 'refused', reasons: [{ code: 'certificate-revoked' }] });
  });

  it('gives up a row that breaks again and again, and the others have their turn', async () => {
    const { batchId } = (await revoking()).body;
    const row = service.table
      .rows()
      .find(({ sk, pk }) => pk === `CERTIFICATE#${certificateIds[1]}` && sk === 'VERSION#0000000001');
    if (row)
      await service.table.write([
        {
          kind: 'put',
          row: { ...row, sk: row.sk, data: { ...(row.data as object), activityId: 'lost' }, rev: row.rev + 1 },
          expect: row.rev,
        },
      ]);
    await approve(batchId);
    for (let round = 0; round < 3; round++) await run(batchId);
    const { batch, progress, items } = await run(batchId);
    expect(progress).toEqual({ waiting: 0, done: 2, refused: 1 });
    expect(items[1]).toMatchObject({ status: 'refused', reasons: [{ code: 'broken' }] });
    expect(batch.status).toBe('done');
    // What broke is in the log each time, by its row; what was refused once is not tried again.
    const broken = service.logged.filter(({ event }) => event === 'step.broken');
    expect(broken.length).toBeGreaterThan(1);
    for (const event of broken)
      expect(event).toMatchObject({ step: 'run-batch', workId: `${batchId}-${items[1]?.number}` });
  });

  it('is in the audit trail once, when all of it is done, by whoever approved it', async () => {
    const { batchId } = (await revoking()).body;
    const done = () =>
      service.held<{ type: string; by: string; data: object }>('audit').filter(({ type }) => type === 'batch.done');
    await approve(batchId);
    expect(done()).toEqual([]);
    await run(batchId);
    await run(batchId);
    expect(done()).toMatchObject([{ by: benno.staffId, data: { batchId, of: 'revoke', items: 3 } }]);
  });

  it('whose time is over after its first row goes on with the next look, and one row is made at least', async () => {
    const { batchId } = (await revoking()).body;
    await approve(batchId);
    const { write } = service.table;
    // Each write takes as long as a look may.
    service.table.write = async (writes) => {
      await write(writes);
      service.pass(2_000);
    };
    const looks = [await run(batchId), await run(batchId)].map(({ progress, batch }) => [progress.done, batch.status]);
    expect(looks).toEqual([
      [1, 'running'],
      [2, 'running'],
    ]);
    service.table.write = write;
    // It is due at once: nobody waits until the time is over that one who looks after it has.
    await service.runBatches();
    expect((await run(batchId)).progress).toEqual({ waiting: 0, done: 3, refused: 0 });
  });

  it('that somebody else takes at this moment is left to them; where the table has trouble, that is told', async () => {
    const { batchId } = (await revoking()).body;
    await approve(batchId);
    const { write } = service.table;
    service.table.write = async () => {
      throw new LostRaceError([0]);
    };
    expect((await run(batchId)).progress).toEqual({ waiting: 3, done: 0, refused: 0 });
    service.table.write = async () => {
      throw new TransientError('The table is busy');
    };
    expect((await asha.ask('runBatch', { params: { batchId } })).status).toBe(503);
    service.table.write = write;
    expect((await run(batchId)).progress).toEqual({ waiting: 0, done: 3, refused: 0 });
  });

  it('can be rejected, and then nothing runs', async () => {
    const { batchId } = (await revoking()).body;
    const rejected = await benno.ask('rejectBatch', { params: { batchId }, body: { reason: 'Look again at row 2' } });
    expect(rejected.body).toMatchObject({ status: 'rejected', rejectedBecause: 'Look again at row 2' });
    await run(batchId);
    await service.runBatches();
    expect(statuses()).toEqual(['valid', 'valid', 'valid']);
    expect(await approve(batchId)).toBeRefusedFor('change-decided');
  });
});

describe('a batch of awards by hand', () => {
  const claims = [{ creditType: 'ama-pra-category-1', amount: 50 }];
  const row = (learner: string, more: object = {}) => ({ learner, participatedOn: '2026-03-07', claims, ...more });
  const asking = (items: object[]) =>
    asha.ask('askAwardBatch', { body: { activityId: 'hand-hygiene', reason: 'The hall lost its network', items } });

  it('awards everybody once, after a second person approved', async () => {
    for (const email of ['four@example.org', 'five@example.org']) await createLearner(service, { email });
    const { batchId } = (await asking([row('four@example.org'), row('five@example.org')])).body;
    expect(await approve(batchId, asha)).toBeRefusedFor('second-person-needed');
    await approve(batchId);
    await Promise.all([run(batchId), run(batchId)]);
    expect((await run(batchId)).progress).toEqual({ waiting: 0, done: 2, refused: 0 });
    expect(service.held('credit')).toHaveLength(5);
    expect(service.held<BatchItem>('batchItem').every(({ status }) => status === 'done')).toBe(true);
    expect((await auditAll(service)).findings).toEqual([]);
  });

  it('is refused whole with each row’s fault: who is unknown, who has it, and who may not have it', async () => {
    await createLearner(service, { email: 'nurse@example.org', profile: nurse });
    expect((await asking([row('nobody@example.org')])).reasons).toMatchObject([{ field: '/items/0/learner' }]);
    const { reasons } = await asking([
      row('one@example.org'),
      row('nurse@example.org', { claims: [{ creditType: 'ama-pra-category-1', amount: 1 }] }),
    ]);
    expect(reasons.map(({ code, field }) => `${code} ${field}`)).toEqual([
      ...['already-awarded /items/0/learnerId', 'amount-off-step /items/1/claims/0/amount'],
    ]);
    expect(service.held('batch')).toEqual([]);
  });
});
