import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR } from '../../../shared/domain/kinds.ts';
import { MAIL_LEASE_MS, MAIL_PATIENCE_MS, type MailIntent } from '../../../shared/domain/work.ts';
import { ParkError, TransientError } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { codeFor, createLearner, type Learner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

const ama = 'ama-pra-category-1';
let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});
const awardMails = () => service.inbox.delivered.filter(({ messageKey }) => messageKey.startsWith('award-'));
const mail = () => service.held<MailIntent>('mail')[0];
const parkings = () =>
  service.held<{ type: string; by: string; data: object }>('audit').filter(({ type }) => type === 'work.parked');
/** What the log has of events of a name. */
const logged = (name: string) => service.logged.filter(({ event }) => event === name);
/** Goes all the way to the award, while no mail can be handed over. */
async function awardedWithoutMail(): Promise<string> {
  await learner.ready();
  service.state.mailIsDown = true;
  await learner.claim([ama, 100]);
  service.state.mailIsDown = false;
  return mail()?.messageKey ?? '';
}

describe('a mail whose sender died over it', () => {
  it('is sent by another when its lease has run out, and not before', async () => {
    await learner.ready();
    service.state.mailHangs = true;
    void learner.claim([ama, 100]);
    await vi.waitFor(() => expect(service.held('mail')).toMatchObject([{ status: 'leased', tries: 1 }]));
    service.state.mailHangs = false;
    service.pass(MAIL_LEASE_MS - 1);
    expect(await service.sweep()).toMatchObject({ mailed: 0 });
    service.pass(1);
    expect(await service.sweep()).toMatchObject({ mailed: 1 });
    expect(service.held('mail')).toMatchObject([{ status: 'sent', tries: 2 }]);
  });
});

describe('a mail during which the learner’s participation moves on', () => {
  it('is called sent all the same, and not sent again when its lease has run out', async () => {
    const { send } = service.inbox;
    const { rows, write } = service.table;
    vi.spyOn(service.inbox, 'send').mockImplementation(async (sent) => {
      const course = rows().find(({ kind }) => kind === 'participation');
      if (course && sent.messageKey.startsWith('award-'))
        await write([{ kind: 'put', row: { ...course, rev: course.rev + 1 }, expect: course.rev }]);
      return send(sent);
    });
    await learner.ready();
    await learner.claim([ama, 100]);
    service.pass(MAIL_LEASE_MS);
    await service.sweep();
    expect(service.held('mail')).toMatchObject([{ status: 'sent', tries: 1 }]);
    expect(service.inbox.delivered.filter(({ messageKey }) => messageKey.startsWith('award-'))).toHaveLength(1);
    expect((await learner.activity()).participation?.stage).toBe('notified');
  });
});

describe('a mail that was handed over while the table is busy', () => {
  /** Has so many of the writes that call a mail sent come to nothing. */
  function throttleSettling(times: number): void {
    const { write } = service.table;
    let left = times;
    vi.spyOn(service.table, 'write').mockImplementation(async (writes) => {
      const settles = writes.some((one) => one.kind === 'put' && Object(one.row.data).status === 'sent');
      if (settles && left-- > 0) throw new TransientError('ProvisionedThroughputExceeded');
      await write(writes);
    });
  }

  it('is called sent at the next try, and not sent again', async () => {
    await learner.ready();
    throttleSettling(4);
    await learner.claim([ama, 100]);
    expect(service.held('mail')).toMatchObject([{ status: 'sent', tries: 1 }]);
    expect((await learner.activity()).participation?.stage).toBe('notified');
    service.pass(MAIL_LEASE_MS);
    expect(await service.sweep()).toMatchObject({ mailed: 0 });
    expect(awardMails()).toHaveLength(1);
  });

  it('is not taken for one that failed when nothing can be written at all: its lease runs out, and one more is sent', async () => {
    await learner.ready();
    throttleSettling(5);
    await learner.claim([ama, 100]);
    expect(service.held('mail')).toMatchObject([{ status: 'leased', tries: 1 }]);
    expect(service.held('mail')[0]).not.toHaveProperty('problem');
    expect(service.logged.map(({ event }) => event)).not.toContain('mail.delayed');
    service.pass(MAIL_LEASE_MS - 1);
    expect(await service.sweep()).toMatchObject({ mailed: 0 });
    service.pass(1);
    expect(await service.sweep()).toMatchObject({ mailed: 1 });
    expect(awardMails()).toHaveLength(2);
  });

  it('is not parked as unsent, however old it is', async () => {
    service.state.mailIsDown = true;
    await learner.ready();
    await learner.claim([ama, 100]);
    service.pass(MAIL_PATIENCE_MS + 1);
    service.state.mailIsDown = false;
    throttleSettling(5);
    await service.sweep();
    expect(awardMails()).toHaveLength(1);
    expect(service.held('mail')).toMatchObject([{ status: 'leased' }]);
    expect(service.logged.map(({ event }) => event)).not.toContain('work.parked');
  });
});

