import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MAIL_LEASE_MS, MAIL_PATIENCE_MS } from '../../../shared/domain/work.ts';
import { TransientError } from '../../../shared/ports.ts';
import { content } from '../../support/activity.ts';
import { createLearner, type Learner } from '../../support/learner.ts';
import { createService, type Service } from '../../support/service.ts';

const ama = 'ama-pra-category-1';
let service: Service;
let learner: Learner;
beforeEach(async () => {
  service = createService();
  await service.publish(content());
  learner = await createLearner(service);
});

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
    const { get, write } = service.table;
    const sends = vi.spyOn(service.inbox, 'send');
    vi.spyOn(service.table, 'get').mockImplementation(async (key) => {
      const row = await get(key);
      const isToldNow = sends.mock.calls.some(([{ messageKey }]) => messageKey.startsWith('award-'));
      if (row?.kind === 'participation' && row.rev < 100 && isToldNow)
        await write([{ kind: 'put', row: { ...row, rev: 100 }, expect: row.rev }]);
      return row;
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
  const awardMails = () => service.inbox.delivered.filter(({ messageKey }) => messageKey.startsWith('award-'));
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
