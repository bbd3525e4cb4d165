import { beforeEach, describe, expect, it } from 'vitest';
import { codeFor, createLearner, type Learner, signIn } from '../../support/learner.ts';
import '../../support/refusals.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  learner = await createLearner(service);
});

const first = 'amelie@example.org';
const other = 'amelie@hospital.example';
const start = (email = other) => learner.ask('startAddress', { body: { email } });
const enter = (email = other) => learner.ask('enterAddressCode', { body: { code: codeFor(service, email) } });
const idBy = async (email: string) => (await (await signIn(service, email)).ask('getMe')).body.learnerId;

describe('a second address', () => {
  it('is added by the code that was mailed to it, and signs in to the same account as the first', async () => {
    const { learnerId } = (await learner.ask('getMe')).body;
    await start('Amelie@Hospital.example');
    expect((await enter()).body).toMatchObject({ email: first, otherEmails: [other] });
    expect(await idBy(other)).toBe(learnerId);
    expect(await idBy(first)).toBe(learnerId);
    await service.sweep();
    expect(service.inbox.delivered.filter(({ subject }) => subject.includes('address was added'))).toMatchObject([
      { to: first },
    ]);
  });

  it('is not added without the code, and the code of a sign-in adds none', async () => {
    await start();
    expect(await learner.ask('enterAddressCode', { body: { code: 'WRNG-CODE' } })).toBeRefusedFor('code-wrong');
    await learner.ask('startSignIn', { body: { email: other } });
    expect(await enter()).toBeRefusedFor('other-browser');
    expect((await learner.ask('getMe')).body.otherEmails ?? []).toEqual([]);
  });

  it('is added by a code that signs nobody in, so that it makes no account of its own', async () => {
    await start();
    expect(await learner.ask('enterCode', { body: { code: codeFor(service, other) } })).toBeRefusedFor('other-browser');
    expect(service.held('learner')).toHaveLength(1);
  });

  it('that has an account of its own is refused, and told only to whoever entered its code', async () => {
    await createLearner(service, { email: other });
    expect((await start()).status).toBe(202);
    expect(await enter()).toBeRefusedFor('address-taken');
  });

  it('takes a sign-in of the last quarter of an hour', async () => {
    service.pass(16 * 60_000);
    expect(await start()).toBeRefusedFor('sign-in-again');
  });

  it('can become the one that mail goes to; that one stays, and the other can be removed', async () => {
    await start();
    await enter();
    expect(await learner.ask('removeAddress', { body: { email: first } })).toBeRefusedFor('address-needed');
    expect((await learner.ask('setPrimaryAddress', { body: { email: other } })).body.email).toBe(other);
    expect((await learner.ask('removeAddress', { body: { email: first } })).body.otherEmails).toEqual([]);
    expect(await idBy(first)).not.toBe((await learner.ask('getMe')).body.learnerId);
    expect(await learner.ask('setPrimaryAddress', { body: { email: first } })).toBeRefusedFor('address-unknown');
  });

  it('is sealed in the records as the first is, and freed when the account is erased', async () => {
    await start();
    await enter();
    expect(JSON.stringify(service.table.rows())).not.toContain('hospital.example');
    await learner.ask('askErasure', { body: { confirmation: 'ERASE' } });
    service.pass(8 * 86_400_000);
    await service.eraseLearners();
    expect(service.held<{ learnerId?: string }>('address').every((row) => row.learnerId === undefined)).toBe(true);
  });

  it('is added by staff for a reason that stays on record, and the learner is told', async () => {
    const { learnerId } = (await learner.ask('getMe')).body;
    const { ask, staffId } = await createStaff(service, 'coordinator');
    const params = { learnerId };
    const reason = 'Confirmed by telephone; the old address is closed';
    expect((await ask('addLearnerAddress', { params, body: { email: other, reason: '' } })).status).toBe(422);
    const { body } = await ask('addLearnerAddress', { params, body: { email: other, reason } });
    expect(body.emails).toEqual([first, other]);
    expect(await idBy(other)).toBe(learnerId);
    expect(service.held('change')).toMatchObject([{ kind: 'address', reason, proposedBy: staffId }]);
    expect(service.held<{ type: string; by: string }>('audit').at(-1)).toMatchObject({
      type: 'address.added',
      by: staffId,
    });
    await service.sweep();
    expect(service.inbox.delivered.some(({ to, subject }) => to === first && subject.includes('was added'))).toBe(true);
  });
});