describe('a mail that is sent', () => {
  it('is noted by its key alone, and never sent again by itself', async () => {
    await learner.complete();
    const messageKey = mail()?.messageKey ?? '';
    expect(logged('mail.sent')).toEqual([{ event: 'mail.sent', messageKey }]);
    service.pass(MAIL_LEASE_MS);
    expect(await service.sweep()).toEqual({ started: 0, mailed: 0, parked: 0 });
    expect(awardMails()).toHaveLength(1);
  });

  it('is sent as surely where it is about the account: with the way to the profile, and once', async () => {
    const added = 'amelie@hospital.example';
    await learner.ask('startAddress', { body: { email: added } });
    await learner.ask('enterAddressCode', { body: { code: codeFor(service, added) } });
    expect(await service.sweep()).toEqual({ started: 0, mailed: 1, parked: 0 });
    expect(service.inbox.delivered.at(-1)).toMatchObject({
      to: learner.email,
      text: expect.stringContaining('https://credit.example.org/profile'),
    });
    expect(mail()?.status).toBe('sent');
    service.pass(MAIL_LEASE_MS);
    expect(await service.sweep()).toEqual({ started: 0, mailed: 0, parked: 0 });
  });

  it('is sent once by two who come at once', async () => {
    await awardedWithoutMail();
    service.pass(HOUR);
    const runs = await Promise.all([service.sweep(), service.sweep()]);
    expect(runs.toSorted((a, b) => a.mailed - b.mailed)).toEqual([
      { started: 0, mailed: 0, parked: 0 },
      { started: 0, mailed: 1, parked: 0 },
    ]);
    expect(awardMails()).toHaveLength(1);
    expect(logged('step.broken')).toEqual([]);
  });

  it('is what the second made of it, where the first took so long over it that its lease ran out', async () => {
    await awardedWithoutMail();
    service.pass(HOUR);
    const { send } = service.inbox;
    vi.spyOn(service.inbox, 'send').mockImplementationOnce(async (slow) => {
      service.pass(MAIL_LEASE_MS);
      expect(await service.sweep()).toMatchObject({ mailed: 1 });
      return send(slow);
    });
    await service.sweep();
    expect(mail()).toMatchObject({ status: 'sent', tries: 3, serviceId: awardMails()[0]?.serviceId });
    expect(logged('step.broken')).toEqual([]);
    expect((await learner.activity()).participation?.stage).toBe('notified');
  });

  it('is left alone, and named, where the table cannot say whose turn it is', async () => {
    const messageKey = await awardedWithoutMail();
    service.pass(HOUR);
    vi.spyOn(service.table, 'write').mockRejectedValueOnce(new TransientError('Throttled'));
    expect(await service.sweep()).toMatchObject({ mailed: 0 });
    expect(logged('step.broken')).toMatchObject([{ workId: messageKey, message: 'Throttled' }]);
    expect(awardMails()).toEqual([]);
    expect(await service.sweep()).toMatchObject({ mailed: 1 });
  });
});

describe('a mail that cannot be sent', () => {
  it('is tried again later, with a word in the log and none to staff yet', async () => {
    const messageKey = await awardedWithoutMail();
    const error = 'TransientError: The mail service does not answer';
    expect(mail()).toMatchObject({ status: 'queued', problem: error });
    expect(logged('mail.delayed')).toEqual([{ event: 'mail.delayed', messageKey, tries: 1, error }]);
    expect(logged('work.parked')).toEqual([]);
    expect(parkings()).toEqual([]);
  });

  it('is parked at once where the mail service will never take it, and staff see why, without the address', async () => {
    await learner.ready();
    const refusal = new ParkError(`${learner.email} is on the suppression list`);
    vi.spyOn(service.inbox, 'send').mockRejectedValueOnce(refusal);
    await learner.claim([ama, 100]);
    const parking = {
      ...{ workId: mail()?.messageKey, step: 'send-award-email' },
      reason: 'ParkError: (address) is on the suppression list',
    };
    expect(mail()).toMatchObject({ status: 'parked', problem: parking.reason });
    expect(parkings()).toEqual([expect.objectContaining({ by: 'system', data: parking })]);
    expect(logged('work.parked')).toEqual([{ event: 'work.parked', ...parking }]);
    expect(logged('mail.delayed')).toEqual([]);
    service.pass(MAIL_PATIENCE_MS);
    expect(await service.sweep()).toEqual({ started: 0, mailed: 0, parked: 0 });
  });

  it('is tried for a fortnight to the end, and parked by the first try after it', async () => {
    await awardedWithoutMail();
    service.state.mailIsDown = true;
    service.pass(MAIL_PATIENCE_MS);
    await service.sweep();
    expect(mail()).toMatchObject({ status: 'queued', tries: 2 });
    service.pass(HOUR);
    await service.sweep();
    expect(mail()).toMatchObject({ status: 'parked', tries: 3 });
  });
});

describe('a mail that has nothing to tell any more', () => {
  it('is withdrawn, and counts neither as sent nor as stuck', async () => {
    await learner.ask('askErasure', { body: { confirmation: 'ERASE' } });
    await learner.ask('withdrawErasure');
    const before = service.inbox.delivered.length;
    expect(await service.sweep()).toEqual({ started: 0, mailed: 0, parked: 0 });
    expect(mail()).toMatchObject({ status: 'withdrawn', kind: 'erasure.asked' });
    expect(service.inbox.delivered).toHaveLength(before);
    expect(logged('mail.sent')).toEqual([]);
  });
});
